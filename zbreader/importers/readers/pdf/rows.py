"""From characters to pieces of lines: what stands side by side on one baseline without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from zbreader.importers.readers.pdf.glyphs import Glyph
from zbreader.text.spacing import is_chinese, is_ideograph

_TOUCHING = 0.7  # ems between two characters of one piece at most; a gutter is wider
_SPACED = 0.2  # ems between two Latin characters, or in a line set tight, from which there is a space
_WIDE_SPACE = 0.8  # ems between any two characters from which there is a space
_SET_TIGHT = 0.05  # ems of the usual gap up to which a line is not spread, so that a gap between characters is a space
_FEWEST_GAPS = 3  # gaps that tell how a line is set
_SHIFT = 0.35  # ems that characters of one line may stand higher or lower
_TWIN = 0.3  # widths of a character between two prints of it, made to look bold


@dataclass(slots=True)
class Piece:
    """A piece of a line: text and box (points), and the characters that it is made of."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    glyphs: list[Glyph]

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def width(self) -> float:
        return self.right - self.left


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Pieces of lines in the file's order."""
    runs: list[list[Glyph]] = []
    for glyph in _without_twins(glyphs):
        if runs and _goes_on(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [_piece(trimmed) for run in runs if (trimmed := _trimmed(run))]


def joined(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one line as one, from left to right: a file may print a character late that belongs among others."""
    if len(pieces) == 1:
        return pieces[0]
    whole = _piece(sorted((glyph for piece in pieces for glyph in piece.glyphs), key=lambda glyph: glyph.left))
    whole.left = min(piece.left for piece in pieces)
    whole.size = max(pieces, key=lambda piece: len(piece.text)).size
    return whole


def rows_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Whole lines from top to bottom; pieces on one baseline are one line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.middle, piece.left)):
        if rows and _share_baseline(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [joined(row) for row in rows]


def _share_baseline(row: Sequence[Piece], piece: Piece) -> bool:
    first = row[0]
    smaller = min(first.size, piece.size)
    if abs(first.middle - piece.middle) > _SHIFT * max(smaller, 0.5 * max(first.size, piece.size)):
        return False
    return not any(_overlap(other, piece, 0.5 * smaller) for other in row[-8:])


def _overlap(one: Piece, other: Piece, tolerance: float) -> bool:
    """Whether characters of two pieces stand in one another's place; a piece may fit into a gap of another."""
    if other.left >= one.right - tolerance or other.right <= one.left + tolerance:
        return False
    return any(
        glyph.left < other.right - tolerance and glyph.right > other.left + tolerance
        for glyph in one.glyphs
        if not glyph.text.isspace()
    )


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    em = max(before.size, glyph.size)
    if abs((before.bottom + before.top) - (glyph.bottom + glyph.top)) > 2 * _SHIFT * em:
        return False
    gap = glyph.left - before.right
    if glyph.left == before.left and glyph.text == before.text:  # two that are one drawing
        return True
    return -0.5 * em <= gap <= _TOUCHING * em


def _trimmed(run: list[Glyph]) -> list[Glyph]:
    start, end = 0, len(run)
    while start < end and run[start].text.isspace():
        start += 1
    while start < end and run[end - 1].text.isspace():
        end -= 1
    return run[start:end]


def _piece(run: list[Glyph]) -> Piece:
    gaps = [(after.left - before.right) / max(before.size, after.size, 1.0) for before, after in pairwise(run)]
    usual = median(gaps) if len(gaps) >= _FEWEST_GAPS else _WIDE_SPACE
    text = [run[0].text]
    for gap, (before, after) in zip(gaps, pairwise(run), strict=True):
        text.append(_space(before.text[-1], after.text[0], gap, usual))
        text.append(after.text)
    return Piece(
        "".join(text),
        run[0].left,
        max(glyph.right for glyph in run),
        min(glyph.bottom for glyph in run),
        max(glyph.top for glyph in run),
        median(glyph.size for glyph in run),
        sum(glyph.bold for glyph in run) * 2 > len(run),
        run,
    )


def _space(before: str, after: str, gap: float, usual: float) -> str:
    """The space that a gap (ems) means. USUAL is the gap in this line, which may be set wide."""
    if before.isspace() or after.isspace():
        return ""
    if is_ideograph(before) and is_ideograph(after) and usual <= _SET_TIGHT:
        return " " if gap > _SPACED else ""
    wide = is_chinese(before) or is_chinese(after)
    return " " if gap > (_WIDE_SPACE if wide else _SPACED) else ""


def _without_twins(glyphs: Sequence[Glyph]) -> Iterable[Glyph]:
    """Characters printed twice at nearly the same place count once; two that are one drawing (——) are both meant."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    last: Glyph | None = None
    for glyph in glyphs:
        near = _TWIN * max(glyph.right - glyph.left, 0.5)
        x, y = round(glyph.left / near), round(glyph.bottom / near)
        around = (seen.get((glyph.text, x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        twin = next((other for other in around if other is not None and _distance(other, glyph) < near), None)
        if twin is not None and not (twin is last and _distance(twin, glyph) == 0):
            continue
        seen[glyph.text, x, y] = last = glyph
        yield glyph


def _distance(one: Glyph, other: Glyph) -> float:
    return max(abs(one.left - other.left), abs(one.bottom - other.bottom))
