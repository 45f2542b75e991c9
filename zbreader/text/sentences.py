"""Where sentences and paragraphs begin and end. Offsets are code points."""

from __future__ import annotations

import re

# To the closing mark and the quotation marks behind it, or to the end of the line.
_SENTENCE = re.compile(r"[^\n。！？!?…；]*[。！？!?…；]+[”’」』）》】\"')]*|[^\n。！？!?…；]+")


def sentences(text: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences of TEXT in order; line ends belong to none, nor do bare spaces."""
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]


def sentence_bounds(text: str, offset: int) -> tuple[int, int]:
    """The sentence around an offset, with its closing quotation marks, within its paragraph."""
    start, end = paragraph_bounds(text, offset)
    place = start
    while place < end:
        last = _sentence_end(text, place, end)
        if offset < last or last == end:
            return place, last
        place = last
    return start, end


def paragraph_bounds(text: str, offset: int) -> tuple[int, int]:
    """The paragraph around an offset, without its line feed."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def _sentence_end(text: str, start: int, end: int) -> int:
    found = _SENTENCE.match(text, start, end)
    return found.end() if found else start + 1
