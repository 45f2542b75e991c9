"""Merging the notes of fifty members with two thousand notes each, and reading and writing one member's file."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

from benchmarks.invented_text import invented_text
from benchmarks.measure import Row, compare, timed
from zbreader.anchoring import describe
from zbreader.exchange import notes
from zbreader.exchange.merge import merge
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, Target
from zbreader.model.ids import annotation_id
from zbreader.model.person import Person

MEMBERS, NOTES = 50, 2000


def members_notes() -> list[list[Annotation]]:
    """The notes of every member; each knows fifty notes of the first member too."""
    chance = random.Random(7)
    text = invented_text(chance, 20_000)
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


def rows() -> Iterable[Row]:
    """Each against the least work: filling a dictionary by id."""
    files = members_notes()
    everything = [row for rows in files for row in rows]
    mine = list({row.id: row for row in everything}.values())
    edited = [replace(row, revision=2, note="改了") for row in everything]

    def least() -> dict[str, Annotation]:
        return {row.id: row for row in everything}

    note = "50 × 2,000 notes"
    yield compare("merge into an empty library", timed(lambda: merge([], everything)), timed(least), 10, note=note)
    yield compare("merge again, nothing new", timed(lambda: merge(mine, everything)), timed(least), 10, note=note)
    yield compare("merge, every note edited", timed(lambda: merge(mine, edited)), timed(least), 40, note=note)

    def dump() -> bytes:
        return notes.dump(NotesFile(files[0], Person("", "成员0")), made="2024-07-01", generator_version="1")

    data = dump()
    yield compare("write one member's .zbnotes", timed(dump), timed(lambda: data.decode().encode()), None)
    yield compare(
        "read one member's .zbnotes", timed(lambda: notes.load(data, "a")), timed(lambda: data.decode()), None
    )
