"""Merging the notes of fifty members with two thousand notes each, and reading and writing one member's file."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.invented_text import invented_text
from benchmarks.measure import Row, compare, timed
from benchmarks.shelf import library, processor_time
from zbreader.anchoring import describe
from zbreader.exchange import notes
from zbreader.exchange.merge import merge
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, Target
from zbreader.model.ids import annotation_id
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.model.person import Person
from zbreader.services.library import Services
from zbreader.store import annotations, issues
from zbreader.store.sources import Source

MEMBERS, NOTES = 50, 2000
FELT = 5_000.0
"""Milliseconds in which a group's notes are gathered."""


def members_notes() -> list[list[Annotation]]:
    """The notes of every member; each knows fifty notes of the first member too."""
    chance = random.Random(7)
    text = article_text()
    files = []
    for member in range(MEMBERS):
        rows = []
        for number in range(NOTES):
            start = chance.randrange(len(text) - 60)
            target = Target("0123456789ab", "0123456789ab-000001", "期", "题", describe(text, start, start + 30))
            made = f"2024-07-01T00:00:{number % 60:02}.000Z"
            name = annotation_id(1_700_000_000_000 + number, chance.getrandbits(74))
            rows.append(Annotation(name, target, f"成员{member}", made, made, note="记下了", tags=("学习",)))
        files.append(rows + (files[0][:50] if files else []))
    return files


def article_text() -> str:
    """The text that all of them marked."""
    return invented_text(random.Random(7), 20_000)


def shelve(services: Services) -> None:
    """Put the article that the notes are on into a library, so that every note has to be placed."""
    paragraphs = tuple(
        Paragraph(ParagraphKind.BODY, line, (number,)) for number, line in enumerate(article_text().split("\n"), 1)
    )
    issue = Issue("0123456789ab", IssueIdentity(), (Article("0123456789ab-000001", "题", paragraphs=paragraphs),))
    with services.database.write() as connection:
        issues.insert(
            connection, issue, Source("期.txt", b"", "0" * 64), title="期", imported="2024-07-01T00:00:00.000Z"
        )


def rows() -> Iterable[Row]:
    files = members_notes()
    everything = [row for rows in files for row in rows]
    yield from in_a_library(files, everything)
    yield from in_memory(everything)

    def dump() -> bytes:
        return notes.dump(NotesFile(files[0], Person("", "成员0")), made="2024-07-01", generator_version="1")

    data = dump()
    yield compare("write one member's .zbnotes", timed(dump), timed(lambda: data.decode().encode()), None)
    yield compare("read one member's .zbnotes", timed(lambda: notes.load(data, "a")), timed(data.decode), None)


def in_a_library(files: list[list[Annotation]], everything: list[Annotation]) -> Iterable[Row]:
    """What it takes until the notes are stored, against one transaction of plain upserts of the same rows."""
    with tempfile.TemporaryDirectory(prefix="zbreader-merging-") as folder:
        opened: list[Services] = []
        paths = []
        for number, rows in enumerate(files):
            paths.append(Path(folder) / f"{number}.zbnotes")
            paths[-1].write_bytes(
                notes.dump(NotesFile(rows, Person("", f"成员{number}")), made="2024-07-01", generator_version="1")
            )

        def renew() -> None:
            while opened:
                opened.pop().close()
            shutil.rmtree(Path(folder) / "library", ignore_errors=True)
            opened.append(library(Path(folder) / "library"))
            shelve(opened[-1])

        def store() -> None:
            with opened[-1].database.write() as connection:
                plan = merge(annotations.all_of_them(connection), everything)
                annotations.put(connection, plan.to_store)

        by_hand = Path(folder) / "by-hand.db"
        upsert = partial(upsert_by_hand, by_hand, everything)
        remove = partial(by_hand.unlink, missing_ok=True)
        note = f"{MEMBERS} × {NOTES:,} notes; floor: one transaction of plain upserts, with their tags"
        least = processor_time(upsert, remove)
        yield compare("merge and store", processor_time(store, renew), least, 3, rounds=5, note=note)

        def look_and_take() -> None:
            exchanging = opened[-1].exchanging
            exchanging.take(exchanging.look(paths, skip_unreadable=True))

        gather = processor_time(look_and_take, renew)
        from_files = compare(
            "… from files as in the window, every note placed", gather, least, None, rounds=5, note=note
        )
        yield from_files
        yield Row("… as it is felt", from_files.ours, None, FELT, "ms", from_files.spread)
        opened.pop().close()


def in_memory(everything: list[Annotation]) -> Iterable[Row]:
    """The merge alone, against the least work: filling a dictionary by id."""
    mine = list({row.id: row for row in everything}.values())
    edited = [replace(row, revision=2, note="改了") for row in everything]

    def least() -> dict[str, Annotation]:
        return {row.id: row for row in everything}

    note = f"{MEMBERS} × {NOTES:,} notes, in memory"
    yield compare("merge into an empty library", timed(lambda: merge([], everything)), timed(least), None, note=note)
    yield compare("merge again, nothing new", timed(lambda: merge(mine, everything)), timed(least), None, note=note)
    yield compare("merge, every note edited", timed(lambda: merge(mine, edited)), timed(least), None, note=note)


def upsert_by_hand(path: Path, everything: list[Annotation]) -> None:
    """One table of notes with unique ids, one of tags, one transaction."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "CREATE TABLE notes (key INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, exact TEXT, prefix TEXT,"
            " suffix TEXT, first INTEGER, last INTEGER, creator TEXT, created TEXT, modified TEXT, revision INTEGER,"
            " note TEXT)"
        )
        connection.execute("CREATE INDEX notes_by_article ON notes (article)")
        connection.execute("CREATE TABLE tags (note TEXT, tag TEXT, PRIMARY KEY (note, tag)) WITHOUT ROWID")
        connection.executemany(
            "INSERT INTO notes"
            " (id, article, exact, prefix, suffix, first, last, creator, created, modified, revision, note)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " modified = excluded.modified, revision = excluded.revision, note = excluded.note",
            map(plain, everything),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO tags VALUES (?, ?)", ((row.id, tag) for row in everything for tag in row.tags)
        )


def plain(row: Annotation) -> tuple[object, ...]:
    """One note as a table's row."""
    assert row.target.selectors is not None
    quote, position = row.target.selectors.quote, row.target.selectors.position
    return (
        *(row.id, row.target.article_id, quote.exact, quote.prefix, quote.suffix, position.start, position.end),
        *(row.creator, row.created, row.modified, row.revision, row.note),
    )
