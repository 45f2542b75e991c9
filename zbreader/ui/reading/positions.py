"""Article offsets (code points) and document positions (UTF-16 code units): the one place where they meet."""

from __future__ import annotations

import re

from zbreader.text.offsets import Offsets

# What QTextDocument would take for structure (block and frame separators, inline objects) or cannot draw. Each is shown
# by a stand-in of the same length in UTF-16, so that offsets stay true; copying always takes the article's own text.
_UNSHOWABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2029\ufdd0-\ufdef\ufffc\ufffe\uffff\ud800-\udfff]")
# 间隔号 never begins a line (GB/T 15834), but Unicode lets a line break before U+00B7; between Chinese characters
# the mark of the same look and width stands for it that Unicode keeps from a line's beginning.
_MIDDLE_DOT = re.compile("(?<=[\u3007\u3400-\u9fff\uff09\u300b])\u00b7(?=[\u3007\u3400-\u9fff\uff08\u300a])")
_WIDE_DOT = "\u30fb"
_LINE_BREAKS = "\n\x0b\x0c\x85\u2029"
_LINE_SEPARATOR = "\u2028"
_INVISIBLE = "\u200b"
_REPLACEMENT = "\ufffd"


def display_text(text: str) -> str:
    """One paragraph's text as the document may hold it: never a second block, the same length in UTF-16 code units."""
    shown = _UNSHOWABLE.sub(_stand_in, text)
    return _MIDDLE_DOT.sub(_WIDE_DOT, shown) if "\u00b7" in shown else shown


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character in _LINE_BREAKS:
        return _LINE_SEPARATOR
    return _INVISIBLE if character < "\xa0" else _REPLACEMENT


class OffsetMap:
    """Maps the article's text to a document that holds it as blocks after some blocks of headline.

    The article's text is its paragraphs joined by one line feed; a block ends in one separator; so both count
    alike but for `body_start` (document position of the article's first character) and characters beyond the BMP.
    """

    __slots__ = ("_headline", "_headline_start", "_offsets", "body_start", "length")

    def __init__(self, text: str, body_start: int, headline: str = "", headline_start: int = 0) -> None:
        """headline_start: document position of the headline's first character."""
        self._offsets = Offsets(text)
        self._headline, self._headline_start = headline, headline_start
        self.body_start = body_start
        self.length = len(text)

    @property
    def body_end(self) -> int:
        """Document position after the article's last character."""
        return self.body_start + self._offsets.utf16_length

    def to_document(self, offset: int) -> int:
        """Document position of an article offset (clamped to the article)."""
        return self.body_start + self._offsets.to_utf16(offset)

    def to_article(self, position: int) -> int:
        """Article offset of a document position; positions in the headline give 0."""
        return self._offsets.to_code_points(position - self.body_start)

    def range_to_document(self, start: int, end: int) -> tuple[int, int]:
        """Half-open article range as a half-open range of document positions."""
        return self.to_document(start), self.to_document(end)

    def headline_to_document(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range (code points) of the headline as a half-open range of document positions."""
        first, last = Offsets(self._headline).range_to_utf16(start, end)
        return self._headline_start + first, self._headline_start + last

    def range_to_article(self, start: int, end: int) -> tuple[int, int] | None:
        """The part of a half-open range of document positions that lies in the article's text; None when none does."""
        first = max(start, self.body_start)
        last = min(end, self.body_end)
        if first >= last:
            return None
        return self._offsets.range_to_code_points(first - self.body_start, last - self.body_start)
