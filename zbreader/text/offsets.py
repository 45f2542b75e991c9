"""Code points and UTF-16 code units: inside the house offsets count code points, Qt counts UTF-16."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_BMP = "\uffff"


class Offsets:
    """Converts offsets of one text, built once per text in O(n).

    A conversion is O(1) for a text inside the Basic Multilingual Plane and O(log k) for one with k characters beyond it
    (𠮷, emoji). Offsets outside the text are clamped: a selection in a document may include its final paragraph mark.
    A lone surrogate is one code point and one code unit.
    """

    __slots__ = ("_length", "_units", "_wide", "_wide_units")

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() or max(text) <= _LAST_OF_BMP else _positions_beyond_bmp(text)
        self._wide = wide  # code point offset of each character that takes two units
        self._wide_units = [position + count for count, position in enumerate(wide)]  # the same in code units
        self._length = len(text)
        self._units = len(text) + len(wide)

    @property
    def utf16_length(self) -> int:
        """The text's length in UTF-16 code units."""
        return self._units

    def to_utf16(self, offset: int) -> int:
        """The code unit offset of a code point offset."""
        offset = min(max(offset, 0), self._length)
        return offset + bisect_left(self._wide, offset) if self._wide else offset

    def to_code_points(self, offset: int) -> int:
        """The code point offset of a code unit offset; one inside a surrogate pair means the character's beginning."""
        offset = min(max(offset, 0), self._units)
        return offset - bisect_left(self._wide_units, offset) if self._wide else offset

    def range_to_utf16(self, start: int, end: int) -> tuple[int, int]:
        """A half-open range of code points as a half-open range of code units."""
        return self.to_utf16(start), self.to_utf16(end)

    def range_to_code_points(self, start: int, end: int) -> tuple[int, int]:
        """A half-open range of code units as one of code points that holds every character it touches."""
        last = self.to_code_points(end)
        if end > start and self.to_utf16(last) < min(end, self._units):
            last += 1
        return self.to_code_points(start), last


def utf16_length(text: str) -> int:
    """Number of UTF-16 code units in the text."""
    return len(text) + sum(1 for character in text if character > _LAST_OF_BMP)


def _positions_beyond_bmp(text: str) -> list[int]:
    return [position for position, character in enumerate(text) if character > _LAST_OF_BMP]
