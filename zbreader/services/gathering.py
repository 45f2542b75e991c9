"""Gathering: the notes of many people come together in one library; nobody's note is lost, none is overwritten.

With them come, from each person, which articles they read and the plans of the sessions that they lead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zbreader.exchange import merge as merging
from zbreader.exchange import notes
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation
from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.message import message
from zbreader.model.person import Person, newest
from zbreader.services import readers, session_gathering
from zbreader.services.changes import Changes
from zbreader.services.cycles import without_search_for_cycles
from zbreader.services.events import Events
from zbreader.services.files import read_limited
from zbreader.services.homing import at_home, bring_home
from zbreader.services.jobs import Job
from zbreader.services.merge_report import MergeReport, UnreadFile, report_of
from zbreader.services.moments import Clock, to_iso
from zbreader.services.people import follow_current, merged
from zbreader.services.session_gathering import SessionsPlanned, SessionState
from zbreader.services.session_homing import bring_sessions_home
from zbreader.services.settings import Settings
from zbreader.services.undo import Step, UndoStack
from zbreader.store import annotations as stored
from zbreader.store import contents, fingerprints, people, readings
from zbreader.store.database import Connection, Database
from zbreader.store.readings import Reading

SIZE_LIMIT = 64 * 1024 * 1024  # bytes of one .zbnotes file; two thousand notes take three megabytes
SUFFIX = ".zbnotes"
_MOST_FILES = 20_000  # in a folder that is given
_MERGING = message("正在合并")


class Gathering:
    """Merges files of notes. Calls raise KnownError, and then nothing was written.

    guard: called before other people's notes are written into the library.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        settings: Settings,
        guard: Callable[[], None],
        clock: Clock,
    ) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._settings = settings
        self._guard = guard
        self._clock = clock

    def read(
        self,
        paths: Sequence[Path],
        job: Job | None = None,
        *,
        unread: list[UnreadFile] | None = None,
        passwords: Sequence[str] = (),
    ) -> list[NotesFile]:
        """What the files say, those of folders too. Files that cannot be read go to UNREAD, or raise without one.

        passwords: tried on files that are sealed.
        """
        files = notes_files(paths)
        found = []
        with without_search_for_cycles():  # a third less time for a hundred thousand notes
            for number, path in enumerate(files):
                if job is not None:
                    job.report(number, len(files) + 1, message("{file}", file=path.name))
                try:
                    said = notes.load(read_limited(path, SIZE_LIMIT), path.name, passwords)
                    found.append(_intact(said, path.name))
                except Cancelled:
                    raise
                except KnownError as error:
                    if unread is None:
                        raise
                    unread.append(UnreadFile(path, error))
        if job is not None:
            job.report(len(files), len(files) + 1, _MERGING)
        return found

    def look(self, files: Sequence[NotesFile], *, by_hand: bool = True) -> Looked:
        """What would come of FILES; `take` need not find it out again.

        by_hand: a person chose them: sessions that were taken away here come back.
        """
        with without_search_for_cycles(), self._database.read() as connection:
            return Looked(files, by_hand, _planned(connection, files, by_hand=by_hand))

    def take(self, looked: Looked, *, undoable: bool = True) -> MergeReport:
        """Take in what was looked at, all or none.

        undoable: push a step on the undo stack; without, undo goes on to mean what the person did last.
        """
        planned = looked.planned
        if not planned.writes_anything:
            return planned.report
        self._guard()
        with without_search_for_cycles(), self._database.write() as connection:
            # What takes long was done while others could write; if one did, it is done again.
            if _seen(connection, looked.files) != planned.seen:
                planned = _planned(connection, looked.files, by_hand=looked.by_hand)
            fingerprints.put(connection, planned.fingerprints)
            stored.put(connection, planned.rows)
            people.put(connection, planned.described)
            readings.put(connection, planned.read)
            session_gathering.put(connection, planned.sessions.after, to_iso(self._clock()))
        after = _Written(planned.rows, planned.described, planned.read, planned.sessions.after)
        if any((after.rows, after.people, after.read, after.sessions)):
            before = _Written(planned.before, planned.known, (), planned.sessions.before)
            self._done(before, after, undoable=undoable)
        return planned.report

    def bring_home(self, issue_ids: frozenset[str]) -> int:
        """Let notes that waited for these issues stand where they belong, and sessions mean what is here now.

        Return how many notes. It edits none.
        """
        with self._database.write() as connection:
            moved = bring_home(connection, issue_ids)
            planned = bring_sessions_home(connection, to_iso(self._clock()))
        if moved or planned:
            self._events.publish(Changes(annotations=frozenset(moved), sessions=frozenset(planned)))
        return len(moved)

    def _done(self, before: _Written, after: _Written, *, undoable: bool) -> None:
        changes = Changes(
            annotations=frozenset(row.id for row in after.rows),
            people=frozenset(person.id for person in after.people),
            sessions=frozenset(state.id for state in after.sessions),
        )

        def to(written: _Written) -> Changes:
            # Not an edit of other people's notes: as if their file had never come.
            with self._database.write() as connection:
                stored.forget(connection, changes.annotations - {row.id for row in written.rows})
                stored.put(connection, written.rows)
                people.forget(connection, changes.people - {person.id for person in written.people})
                people.put(connection, written.people)
                readings.forget(connection, after.read)
                readings.put(connection, written.read)
                session_gathering.put(connection, written.sessions, to_iso(self._clock()))
            follow_current(self._settings, newest(written.people))
            return changes

        follow_current(self._settings, newest(after.people))
        if undoable:
            self._undo.push(Step(message("合并笔记"), lambda: to(before), lambda: to(after)))
        self._events.publish(changes)


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands, or stood, in the library where a merge wrote."""

    rows: Sequence[Annotation]
    people: Sequence[Person]
    read: Sequence[Reading] = ()
    sessions: Sequence[SessionState] = ()


@dataclass(frozen=True, slots=True)
class _Planned:
    """What a merge would write (rows, described, fingerprints, read, sessions), and what stands there now."""

    rows: Sequence[Annotation]
    before: Sequence[Annotation]
    described: Sequence[Person]
    known: Sequence[Person]
    fingerprints: dict[tuple[str, str], str]
    read: Sequence[Reading]
    sessions: SessionsPlanned
    report: MergeReport
    seen: _Seen

    @property
    def writes_anything(self) -> bool:
        """Whether there is anything to write."""
        return bool(self.rows or self.described or self.fingerprints or self.read or self.sessions.after)


@dataclass(frozen=True, slots=True)
class Looked:
    """Files that were read, and what a merge of them would write."""

    files: Sequence[NotesFile]
    by_hand: bool
    planned: _Planned

    @property
    def report(self) -> MergeReport:
        """What it comes to."""
        return self.planned.report


def _planned(connection: Connection, files: Sequence[NotesFile], *, by_hand: bool) -> _Planned:
    theirs = [annotation for file in files for annotation in file.annotations]
    seen = _seen(connection, files)
    plan = merging.merge(seen.concerned, theirs)
    told = {place: print_ for file in files for place, print_ in file.fingerprints.items()}
    rows = at_home(connection, plan.to_store, told)
    described = merged(people.all_of_them(connection), _told_of(files, people.here(connection)))
    sessions = session_gathering.planned(connection, files, told, by_hand=by_hand)
    read = readings.unknown(connection, readers.told(files))
    report = report_of(connection, plan, rows, newest([*people.all_of_them(connection), *described]))
    return _Planned(
        rows,
        stored.get_many(connection, (row.id for row in rows)),
        described,
        people.get_many(connection, (person.id for person in described)),
        told,
        read,
        sessions,
        replace(report, readings=len(read), sessions=sessions.merges),
        seen,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What of the library a plan was made from."""

    stamp: str  # of everything, the texts among it
    concerned: Sequence[Annotation]
    people: Sequence[Person]


