"""The reading order of a page: columns found by the white between them.

A recursive cut (Nagy & Seth, Hierarchical representation of optically scanned documents, 1984) that tolerates what
stands across a gutter: a headline over two columns divides the page into what is above and below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from zbreader.importers.readers.pdf.rows import Piece

_GUTTER = 0.8  # ems of white between two columns at least
_NARROWEST = 5.0  # ems of a column
_FEWEST = 3  # lines on either side of a gutter
_FIRST_LINE = 2.5  # ems that the first line of a column begins further in at most
_LARGE = 1.15  # times the usual type size: a headline
_ACROSS = 0.34  # share of the lines in a region that may stand across a gutter
_WIDE = 4.0  # ems of white beyond which a gutter is no better
_CROSSING = 40  # ems of white that crossings outweigh which every line makes: it must be hardly any
_DEEPEST = 12
_MOST = 4000  # pieces of a page that is taken apart; what holds more is no page of text


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between two columns: its edges in points."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def gutters_of(pieces: Sequence[Piece]) -> list[Gutter]:
    """The gutters of a page from left to right."""
    gutter = _gutter_in(pieces) if 2 * _FEWEST < len(pieces) <= _MOST else None
    if gutter is None:
        return []
    left = [piece for piece in pieces if piece.right <= gutter.middle]
    right = [piece for piece in pieces if piece.left >= gutter.middle]
    return [*gutters_of(left), gutter, *gutters_of(right)]


def regions_of(pieces: Sequence[Piece], known: Sequence[Gutter] = (), depth: int = 0) -> list[list[Piece]]:
    """Groups of pieces in reading order; the lines of each stand below one another.

    known: the gutters of the file's other pages; where a column has hardly begun, its page does not show one.
    """
    if not pieces:
        return []
    gutter = None
    if depth < _DEEPEST and len(pieces) <= _MOST:
        gutter = _gutter_in(pieces) if len(pieces) > 2 * _FEWEST else None
        gutter = gutter or _known_in(pieces, known)
    if gutter is None:
        return [list(pieces)]
    alone = {id(piece) for piece in _centred(pieces, gutter)}
    across = [piece for piece in pieces if id(piece) in alone or piece.left < gutter.middle < piece.right]
    across.sort(key=lambda piece: -piece.middle)
    apart = {id(piece) for piece in across}
    rest = [piece for piece in pieces if id(piece) not in apart]
    regions: list[list[Piece]] = []
    for band in _bands(across):
        below = band[-1].middle
        above = [piece for piece in rest if piece.middle > band[0].middle]
        regions += _sides(above, gutter, known, depth)
        regions.append(band)
        rest = [piece for piece in rest if piece.middle <= band[0].middle]
        level = [piece for piece in rest if piece.middle >= below]
        if level:  # beside what stands across: read with it
            regions[-1] = band + level
            rest = [piece for piece in rest if piece.middle < below]
    return regions + _sides(rest, gutter, known, depth)


def _centred(pieces: Sequence[Piece], gutter: Gutter) -> list[Piece]:
    """Headlines and bylines in the middle that are so short that they fit into a column and cross no gutter.

    Nothing stands beside them, and there are columns below. A byline stands at the top or below a headline.
    """
    middle = (min(piece.left for piece in pieces) + max(piece.right for piece in pieces)) / 2
    em = median(piece.size for piece in pieces)
    ordered = sorted(pieces, key=lambda piece: -piece.middle)
    found: list[Piece] = []
    follows = True
    for at, line in enumerate(ordered):
        near = ordered[max(0, at - 3) : at] + ordered[at + 1 : at + 4]
        is_set_apart = (
            (line.size > _LARGE * em or follows)
            and abs((line.left + line.right) / 2 - middle) <= line.size
            and not any(_is_beside(line, other) for other in near)
            and any(other.right < line.left for other in ordered[at + 1 :])
        )
        if is_set_apart:
            found.append(line)
        follows = is_set_apart or line.left < gutter.middle < line.right
    return found


def _is_beside(one: Piece, other: Piece) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0.1 * min(one.size, other.size)


def _bands(across: Sequence[Piece]) -> list[list[Piece]]:
    """Lines that stand across a gutter right below one another, together."""
    bands: list[list[Piece]] = []
    for piece in across:
        if bands and bands[-1][-1].bottom - piece.top < 0.8 * max(piece.size, bands[-1][-1].size):
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return bands


def _sides(pieces: Sequence[Piece], gutter: Gutter, known: Sequence[Gutter], depth: int) -> list[list[Piece]]:
    left = [piece for piece in pieces if piece.right <= gutter.middle]
    right = [piece for piece in pieces if piece.right > gutter.middle]
    return regions_of(left, known, depth + 1) + regions_of(right, known, depth + 1)


def _gutter_in(pieces: Sequence[Piece]) -> Gutter | None:
    """The widest white stripe from top to bottom, crossed by few lines, with columns of text on both sides."""
    em = median(piece.size for piece in pieces)
    allowed = int(_ACROSS * len(pieces))
    best: tuple[float, Gutter] | None = None
    for gutter, crossed in _stripes(pieces, _GUTTER * em, allowed):
        left = [piece for piece in pieces if piece.right <= gutter.left + 0.01]
        right = [piece for piece in pieces if piece.left >= gutter.right - 0.01]
        if not (_is_column(left, em) and _is_column(right, em)) or not _side_by_side(left, right):
            continue
        score = min(gutter.right - gutter.left, _WIDE * em) / em - _CROSSING * crossed / len(pieces)
        if best is None or score > best[0]:
            best = score, gutter
    return best[1] if best is not None else None


def _known_in(pieces: Sequence[Piece], known: Sequence[Gutter]) -> Gutter | None:
    """A known gutter with no more than the first lines of a column to its right, which nothing crosses."""
    em = median(piece.size for piece in pieces)
    for gutter in known:
        left = [piece for piece in pieces if piece.right <= gutter.middle]
        right = [piece for piece in pieces if piece.left >= gutter.middle]
        if not left or not right or len(left) + len(right) < len(pieces):
            continue
        begins = min(piece.left for piece in right) - gutter.right
        high = max(piece.middle for piece in right) - max(piece.middle for piece in left)
        rows = {round(piece.middle / (0.8 * em)) for piece in right}
        if abs(begins) <= _FIRST_LINE * em and abs(high) <= 0.5 * em and len(rows) < _FEWEST:
            return gutter
    return None


def _stripes(pieces: Sequence[Piece], narrowest: float, allowed: int) -> list[tuple[Gutter, int]]:
    """Stripes that at most ALLOWED pieces cross, with how many do; where pieces begin or end a stripe does."""
    changes = sorted([(piece.left, 1) for piece in pieces] + [(piece.right, -1) for piece in pieces])
    stripes: list[tuple[Gutter, int]] = []
    crossing = 0
    for (x, change), (following, _) in pairwise(changes):
        crossing += change
        if crossing <= allowed and following - x >= narrowest:
            stripes.append((Gutter(x, following), crossing))
    return stripes


def _is_column(pieces: Sequence[Piece], em: float) -> bool:
    """Whether pieces could be a column: enough lines, and wide enough to hold text and not only numbers."""
    rows = {round(piece.middle / (0.8 * em)) for piece in pieces}
    return len(rows) >= _FEWEST and sum(piece.width > _NARROWEST * em for piece in pieces) >= _FEWEST


def _side_by_side(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Whether two columns stand beside one another and not one below the other."""
    low = max(min(piece.bottom for piece in left), min(piece.bottom for piece in right))
    high = min(max(piece.top for piece in left), max(piece.top for piece in right))
    beside_left = sum(low <= piece.middle <= high for piece in left)
    beside_right = sum(low <= piece.middle <= high for piece in right)
    return beside_left >= _FEWEST and beside_right >= _FEWEST
