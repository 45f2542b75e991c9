"""From the lines of a column to paragraphs: by indent, by short lines, by white space and type size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from zbreader.importers.readers.pdf.rows import Piece, rows_of
from zbreader.text.punctuation import unbroken
from zbreader.text.spacing import is_chinese, join_lines

_INDENT = (0.8, 4.5)  # ems by which the first line of a paragraph begins further in
_SHORT = 1.4  # ems by which the last line of a paragraph ends early at least
_LOOSE = 1.45  # leadings between two lines that are not of one paragraph
_RESIZED = 0.08  # share by which the type of one paragraph may differ
_DROP_CAP = 1.8  # times the type size of a letter that hangs into the lines below
_LATIN = 0.5  # ems of a Latin letter, about


@dataclass(slots=True)
class Paragraph:
    """A paragraph with the look of its first line."""

    text: str
    size: float
    bold: bool
    indented: bool
    runs_on: bool = False  # its last line reaches the edge: it may go on in the next column


def paragraphs_of(pieces: Sequence[Piece], leading: float | None = None) -> list[Paragraph]:
    """The paragraphs of a column from top to bottom. LEADING is the usual one in ems, where the page tells it."""
    rows = rows_of(_with_drop_caps(list(pieces)))
    if not rows:
        return []
    edges = _Edges.of(rows, leading)
    paragraphs: list[Paragraph] = []
    for at, row in enumerate(rows):
        indented = edges.is_indented(row, rows[at + 1] if at + 1 < len(rows) else None)
        if at and not indented and edges.goes_on(rows[at - 1], row):
            last = paragraphs[-1]
            paragraphs[-1] = replace(last, text=join_lines(last.text, row.text), bold=last.bold and row.bold)
        else:
            paragraphs.append(Paragraph(row.text, row.size, row.bold, indented))
    paragraphs[-1].runs_on = edges.is_full(rows[-1])
    return paragraphs


def across_columns(columns: Iterable[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of columns in reading order; what one column breaks off and the next takes up is one."""
    whole: list[Paragraph] = []
    filled = [column for column in columns if column]
    indents = any(paragraph.indented for column in filled for paragraph in column)
    for column in filled:
        first, rest = column[0], column[1:]
        last = whole[-1] if whole else None
        if last is not None and last.runs_on and indents and not first.indented and _are_alike(last, first):
            text = join_lines(last.text, first.text)
            whole[-1] = replace(last, text=text, bold=last.bold and first.bold, runs_on=first.runs_on)
        else:
            whole.append(first)
        whole += rest
    return whole


def _are_alike(one: Paragraph, other: Paragraph) -> bool:
    return abs(one.size - other.size) <= _RESIZED * max(one.size, other.size) and one.bold == other.bold


def leading_of(rows: Sequence[Piece]) -> float | None:
    """The usual distance of two lines in ems; None where there are too few to tell."""
    steps = [
        (above.middle - below.middle) / above.size
        for above, below in pairwise(rows)
        if above.size and abs(above.size - below.size) < _RESIZED * above.size
    ]
    steps = [step for step in steps if 0.8 <= step <= 3.0]
    return median(steps) if len(steps) >= 3 else None


@dataclass(frozen=True, slots=True)
class _Edges:
    left: float
    right: float
    leading: float

    @staticmethod
    def of(rows: Sequence[Piece], leading: float | None) -> _Edges:
        em = median(row.size for row in rows)
        counts = Counter(round(2 * row.left / em) for row in rows)
        common = [left for left, count in counts.items() if count >= max(2, 0.15 * len(rows))]
        lefts = [row.left for row in rows if not common or abs(2 * row.left / em - min(common)) <= 1]
        rights = sorted(row.right for row in rows)
        right = rights[-1] if len(rights) < 8 else rights[int(0.97 * (len(rights) - 1))]
        return _Edges(min(lefts), right, leading_of(rows) or leading or 1.7)

    def is_indented(self, row: Piece, below: Piece | None) -> bool:
        """Whether a line begins as the first of a paragraph does. A centred one ends as early as it begins late,
        and not because the beginning of the line BELOW found no room."""
        begins = row.left - self.left
        least, most = _INDENT
        if not least * row.size <= begins <= most * row.size:
            return False
        ends = self.right - row.right
        if below is not None and below.left - self.left < least * row.size and not self._has_room(ends, below):
            return True
        return not (
            abs(begins - ends) < 0.5 * row.size and ends > least * row.size and row.size > 0 and len(row.text) < 20
        )

    def is_full(self, row: Piece) -> bool:
        """Whether a line reaches the right edge."""
        return self.right - row.right < _SHORT * row.size

    def goes_on(self, above: Piece, row: Piece) -> bool:
        em = max(above.size, row.size)
        if abs(above.size - row.size) > _RESIZED * em:
            return False
        if above.middle - row.middle > _LOOSE * self.leading * em:
            return False
        return not self._is_short(above, row)

    @staticmethod
    def _has_room(room: float, row: Piece) -> bool:
        """Whether ROOM at the end of a line is enough for what has to stay together at the beginning of ROW."""
        return room > _extent(row, unbroken(row.text))

    def _is_short(self, above: Piece, row: Piece) -> bool:
        """Whether a line ends before the edge although the next word would have found room."""
        room = self.right - above.right
        if room < _SHORT * above.size:
            return False
        word = row.text.split(" ", 1)[0]
        if is_chinese(word[0]):
            return self._has_room(room, row)
        if len(word) == len(row.text):
            return True
        return room > (len(word) + 1) * _LATIN * above.size


def _extent(row: Piece, count: int) -> float:
    """How wide the first COUNT characters of a line are set."""
    right, left_over = row.left, count
    for glyph in row.glyphs:
        if left_over <= 0:
            break
        right, left_over = glyph.right, left_over - len(glyph.text)
    return right - row.left


def _with_drop_caps(pieces: list[Piece]) -> list[Piece]:
    """A large first letter goes to the line that it begins; the lines beside it begin where it does."""
    if len(pieces) < 3:
        return pieces
    usual = median(piece.size for piece in pieces)
    caps = [piece for piece in pieces if len(piece.text) == 1 and piece.size >= _DROP_CAP * usual]
    for cap in caps:
        beside = [
            piece
            for piece in pieces
            if piece is not cap
            and piece.size < cap.size / 1.5
            and cap.bottom - 0.3 * usual <= piece.middle <= cap.top
            and -0.3 * usual <= piece.left - cap.right <= 2 * usual
        ]
        if len(beside) < 2:
            continue
        first = max(beside, key=lambda piece: piece.middle)
        first.text = cap.text + first.text
        first.glyphs = cap.glyphs + first.glyphs
        for piece in beside:
            piece.left = cap.left
        pieces = [piece for piece in pieces if piece is not cap]
    return pieces
