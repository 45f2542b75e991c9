"""One form for texts and queries, so that what converters changed does not hide a word.

Folding works character by character: `fold(a + b) == fold(a) + fold(b)`. A substring of a text is therefore a substring
of the folded text, and finding exactly in folded text is all that a search has to do. Per character: compatibility
decomposition (NFKD: full-width forms, ligatures, CJK radicals and compatibility ideographs), case folding, one kind of
quotation mark, dash and middle dot; white space, line feeds (so paragraph cuts too), control characters and invisible
marks vanish. ASCII punctuation becomes full-width, which no folded text holds otherwise and which SQLite's `ascii`
tokenizer takes for letters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Collection
from functools import cached_property, lru_cache
from itertools import accumulate

from zbreader.text.punctuation import QUOTES

# What an index was folded with: a change here, or of Python's Unicode tables, makes an index be built anew.
FOLDING = f"2/{unicodedata.unidata_version}"

_FULL_WIDTH = 0xFEE0  # from an ASCII mark to its full-width form
_QUOTE, _DASH, _DOT, _WAVE = "＂", "－", "·", "～"
# Simplified forms of the CJK Radicals Supplement have no decomposition, but PDF converters write them for the letters.
_RADICALS = dict(
    zip(
        "⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "母民西见角贝车长门青韦页风飞食马鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_SAME = (
    _RADICALS
    | dict.fromkeys(QUOTES + "„‟‚‛«»‹›〟′″`´", _QUOTE)
    | dict.fromkeys("-‐‑‒–—―−─━－﹣ｰ", _DASH)
    | dict.fromkeys("·•・‧∙⋅･", _DOT)
    | dict.fromkeys("~～〜∼˜", _WAVE)
    | {"⋯": "．．．", "\u0149": "ʼn", "ς": "σ"}
)
_NOTHING = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
# All but the characters of which most Chinese text is made and which stay as they are: three times faster than looking
# each of them up.
_CHANGING = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fffa-z0-9，。！？：；、（）《》〈〉【】％．／＂－·]")
_FEW = 64  # different characters that are replaced one after the other


class _Table(dict[int, str]):
    """For str.translate: each character is folded when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self.irregular: set[str] = set()  # characters met whose folding is not one character long
        self.writings: dict[str, str] = {}  # by folded character: those met that become it, itself left out

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if len(folded) != 1:
            self.irregular.add(chr(code))  # before the folding is known: threads share this table
        elif folded != chr(code) and chr(code) not in self.writings.get(folded, ""):
            self.writings[folded] = self.writings.get(folded, "") + chr(code)
        self[code] = folded
        return folded


def fold(text: str) -> str:
    """TEXT in the form in which texts and queries are compared."""
    return _folded(text, set(_CHANGING.findall(text)))


def writings(character: str) -> str:
    """The folded CHARACTER, and those that folding made it of until now."""
    return character + _TABLE.writings.get(character, "")


def changing_characters(text: str) -> str:
    """The characters of TEXT that folding may change, each once, in order; it leaves all others as they are."""
    return "".join(sorted(set(_CHANGING.findall(text))))


class FoldedText:
    """A folded text that knows where each of its characters stood. Offsets are code points, ranges half-open.

    settle: what the folded text goes through, one character for one.
    """

    def __init__(self, text: str, settle: Callable[[str], str] | None = None) -> None:
        changing = set(_CHANGING.findall(text))
        folded = _folded(text, changing)
        self.text = text
        self.folded = folded if settle is None else settle(folded)
        self._only_shrinks = all(len(_TABLE[ord(character)]) < 2 for character in changing)

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original text that the non-empty folded range START..END was made from."""
        return self._place(start), self._place(end - 1) + 1

    def find_all(self, needle: str) -> list[tuple[int, int]]:
        """Ranges in the original text of every occurrence of the folded NEEDLE that does not overlap the one before."""
        found: list[tuple[int, int]] = []
        if not needle:
            return found
        at = self.folded.find(needle)
        while at >= 0:
            end = at + len(needle)
            found.append(self.original(at, end))
            at = self.folded.find(needle, end)
        return found

    def _place(self, folded_offset: int) -> int:
        """Offset of the original character from which the folded character at FOLDED_OFFSET was made."""
        firsts, widths, shifts = self._steps
        index = bisect_right(firsts, folded_offset) - 1
        if index < 0:
            return folded_offset
        if folded_offset < firsts[index] + widths[index]:  # inside what one character was expanded to
            return firsts[index] + shifts[index] - 1 + widths[index]
        return folded_offset + shifts[index]

    @cached_property
    def _steps(self) -> tuple[list[int], list[int], list[int]]:
        """Where the original and the folded text go out of step: only there does an offset need arithmetic.

        For each character whose folding is not one character long: the folded offset at which its folding starts, its
        length, and how much larger the original offset is after it.
        """
        if self._only_shrinks:
            runs = _pattern(len(_TABLE.irregular)).split(self.text)
            return list(accumulate(map(len, runs[:-1]))), [0] * (len(runs) - 1), list(range(1, len(runs)))
        firsts, widths, shifts = [], [], []
        shift = 0
        for match in _pattern(len(_TABLE.irregular)).finditer(self.text):
            width = len(_TABLE[ord(match.group())])
            firsts.append(match.start() - shift)
            widths.append(width)
            shift += 1 - width
            shifts.append(shift)
        return firsts, widths, shifts


def _folded(text: str, changing: Collection[str]) -> str:
    """TEXT folded, of whose characters no others than CHANGING change."""
    if len(changing) > _FEW:
        return text.translate(_TABLE)
    for character in changing:  # in any order: what folding gives, it leaves as it is
        text = text.replace(character, _TABLE[ord(character)])
    return text


@lru_cache(maxsize=1)
def _pattern(count: int) -> re.Pattern[str]:
    """Finds the irregular characters, of which COUNT have been met so far: the pattern is made anew when one is new."""
    return re.compile("[" + re.escape("".join(sorted(_TABLE.irregular))) + "]" if count else "(?!)")


def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace() or unicodedata.category(character) in _NOTHING:
        return ""
    if unicodedata.category(character) == "Cs":  # half of a pair: UTF-8 cannot hold it
        return "\ufffd"
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(map(_settled, decomposed))


def _settled(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    if character.isspace() or unicodedata.category(character) in _NOTHING:
        return ""
    if character.isascii() and not character.isalnum():
        return chr(ord(character) + _FULL_WIDTH)
    return character


_TABLE = _Table()
