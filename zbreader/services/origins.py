"""Origins: which characters of which source lines an article's text is made of. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zbreader.model.issue import Article, Paragraph
from zbreader.text.tracing import pieces_of, printing

_PIECE = 6  # characters by which a line is found in its paragraph


class Spot(NamedTuple):
    """One character of the source: number of the line (1-based), code point in it."""

    line: int
    at: int


def origins_of(paragraph: Paragraph, source: Mapping[int, str]) -> list[Spot | None]:
    """For each character of a paragraph the one it came from, or None; source: number -> text of each line."""
    numbers = reading_order(paragraph, source)
    pieces = pieces_of(paragraph.text, [source.get(number, "") for number in numbers])
    return [None if piece < 0 else Spot(numbers[piece], offset) for piece, offset in pieces]


def reading_order(paragraph: Paragraph, source: Mapping[int, str]) -> list[int]:
    """The source lines of a paragraph as they follow one another in it, which may not be as in the source."""
    if len(paragraph.lines) < 2:
        return list(paragraph.lines)
    text = printing(paragraph.text)
    places: list[tuple[int, int]] = []
    last = 0
    for number in paragraph.lines:
        last = _place(printing(source.get(number, "")), text, last)
        places.append((last, number))
    return [number for _, number in sorted(places, key=lambda place: place[0])]


def paragraph_at(article: Article, offset: int) -> tuple[int, int]:
    """Index of the paragraph that has a code point of the article's text, and the offset in it."""
    for index, paragraph in enumerate(article.paragraphs):
        if offset <= len(paragraph.text):
            return index, offset
        offset -= len(paragraph.text) + 1
    raise ValueError(offset)


def parts_of(article: Article, start: int, end: int) -> list[tuple[int, int, int]]:
    """The paragraphs that a half-open range touches: index, and the range within each."""
    parts = []
    at = 0
    for index, paragraph in enumerate(article.paragraphs):
        first, last = max(start - at, 0), min(end - at, len(paragraph.text))
        if first < last:
            parts.append((index, first, last))
        at += len(paragraph.text) + 1
    return parts


def first_spot(origins: Sequence[Spot | None]) -> Spot | None:
    """The first character that came from anywhere."""
    return next((spot for spot in origins if spot is not None), None)


def _place(line: str, text: str, otherwise: int) -> int:
    """Where a line begins in a text, by its first piece that is found there."""
    for at in range(0, max(1, len(line)), _PIECE):
        found = text.find(line[at : at + _PIECE])
        if found >= 0 and line:
            return found - at
    return otherwise
