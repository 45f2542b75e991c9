"""Exchanging: notes to others and from others, without loss and without overwriting anybody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zbreader import __version__
from zbreader.exchange import issue_pack, notes, sealing
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.session import Session
from zbreader.services import readers, session_handing
from zbreader.services.enclosing import enclosed
from zbreader.services.files import write_whole
from zbreader.services.gathering import Gathering, Looked
from zbreader.services.jobs import Job
from zbreader.services.merge_report import MergeReport, UnreadFile
from zbreader.services.moments import Clock, RandomBits, to_iso
from zbreader.services.people import People
from zbreader.services.reading import no_issue
from zbreader.services.trusting import Origin, Trusting
from zbreader.store import annotations as stored
from zbreader.store import corrections, handing, issues, session_plans, sources
from zbreader.store.database import Connection, Database

__all__ = ["Exchanging", "LookedAt", "MergeReport"]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """Files as they were read, those that were not, who signed them, and what taking them in would bring."""

    merge: Looked
    unread: tuple[UnreadFile, ...]
    origins: tuple[Origin, ...]

    @property
    def report(self) -> MergeReport:
        """What taking them in would bring."""
        return self.told(self.merge.report)

    def told(self, report: MergeReport) -> MergeReport:
        """REPORT with what is known of the files."""
        return replace(report, unread=self.unread, origins=self.origins)


class Exchanging:
    """Notes in files of their own. Calls raise KnownError, and then nothing was written."""

    def __init__(
        self,
        database: Database,
        people: People,
        gathering: Gathering,
        trusting: Trusting,
        *,
        clock: Clock,
        random_bits: RandomBits,
    ) -> None:
        self._database = database
        self._people = people
        self._gathering = gathering
        self._trusting = trusting
        self._clock = clock
        self._random_bits = random_bits

    def save_notes(
        self, wanted: AnnotationFilter, path: Path, *, sign: bool = False, password: str | None = None
    ) -> int:
        """Write the annotations that fit WANTED to PATH, with what was deleted among them; return how many live.

        sign: with the current person's key; password: without which nobody can read the file.
        """
        person = self._people.writer()
        with self._database.read() as connection:
            chosen = stored.select(connection, wanted, deleted=True)
            file = enclosed(connection, chosen, person.id)
        alive = sum(not annotation.deleted for annotation in chosen)
        if not alive:
            raise KnownError("没有符合条件的标注，没有保存。请放宽筛选条件，或先做标注。")
        self._write(file, path, sign=sign, password=password)
        return alive

    def hand_over(
        self,
        path: Path,
        *,
        wanted: AnnotationFilter | None = None,
        article_ids: Sequence[str] | None = None,
        since_last: bool = False,
        with_read: bool = False,
        sign: bool = False,
        password: str | None = None,
    ) -> int:
        """Write one's own notes to PATH and remember that they were handed over; return how many notes and deletions.

        wanted, article_ids: which of them (None: all); since_last: only what is new, edited or deleted since it was
        last handed over. A deletion goes only where the note went before. with_read: also which of these articles the
        person has read to the end; then there need be no notes. sign, password: as in `save_notes`.
        """
        person = self._people.writer()
        with self._database.read() as connection:
            chosen = self._own(connection, wanted, article_ids, since_last=since_last)
            read = readers.own(connection, wanted, article_ids) if with_read else []
            file = enclosed(connection, chosen, person.id, read)
        if not chosen and since_last and not read:
            raise KnownError("上次交出之后没有新的笔记，没有保存。要重新交出全部笔记，请选择“全部笔记”。")
        if not any(not annotation.deleted for annotation in chosen) and not since_last and not read:
            raise KnownError("没有可以交的笔记。请先写笔记，或换一个范围。")
        self._write(file, path, sign=sign, password=password)
        with self._database.write() as connection:
            handing.put(connection, ((annotation.id, annotation.revision) for annotation in chosen))
        return len(chosen)

    def hand_out(
        self,
        session: Session,
        path: Path | None,
        *,
        with_notes: bool = False,
        shared: bool | None = None,
        sign: bool = False,
        password: str | None = None,
    ) -> int:
        """送学: write the plan of a session to PATH (None: to no file), for the programs of the group; return how many
        notes went with it.

        with_notes: with one's own notes on its articles; shared: let the plan stand in one's file in the shared folder
        from the next sync on, with all that is changed later, or no longer (None: as it was). sign, password: as in
        `save_notes`. Only the plan goes, never who is expected, what was said or decided.
        """
        person = self._people.writer()
        article_ids = [one.article_id for one in session.articles if one.article_id]
        with self._database.read() as connection:
            plan = session_handing.outgoing(connection, session, person.id)
            chosen = self._own(connection, None, article_ids, since_last=False) if with_notes else []
            file = enclosed(connection, chosen, person.id, (), [plan])
        if not person.name:
            raise KnownError("学习会要写明是谁发的，没有保存。请先在“文件 → 我是谁”里填写姓名。")
        if path is not None:
            self._write(file, path, sign=sign, password=password)
        with self._database.write() as connection:
            session_plans.put(connection, [plan])
            if shared is not None:
                session_plans.share(connection, plan.session.id, shared)
            if path is not None:
                handing.put(connection, ((annotation.id, annotation.revision) for annotation in chosen))
        return len(chosen)

    def is_shared(self, session: Session) -> bool:
        """Whether the plan of a session stands in one's file in the shared folder."""
        me = self._people.current().id
        with self._database.read() as connection:
            plan = session_handing.outgoing(connection, session, me)
            return any(one.session.id == plan.session.id for one in session_plans.shared(connection, me))

    def to_hand_over(
        self,
        wanted: AnnotationFilter | None = None,
        article_ids: Sequence[str] | None = None,
        *,
        since_last: bool = False,
    ) -> int:
        """How many notes and deletions `hand_over` would write."""
        with self._database.read() as connection:
            return len(self._own(connection, wanted, article_ids, since_last=since_last))

    def read_to_hand_over(
        self, wanted: AnnotationFilter | None = None, article_ids: Sequence[str] | None = None
    ) -> int:
        """How many articles that were read to the end `hand_over` would name."""
        with self._database.read() as connection:
            return len(readers.own(connection, wanted, article_ids))

    def merge_notes(
        self,
        paths: Sequence[Path],
        *,
        dry_run: bool = False,
        skip_unreadable: bool = False,
        passwords: Sequence[str] = (),
        trusted: Collection[str] = (),
        job: Job | None = None,
    ) -> MergeReport:
        """Take the notes of files into the library; dry_run: only tell what would come of it. See `look` and `take`."""
        looked = self.look(paths, skip_unreadable=skip_unreadable, passwords=passwords, job=job)
        return looked.report if dry_run else self.take(looked, trusted)

    def look(
        self,
        paths: Sequence[Path],
        *,
        skip_unreadable: bool = False,
        passwords: Sequence[str] = (),
        job: Job | None = None,
    ) -> LookedAt:
        """Read files of notes (and those in folders), and tell what would come of taking them in.

        skip_unreadable: tell in `unread` what cannot be read; else it is all files or none. passwords: for sealed
        files.
        """
        unread: list[UnreadFile] | None = [] if skip_unreadable else None
        files = self._gathering.read(paths, job, unread=unread, passwords=passwords)
        origins = tuple(self._trusting.origin(file.name, file.person, file.signer) for file in files)
        return LookedAt(self._gathering.look(files), tuple(unread or ()), origins)

    def take(self, looked: LookedAt, trusted: Collection[str] = ()) -> MergeReport:
        """Take in what was looked at: the very notes that the person saw, whatever became of their files.

        trusted: public keys that the person accepts although somebody's key was another.
        """
        self._trusting.refuse_changed(looked.origins, trusted)
        report = self._gathering.take(looked.merge)
        self._trusting.remember(looked.origins)
        return looked.told(report)

    def pack(self, issue_ids: Sequence[str], path: Path, *, sign: bool = False) -> int:
        """Write these issues, as they were given and with their corrections, to the pack PATH; return its bytes.

        sign: with the current person's key.
        """
        packed = []
        with self._database.read() as connection:
            for issue_id in dict.fromkeys(issue_ids):
                source = sources.of_issue(connection, issue_id)
                if source is None:
                    raise no_issue(issue_id)
                title = issues.summaries(connection, issue_id)[0].title
                put_right = tuple(corrections.of_source(connection, source.sha256))
                packed.append(
                    PackedIssue(issue_id, title, source.name, source.data, source.sha256, put_right, source.encoding)
                )
        seed = self._trusting.own_seed() if sign else None
        return write_whole(path, issue_pack.dump(packed, self._people.current(), seed))

    def _own(
        self,
        connection: Connection,
        wanted: AnnotationFilter | None,
        article_ids: Sequence[str] | None,
        *,
        since_last: bool,
    ) -> list[Annotation]:
        me = self._people.current().id
        mine = replace(wanted or AnnotationFilter(), people=frozenset({me, ""}))
        chosen = stored.select(connection, mine, deleted=True)
        if article_ids is not None:
            articles = frozenset(article_ids)
            chosen = [annotation for annotation in chosen if annotation.target.article_id in articles]
        handed = handing.revisions(connection)
        return [
            annotation
            for annotation in chosen
            if (not annotation.deleted or annotation.id in handed)
            and not (since_last and handed.get(annotation.id) == annotation.revision)
        ]

    def _write(self, file: NotesFile, path: Path, *, sign: bool, password: str | None) -> None:
        seed = self._trusting.own_seed() if sign else None
        data = notes.dump(file, made=to_iso(self._clock()), generator_version=__version__, seed=seed)
        if password is not None:
            salt, nonce = (self._random_bits(8 * size).to_bytes(size, "big") for size in (sealing.SALT, sealing.NONCE))
            data = sealing.seal(data, password, salt=salt, nonce=nonce)
        write_whole(path, data)
