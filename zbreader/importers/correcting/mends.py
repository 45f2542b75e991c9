"""Mended characters: put where they are seen, in lines and in the headline, authors and notes made of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from zbreader.importers.correcting.desk import HEADS, Desk, Sheet
from zbreader.importers.draft import DraftArticle, Role
from zbreader.model.correction import Correction, Mend
from zbreader.model.message import message
from zbreader.text.tracing import pieces_of

Edits = Mapping[int, Sequence[Mend]]  # source line -> mends that do not overlap


def mend_all(desk: Desk, mends: Iterable[tuple[Correction, Mend]], source: Mapping[int, str]) -> None:
    """Apply MENDS, of which a later one replaces those it overlaps; source: number -> text."""
    told: dict[int, list[tuple[Correction, Mend]]] = {}
    for correction, change in mends:
        number = change.lines[0]
        if source.get(number, "")[change.start : change.end] != change.old or change.end < change.start:
            desk.doubt(correction, message("第 {line} 行不再读作“{old}”，没有改字。", line=number, old=change.old))
            continue
        earlier = [one for one in told.get(number, []) if not _overlap(one[1], change)]
        told[number] = [*earlier, (correction, change)]
    edits = {number: [change for _, change in some] for number, some in told.items()}
    sheets = [sheet for sheet in desk.sheets if _touched(desk, sheet, edits)]
    heads = [_mended_head(desk, sheet, edits, source) for sheet in sheets]
    seen = _mend_lines(desk, edits, source)
    for sheet, base in zip(sheets, heads, strict=True):
        sheet.base = base
    for correction, change in (one for some in told.values() for one in some):
        if change not in seen:
            said = message("第 {line} 行的“{old}”在导入时已被略去，没有改字。", line=change.lines[0], old=change.old)
            desk.doubt(correction, said)


def mended_text(text: str, numbers: Sequence[int], edits: Edits, source: Mapping[int, str]) -> str:
    """A text made of source lines, with those EDITS whose characters it has."""
    for start, end, change in reversed(_cuts(text, numbers, edits, source)):
        text = text[:start] + change.new + text[end:]
    return text


def _cuts(text: str, numbers: Sequence[int], edits: Edits, source: Mapping[int, str]) -> list[tuple[int, int, Mend]]:
    """Where in a text the EDITS fall, in order: half-open ranges that do not overlap."""
    wanted = [number for number in numbers if number in edits]
    if not wanted:
        return []
    origins = list(pieces_of(text, [source.get(number, "") for number in numbers]))
    cuts: list[tuple[int, int, Mend]] = []
    for number in wanted:
        piece = numbers.index(number)
        for change in edits[number]:
            at = _span(origins, piece, change, text)
            if at is not None:
                cuts.append((*at, change))
    return sorted(cuts, key=lambda cut: cut[:2])


def _span(origins: Sequence[tuple[int, int]], piece: int, change: Mend, text: str) -> tuple[int, int] | None:
    """The half-open range of a text that came from the characters to be mended; None when they are not all there."""
    if change.start == change.end:
        return _gap(origins, piece, change.start)
    inside = [at for at, (of, offset) in enumerate(origins) if of == piece and change.start <= offset < change.end]
    printing = sum(not c.isspace() for c in change.old)
    if not inside or len(inside) < printing:
        return None
    start, end = inside[0], inside[-1] + 1
    if any(text[at].strip() for at in range(start, end) if at not in inside):
        return None
    return start, end


def _gap(origins: Sequence[tuple[int, int]], piece: int, start: int) -> tuple[int, int] | None:
    """Where characters that were left out go in: before the one that came from `start`, or behind the one before."""
    behind = None
    for at, (of, offset) in enumerate(origins):
        if of == piece and offset >= start:
            return at, at
        if of == piece:
            behind = at + 1
    return None if behind is None else (behind, behind)


def _overlap(one: Mend, other: Mend) -> bool:
    same = (one.start, one.end) == (other.start, other.end)  # two that put something in at one place
    return same or (one.start < other.end and other.start < one.end)


def _touched(desk: Desk, sheet: Sheet, edits: Edits) -> bool:
    return any(number in edits for index in _head_of(sheet) for number in desk.lines[index].numbers)


def _head_of(sheet: Sheet) -> list[int]:
    notes = [index for strip in sheet.strips if strip.role is Role.AUTHOR_NOTE for index in strip.at]
    return [index for role in HEADS for index in sheet.head[role]] + notes


def _mended_head(desk: Desk, sheet: Sheet, edits: Edits, source: Mapping[int, str]) -> DraftArticle:
    """The article's own words (headline, names, note) as its mended lines make them."""
    base = sheet.base

    def numbers(*indexes: int) -> list[int]:
        return sorted({number for index in indexes for number in desk.lines[index].numbers})

    head = numbers(*sheet.head[Role.HEADLINE])
    rest = numbers(*(index for index in _head_of(sheet)))
    title = mended_text(base.title, head, edits, source)
    if title != base.title:
        base = replace(base, title=title, known_as=base.known_as or base.title or None)
    authors = tuple(mended_text(name, rest, edits, source) for name in base.authors)
    note = base.author_note and mended_text(base.author_note, rest, edits, source)
    return replace(base, authors=authors, author_note=note)


def _mend_lines(desk: Desk, edits: Edits, source: Mapping[int, str]) -> set[Mend]:
    seen: set[Mend] = set()
    for group in _sharing(desk):
        numbers = list(dict.fromkeys(number for index in group for number in desk.lines[index].numbers))
        texts = [desk.lines[index].text for index in group]
        cuts = _cuts("".join(texts), numbers, edits, source)
        seen.update(change for _, _, change in cuts)
        for index, mended in zip(group, _recut(texts, cuts), strict=True):
            if mended != desk.lines[index].text:
                desk.lines[index] = replace(desk.lines[index], text=mended)
                place = desk.place(index) if not mended.strip() else None
                if place is not None and place.role is None:
                    desk.take(index)
    return seen


def _recut(texts: Sequence[str], cuts: Sequence[tuple[int, int, Mend]]) -> list[str]:
    """Texts in a row with the cuts of the row; what is new goes where its place begins."""
    starts = [0, *accumulate(map(len, texts))][: len(texts)]
    made = list(texts)
    for start, stop, change in reversed(cuts):
        owner = bisect_right(starts, start) - 1
        for at, text in enumerate(texts):
            first, last = max(start - starts[at], 0), min(stop - starts[at], len(text))
            new = change.new if at == owner else ""
            if new or first < last:
                made[at] = made[at][:first] + new + made[at][max(first, last) :]
    return made


def _sharing(desk: Desk) -> list[list[int]]:
    """The lines, those together that share a source line."""
    groups: list[list[int]] = []
    for index, line in enumerate(desk.lines):
        if groups and not set(desk.lines[groups[-1][-1]].numbers).isdisjoint(line.numbers):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
