"""A text without what two conversions of one page disagree on: white space, width, quote style, control characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

from zbreader.text.punctuation import straighten_quotes

# White space (the paragraph separator too, so that paragraphs may be joined or split), controls and format characters.
_DROPPED = re.compile("[\\s\0-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


class _Forms(dict[int, int]):
    """Code point -> the one it stands for; each character is looked up in the Unicode tables once."""

    def __missing__(self, code: int) -> int:
        folded = unicodedata.normalize("NFKC", straighten_quotes(chr(code)))
        form = ord(folded) if len(folded) == 1 else code
        if len(self) < _MOST_FORMS:
            self[code] = form
        return form


_MOST_FORMS = 20_000
_forms = _Forms()


def fold(text: str) -> str:
    """`“Ａ 组”，` -> `"A组",`: the text as `Folded` compares it, when the way back is not needed."""
    return _DROPPED.sub("", text).translate(_forms)


class Folded:
    """A folded text that knows where each character was in the original. Offsets are code points on both sides."""

    __slots__ = ("_dropped", "_shifted", "original_length", "text")

    def __init__(self, original: str) -> None:
        self.text = fold(original)
        self.original_length = len(original)
        # Folding a kept character keeps it one character, so the dropped ones alone tell the way back.
        self._dropped = [match.start() for match in _DROPPED.finditer(original)]
        self._shifted = [position - count for count, position in enumerate(self._dropped)]

    def to_folded(self, offset: int) -> int:
        """Folded offset of an original one; a dropped character gives the next kept one's."""
        return offset - bisect_left(self._dropped, offset)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Original range of a folded, non-empty range, without dropped characters at its edges."""
        return self._position(start), self._position(end - 1) + 1

    def _position(self, offset: int) -> int:
        return offset + bisect_right(self._shifted, offset)
