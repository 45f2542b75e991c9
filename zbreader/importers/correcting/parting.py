"""Parting lines that hold more than a correction speaks of: several source lines unwrapped into one, or two things.

Characters are traced back to the source lines; none is lost, and parts that stay together read as before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zbreader.importers.draft import DraftArticle, DraftLine, Entry, ImportDraft, Piece
from zbreader.text.tracing import pieces_of

Spot = tuple[int, int]  # number of a source line, code point in it


@dataclass(frozen=True, slots=True)
class Parting:
    """The draft with its lines parted, and which line begins at each spot that was asked for."""

    draft: ImportDraft
    begins: Mapping[Spot, int]


def parted(draft: ImportDraft, numbers: Iterable[int], spots: Iterable[Spot], source: Mapping[int, str]) -> Parting:
    """Give each of these source lines a line of its own, and begin a line at each of SPOTS; source: number -> text."""
    wanted, places = set(numbers), sorted(set(spots))
    lines: list[DraftLine] = []
    became: list[tuple[int, ...]] = []
    begins: dict[Spot, int] = {}
    for line in draft.lines:
        marks = _marks(line, wanted, places)
        parts = _parts(line, marks, source) if marks else [(None, line)]
        became.append(tuple(range(len(lines), len(lines) + len(parts))))
        for mark, part in parts:
            if mark is not None:
                begins.setdefault(mark, len(lines))
            lines.append(part)
    if len(lines) == len(draft.lines):
        return Parting(draft, begins)
    return Parting(_renumbered(replace(draft, lines=tuple(lines)), became), begins)


def _marks(line: DraftLine, wanted: set[int], places: Sequence[Spot]) -> list[Spot]:
    """Where a line must be parted, in the order of its source lines."""
    marks = [place for place in places if place[0] in line.numbers]
    if len(line.numbers) > 1 and not wanted.isdisjoint(line.numbers):
        marks += [(number, 0) for number in line.numbers]
    order = {number: at for at, number in enumerate(line.numbers)}
    return sorted(set(marks), key=lambda mark: (order[mark[0]], mark[1]))


def _parts(line: DraftLine, marks: list[Spot], source: Mapping[int, str]) -> list[tuple[Spot | None, DraftLine]]:
    given = [source.get(number, "") for number in line.numbers]
    order = {number: at for at, number in enumerate(line.numbers)}
    keys = [(order[number], start) for number, start in marks]
    texts = [""] * (len(keys) + 1)
    at = 0
    for character, origin in zip(line.text, pieces_of(line.text, given), strict=True):
        if origin[0] >= 0:
            at = max(at, bisect_right(keys, origin))
        texts[at] += character
    parts: list[tuple[Spot | None, DraftLine]] = []
    starts = [(0, 0), *keys]
    for number, text in enumerate(texts):
        end = starts[number + 1] if number + 1 < len(starts) else (len(given), 0)
        own = line.numbers[starts[number][0] : end[0] + (end[1] > 0)]
        if text.strip():
            made = replace(line, numbers=own or line.numbers[:1], text=_hyphened(text, given[starts[number][0]], own))
            parts.append((marks[number - 1] if number else None, made))
    if not parts:
        return [(None, line)]
    ends = len(parts) - 1
    return [
        (mark, part if not at else replace(part, gap=0, indented=False, ended=part.ended and at == ends))
        if at == ends or at
        else (mark, replace(part, ended=False))
        for at, (mark, part) in enumerate(parts)
    ]


def _hyphened(text: str, given: str, own: tuple[int, ...]) -> str:
    """A part as it was before its hyphen went when it was joined to the next."""
    text = text.strip()
    return text + "-" if len(own) == 1 and given.rstrip().endswith("-") and not text.endswith("-") else text


def _renumbered(draft: ImportDraft, became: Sequence[tuple[int, ...]]) -> ImportDraft:
    def new(at: Iterable[int]) -> tuple[int, ...]:
        return tuple(index for old in at for index in became[old])

    def article(one: DraftArticle) -> DraftArticle:
        return replace(
            one,
            headline=new(one.headline),
            kicker=new(one.kicker),
            subtitle=new(one.subtitle),
            bylines=new(one.bylines),
            flow=new(one.flow),
            pieces=tuple(Piece(piece.role, new(piece.at), piece.confidence) for piece in one.pieces),
        )

    def entry(one: Entry) -> Entry:
        return replace(one, at=new(one.at))

    return replace(draft, articles=tuple(map(article, draft.articles)), entries=tuple(map(entry, draft.entries)))
