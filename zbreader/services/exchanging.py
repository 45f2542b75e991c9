"""Exchanging: notes to others and from others, without loss and without overwriting anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zbreader import __version__
from zbreader.exchange import issue_pack, notes
from zbreader.exchange import merge as merging
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.model.person import Person, newest
from zbreader.model.selector import AnchorState
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.files import read_limited, write_whole
from zbreader.services.following import new_targets
from zbreader.services.moments import Clock, to_iso
from zbreader.services.people import People, follow_current, merged
from zbreader.services.placing import place_all
from zbreader.services.reading import no_issue
from zbreader.services.settings import Settings
from zbreader.services.undo import Step, UndoStack
from zbreader.store import annotations as stored
from zbreader.store import corrections, issues, people, sources
from zbreader.store.database import Connection, Database

SIZE_LIMIT = 64 * 1024 * 1024  # bytes of one .zbnotes file; two thousand notes take two megabytes


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many notes of others are new, changed something, were known, lie beside another version, have no place."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: int = 0
    unplaced: int = 0


class Exchanging:
    """Notes in files of their own. Calls raise KnownError, and then nothing was written.

    guard: called before other people's notes are written into the library.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        settings: Settings,
        people: People,
        clock: Clock,
        guard: Callable[[], None] = lambda: None,
    ) -> None:
        self._guard = guard
        self._database = database
        self._events = events
        self._undo = undo
        self._settings = settings
        self._people = people
        self._clock = clock

    def save_notes(self, wanted: AnnotationFilter, path: Path) -> int:
        """Write the annotations that fit WANTED to PATH, with what was deleted among them; return how many live."""
        person = self._people.writer()
        with self._database.read() as connection:
            chosen = stored.select(connection, wanted, deleted=True)
            known = people.get_many(connection, {annotation.creator_id for annotation in chosen} | {person.id})
        alive = sum(not annotation.deleted for annotation in chosen)
        if not alive:
            raise KnownError("没有符合条件的标注，没有保存。请放宽筛选条件，或先做标注。")
        file = NotesFile(chosen, person, known)
        write_whole(path, notes.dump(file, made=to_iso(self._clock()), generator_version=__version__))
        return alive

    def merge_notes(self, paths: Sequence[Path], *, dry_run: bool = False) -> MergeReport:
        """Take the notes of files into the library, all files or none; dry_run: only tell what would come of it."""
        files = [notes.load(read_limited(path, SIZE_LIMIT), path.name) for path in paths]
        theirs = [annotation for file in files for annotation in file.annotations]
        if not dry_run:
            self._guard()
        with self._database.read() if dry_run else self._database.write() as connection:
            plan = merging.merge(stored.all_of_them(connection), theirs)
            rows = _at_home(connection, plan.to_store)
            before = stored.get_many(connection, (row.id for row in rows))
            described = merged(people.all_of_them(connection), _told_of(files, people.here(connection)))
            known = people.get_many(connection, (person.id for person in described))
            if not dry_run:
                stored.put(connection, rows)
                people.put(connection, described)
            alive = [row for row in rows if not row.deleted]
            placed = place_all(connection, alive)
        if (rows or described) and not dry_run:
            self._done(_Written(before, known), _Written(rows, described))
        return MergeReport(
            added=len(plan.added),
            updated=len(plan.updated),
            unchanged=len(plan.unchanged),
            conflicts=len(plan.conflicts),
            unplaced=sum(one.anchor.state is AnchorState.UNPLACED for one in placed),
        )

    def pack(self, issue_ids: Sequence[str], path: Path) -> int:
        """Write these issues, as they were given and with their corrections, to the pack PATH; return its bytes."""
        packed = []
        with self._database.read() as connection:
            for issue_id in dict.fromkeys(issue_ids):
                source = sources.of_issue(connection, issue_id)
                if source is None:
                    raise no_issue(issue_id)
                title = issues.summaries(connection, issue_id)[0].title
                put_right = tuple(corrections.of_source(connection, source.sha256))
                packed.append(PackedIssue(issue_id, title, source.name, source.data, source.sha256, put_right))
        return write_whole(path, issue_pack.dump(packed))

    def _done(self, before: _Written, after: _Written) -> None:
        changes = Changes(
            annotations=frozenset(row.id for row in after.rows), people=frozenset(person.id for person in after.people)
        )

        def to(written: _Written) -> Changes:
            # Not an edit of other people's notes: as if their file had never come.
            with self._database.write() as connection:
                stored.forget(connection, changes.annotations - {row.id for row in written.rows})
                stored.put(connection, written.rows)
                people.forget(connection, changes.people - {person.id for person in written.people})
                people.put(connection, written.people)
            follow_current(self._settings, newest(written.people))
            return changes

        follow_current(self._settings, newest(after.people))
        self._undo.push(Step(message("合并笔记"), lambda: to(before), lambda: to(after)))
        self._events.publish(changes)


@dataclass(frozen=True, slots=True)
class _Written:
    """What stands, or stood, in the library where a merge wrote."""

    rows: Sequence[Annotation]
    people: Sequence[Person]


def _told_of(files: Sequence[NotesFile], here: Sequence[Person]) -> list[Person]:
    """Whom FILES describe. Those who write HERE are described by nobody but themselves (on another machine)."""
    own = {person.id for person in here}
    return [
        person
        for file in files
        for person in file.people
        if person.id not in own or (file.person is not None and file.person.id == person.id)
    ]


def _at_home(connection: Connection, rows: Sequence[Annotation]) -> list[Annotation]:
    """ROWS with the targets they have in this library: another conversion of an issue may have cut it differently."""
    summaries = {summary.id: summary for summary in issues.summaries(connection)}
    names = Counter(summary.title for summary in summaries.values())
    by_title = {summary.title: summary.id for summary in summaries.values() if names[summary.title] == 1}
    by_issue: dict[str, list[Annotation]] = {}
    at_home: list[Annotation] = []
    for row in rows:
        # An issue whose masthead one of two conversions could not read has two ids but may have one name.
        here = row.target.issue_id if row.target.issue_id in summaries else by_title.get(row.target.issue_label)
        if here is None or row.deleted:
            at_home.append(row)
        else:
            by_issue.setdefault(here, []).append(row)
    for issue_id, group in by_issue.items():
        issue = issues.get(connection, issue_id)
        moved = new_targets(group, summaries[issue_id].title, issue.articles if issue else ())
        targets = {annotation.id: target for annotation, target in moved}
        for row in group:
            target = targets.get(row.id, row.target)
            if target.issue_id != issue_id:
                target = replace(target, issue_id=issue_id)
            at_home.append(row if target is row.target else replace(row, target=target))
    return at_home
