"""A text without what two conversions of one page disagree on: white space, width, quote style, control characters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate

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

_OF_MANY_FORMS = re.compile("[^\u4e00-\u9fff0-9A-Za-z]")
_FEW = 40  # kinds of characters: replacing each is five times as fast as looking every character of a text up


def fold(text: str) -> str:
    """`“Ａ 组”，` -> `"A组",`: the text as `Folded` compares it, when the way back is not needed."""
    return _in_one_form(_DROPPED.sub("", text))


def _in_one_form(text: str) -> str:
    forms = {found: chr(_forms[ord(found)]) for found in set(_OF_MANY_FORMS.findall(text))}
    changed = {found: form for found, form in forms.items() if form != found}
    if len(changed) > _FEW or not changed.keys().isdisjoint(changed.values()):
        return text.translate(_forms)
    for found, form in changed.items():
        text = text.replace(found, form)
    return text


class Folded:
    """A folded text that knows where each character was in the original. Offsets are code points on both sides."""

    __slots__ = ("_dropped", "_shifted", "original_length", "text")

    def __init__(self, original: str) -> None:
        kept = _DROPPED.split(original)
        self.text = _in_one_form("".join(kept))
        self.original_length = len(original)
        # Folding a kept character keeps it one character, so the dropped ones alone tell the way back.
        self._shifted = list(accumulate(map(len, kept[:-1])))
        self._dropped = [position + count for count, position in enumerate(self._shifted)]

    def to_folded(self, offset: int) -> int:
        """Folded offset of an original one; a dropped character gives the next kept one's."""
        return offset - bisect_left(self._dropped, offset)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Original range of a folded, non-empty range, without dropped characters at its edges."""
        return self._position(start), self._position(end - 1) + 1

    def _position(self, offset: int) -> int:
        return offset + bisect_right(self._shifted, offset)
