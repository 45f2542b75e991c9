"""Running heads and folios: what comes back at the edges of page after page, or counts with them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zbreader.importers.readers.pdf.rows import Piece, joined, rows_of

_EDGE = 0.14  # share of a page's height at its top and bottom in which they stand
_OUTERMOST = 2  # lines on either edge that are looked at
_OFTEN = 3  # pages on which a line must come back
_HEIGHT = 0.01  # share of a page's height by which its place may differ
_NUMBER = re.compile(r"\d{1,4}")
_FOLIO = re.compile(r"^[\W_]*(?:第|P\.?)?\d{1,4}(?:页)?[\W_]*$")


@dataclass(frozen=True, slots=True)
class _Row:
    pieces: tuple[Piece, ...]
    key: str  # its text with a # for each number
    numbers: tuple[int, ...]
    place: int  # height, in steps of _HEIGHT
    outermost: bool


def running_heads(pages: Sequence[tuple[int, float, Sequence[Piece]]]) -> dict[int, set[int]]:
    """For each page (number, height in points, pieces) the ids of the pieces that are running heads or folios."""
    rows = {number: _edge_rows(pieces, height) for number, height, pieces in pages}
    often = Counter((row.key, row.place) for found in rows.values() for row in found)
    offsets = Counter(
        offset for number, found in rows.items() for offset in {n - number for row in found for n in row.numbers}
    )
    offset, votes = offsets.most_common(1)[0] if offsets else (0, 0)
    heads: dict[int, set[int]] = {}
    for number, found in rows.items():
        for row in found:
            again = max(often[row.key, row.place + step] for step in (-1, 0, 1))
            counts = votes >= _OFTEN and number + offset in row.numbers
            folio = row.outermost and _FOLIO.match(row.key.replace("#", "1")) is not None
            if again >= _OFTEN or (counts and (folio or row.outermost)) or (folio and len(pages) < _OFTEN):
                heads.setdefault(number, set()).update(id(piece) for piece in row.pieces)
    return heads


def _edge_rows(pieces: Sequence[Piece], height: float) -> list[_Row]:
    """The outermost lines of a page in its upper and lower edge."""
    upper = [piece for piece in pieces if piece.middle > (1 - _EDGE) * height]
    lower = [piece for piece in pieces if piece.middle < _EDGE * height]
    found: list[_Row] = []
    for edge, sign in ((upper, -1), (lower, 1)):
        groups = list(_grouped(sorted(edge, key=lambda piece: sign * piece.middle)))
        for at, group in enumerate(groups[:_OUTERMOST]):
            text = unicodedata.normalize("NFKC", "".join(joined(group).text.split()))
            numbers = tuple(int(number) for number in _NUMBER.findall(text))
            place = round(group[0].middle / max(1.0, height * _HEIGHT))
            found.append(_Row(tuple(group), _NUMBER.sub("#", text), numbers, place, at == 0))
    return found


def _grouped(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces, sorted by height, in groups that stand on one line."""
    group: list[Piece] = []
    for piece in pieces:
        if group and abs(group[0].middle - piece.middle) > 0.5 * max(piece.size, group[0].size):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def head_lines(pieces: Sequence[Piece], ids: set[int]) -> list[Piece]:
    """The running heads of a page as lines, from top to bottom."""
    return rows_of([piece for piece in pieces if id(piece) in ids])
