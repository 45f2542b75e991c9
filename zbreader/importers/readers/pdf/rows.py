"""From characters to pieces of lines: what stands side by side on one baseline without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from zbreader.importers.readers.pdf.glyphs import Glyph
from zbreader.text.spacing import is_chinese

_TOUCHING = 0.7  # ems between two characters of one piece at most; a gutter is wider
_SPACED = 0.2  # ems between two Latin characters from which there is a space
_WIDE_SPACE = 0.8  # ems between any two characters from which there is a space
_SHIFT = 0.35  # ems that characters of one line may stand higher or lower
_TWIN = 0.3  # widths of a character between two prints of it, made to look bold


@dataclass(slots=True)
class Piece:
    """A piece of a line: text and box (points)."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool

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
    return [piece for run in runs if (piece := _piece(run)) is not None]


def joined(pieces: Iterable[Piece]) -> Piece:
    """Pieces of one line as one, from left to right."""
    ordered = sorted(pieces, key=lambda piece: piece.left)
    text = ordered[0].text
    for before, after in pairwise(ordered):
        text += _space(before.text[-1], after.text[0], after.left - before.right, max(before.size, after.size))
        text += after.text
    weight = sum(len(piece.text) for piece in ordered if piece.bold)
    return Piece(
        text,
        ordered[0].left,
        max(piece.right for piece in ordered),
        min(piece.bottom for piece in ordered),
        max(piece.top for piece in ordered),
        max(ordered, key=lambda piece: len(piece.text)).size,
        weight * 2 > sum(len(piece.text) for piece in ordered),
    )


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
    return all(piece.left >= other.right - smaller or piece.right <= other.left + smaller for other in row[-8:])


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    em = max(before.size, glyph.size)
    if abs((before.bottom + before.top) - (glyph.bottom + glyph.top)) > 2 * _SHIFT * em:
        return False
    gap = glyph.left - before.right
    return -0.5 * em <= gap <= _TOUCHING * em


def _piece(run: Sequence[Glyph]) -> Piece | None:
    while run and run[0].text.isspace():
        run = run[1:]
    while run and run[-1].text.isspace():
        run = run[:-1]
    if not run:
        return None
    text = run[0].text
    for before, after in pairwise(run):
        text += _space(before.text[-1], after.text[0], after.left - before.right, max(before.size, after.size))
        text += after.text
    bold = sum(glyph.bold for glyph in run)
    return Piece(
        text,
        min(glyph.left for glyph in run),
        max(glyph.right for glyph in run),
        min(glyph.bottom for glyph in run),
        max(glyph.top for glyph in run),
        median(glyph.size for glyph in run),
        bold * 2 > len(run),
    )


def _space(before: str, after: str, gap: float, em: float) -> str:
    if before.isspace() or after.isspace():
        return ""
    wide = is_chinese(before) or is_chinese(after)
    return " " if gap > (_WIDE_SPACE if wide else _SPACED) * em else ""


def _without_twins(glyphs: Sequence[Glyph]) -> Iterable[Glyph]:
    """Characters printed twice at nearly the same place count once."""
    seen: dict[tuple[str, int, int], tuple[float, float]] = {}
    for glyph in glyphs:
        near = _TWIN * max(glyph.right - glyph.left, 0.5)
        x, y = round(glyph.left / near), round(glyph.bottom / near)
        around = (seen.get((glyph.text, x + dx, y + dy)) for dx in (-1, 0, 1) for dy in (-1, 0, 1))
        if any(place and max(abs(place[0] - glyph.left), abs(place[1] - glyph.bottom)) < near for place in around):
            continue
        seen[glyph.text, x, y] = glyph.left, glyph.bottom
        yield glyph
