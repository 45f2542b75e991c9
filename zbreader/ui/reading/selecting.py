"""What a double, triple or fourth click takes: a word, a sentence, a paragraph. Pure functions."""

from __future__ import annotations

from collections.abc import Callable

WordBounds = Callable[[str, int], "tuple[int, int]"]

_ENDS = "。！？!?…；"
_CLOSING = "”’」』）》】\"')"


def sentence_bounds(text: str, offset: int) -> tuple[int, int]:
    """The sentence around an offset (code points), with its closing quotation marks, within its paragraph."""
    start, end = paragraph_bounds(text, offset)
    place = start
    while place < end:
        last = _sentence_end(text, place, end)
        if offset < last or last == end:
            return place, last
        place = last
    return start, end


def paragraph_bounds(text: str, offset: int) -> tuple[int, int]:
    """The paragraph around an offset (code points), without its line feed."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def _sentence_end(text: str, start: int, end: int) -> int:
    place = start
    while place < end and text[place] not in _ENDS:
        place += 1
    while place < end and text[place] in _ENDS:
        place += 1
    while place < end and text[place] in _CLOSING:
        place += 1
    return place
