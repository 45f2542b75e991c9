"""Exchanging: notes to others and from others, without loss and without overwriting anybody."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from zbreader import __version__
from zbreader.exchange import issue_pack, notes, sealing
from zbreader.exchange.issue_pack import PackedIssue
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.services import readers
from zbreader.services.files import write_whole
from zbreader.services.gathering import Gathering, MergeReport, UnreadFile
from zbreader.services.jobs import Job
from zbreader.services.moments import Clock, RandomBits, to_iso
from zbreader.services.people import People
from zbreader.services.reading import no_issue
from zbreader.services.trusting import Trusting
from zbreader.store import annotations as stored
from zbreader.store import articles, corrections, handing, issues, people, sources
from zbreader.store.database import Connection, Database
from zbreader.text.fingerprints import fingerprint

__all__ = ["Exchanging", "MergeReport"]


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
            file = _file(connection, chosen, person.id)
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
            file = _file(connection, chosen, person.id, read)
        if not chosen and since_last and not read:
            raise KnownError("上次交出之后没有新的笔记，没有保存。要重新交出全部笔记，请选择“全部笔记”。")
        if not any(not annotation.deleted for annotation in chosen) and not since_last and not read:
            raise KnownError("没有可以交的笔记。请先写笔记，或换一个范围。")
        self._write(file, path, sign=sign, password=password)
        with self._database.write() as connection:
            handing.put(connection, ((annotation.id, annotation.revision) for annotation in chosen))
        return len(chosen)

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
        """Take the notes of files (and of those in folders) into the library; dry_run: only tell what would come of it.

        skip_unreadable: take in what can be read and tell the others in `unread`; else it is all files or none.
        passwords: for sealed files; trusted: public keys that the person accepts although somebody's key was another.
        """
        unread: list[UnreadFile] | None = [] if skip_unreadable else None
        files = self._gathering.read(paths, job, unread=unread, passwords=passwords)
        origins = tuple(self._trusting.origin(file.name, file.person, file.signer) for file in files)
        if not dry_run:
            self._trusting.refuse_changed(origins, trusted)
        report = self._gathering.merge(files, dry_run=dry_run)
        if not dry_run:
            self._trusting.remember(origins)
        return replace(report, unread=tuple(unread or ()), origins=origins)

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


def _file(
    connection: Connection, chosen: Sequence[Annotation], person_id: str, read: Sequence[tuple[str, str]] = ()
) -> NotesFile:
    """CHOSEN with everyone who made them, and what was READ, as the file of one person."""
    known = {one.id: one for one in people.get_many(connection, {a.creator_id for a in chosen} | {person_id})}
    places = {article: issue for issue, article in read} | {a.target.article_id: a.target.issue_id for a in chosen}
    prints = {
        (places[article_id], article_id): fingerprint(text)
        for article_id, text in articles.texts(connection, places).items()
    }
    told = {place: print_ for place, print_ in prints.items() if print_}
    return NotesFile(chosen, known.get(person_id), list(known.values()), told, read)