def _seen(connection: Connection, files: Sequence[NotesFile]) -> _Seen:
    theirs = (annotation for file in files for annotation in file.annotations)
    ids = {id_ for row in theirs for id_ in (row.id, row.conflict_of) if id_ is not None}
    concerned = stored.concerned(connection, ids)
    return _Seen(contents.stamp(connection), concerned, people.all_of_them(connection))


def notes_files(paths: Sequence[Path]) -> list[Path]:
    """PATHS, each once, with the .zbnotes files in and below those that are folders in their stead."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob(f"*{SUFFIX}") if one.is_file() and not one.name.startswith("."))
            if not inside:
                raise KnownError(
                    "文件夹 {folder} 里没有笔记文件（.zbnotes）。请选择放着笔记文件的文件夹。", folder=path
                )
            found.update(dict.fromkeys(inside[:_MOST_FILES]))
        else:
            found[path] = None
    return list(found)


def _intact(file: NotesFile, name: str) -> NotesFile:
    """FILE, if its bytes are those that were written. Raises KnownError."""
    if not file.is_intact:
        raise KnownError(
            "文件 {file} 与它自带的校验和不符，可能没有传完或被改动过，没有读取。请让对方重新交一份。", file=name
        )
    return file


def _told_of(files: Sequence[NotesFile], here: Sequence[Person]) -> list[Person]:
    """Whom FILES describe. Those who write HERE are described by nobody but themselves (on another machine)."""
    own = {person.id for person in here}
    return [
        person
        for file in files
        for person in file.people
        if person.id not in own or (file.person is not None and file.person.id == person.id)
    ]
