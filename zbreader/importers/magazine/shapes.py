"""What one line looks like, whatever it says: closed or cut, short or long, numbered, spaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from operator import add, ne

from zbreader.text.numerals import NUMERAL_CHARACTERS, to_int
from zbreader.text.punctuation import QUOTES, ends_sentence

_TITLE = 40  # printed characters; longer lines, of which an issue is made, need not be folded
LINES = 8_192  # of an issue, many times over: rules ask the same of a line from many sides

_NUMBERED = re.compile(
    rf"^(?:[{NUMERAL_CHARACTERS}]{{1,3}}[、.．]|[（(][{NUMERAL_CHARACTERS}]{{1,3}}[）)]|第[{NUMERAL_CHARACTERS}\d]{{1,3}}[章节条讲部篇]"
    r"|\d{1,2}[、.．](?!\d)|[（(]\d{1,2}[）)]|[①-⑳❶-❿⓪])"
)
_COUNTED = re.compile(rf"^([（(第]?)([{NUMERAL_CHARACTERS}]{{1,3}}|\d{{1,2}})([、.．）)]|[章节条讲部篇])(?!\d)")
_SPACED = re.compile(r"[\u3400-\u9fff”』」》0-9A-Za-z][ \u3000]+[\u3400-\u9fff“『「《0-9A-Za-z]")
_DATE = re.compile(r"^(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日[,，上下晚]")
_DASHED = re.compile(r"^(?:——|—|--|―|──|━━|－－)")
_CLOSING_MARKS = (";", "；", ":", "：", "——", ".", "～")
_ASIDE = re.compile(r"(?<=[。！？!?”’」』…])\s*[（(【\[][^（()）【】\[\]]{1,60}[）)】\]]$")
_BRACKETS = ("）", ")", "】", "]")
# Words that lead on to another: no headline, subheading or caption stops at one.
_HANGING = re.compile(r"(?:[把被或而其也又却每各某那这但着和将使于且并]|(?<!参)与|(?<![存所实内自潜])在|(?<!服)从)$")
_APPARATUS = re.compile(
    r"^[〔\[【（(]?(?:摘\s*要|关\s*键\s*词|收稿日期|基金项目|中图分类号|文献标识码|文章编号|作者简介|通信地址|责任编辑|DOI)|^\[\d{1,2}\]"
)
_LABEL = re.compile(r"^[·•・∙●◆■\[【〔]\s?([^·•・∙\]】〕。，]{2,14}?)\s?[·•・∙\]】〕]$")


@lru_cache(maxsize=2 * LINES)
def folded_title(text: str) -> str:
    """Letters and digits of a line in one width: what headline and contents entry have in common."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).lower()))


@lru_cache(maxsize=2 * LINES)
def size(text: str) -> int:
    """Characters that print: code points without white space."""
    return len(text) - sum(map(text.count, (" ", "\u3000", "\t", "\u00a0")))


def says_only(text: str, titles: Collection[str]) -> bool:
    """Whether a line says nothing but one of TITLES, which are as `folded_title` gives them."""
    return size(text) <= _TITLE and folded_title(text) in titles


@lru_cache(maxsize=LINES)
def is_closed(text: str) -> bool:
    """Whether a paragraph can end here: a sentence end, a list item's semicolon, a colon, a long dash, a bracket."""
    text = text.rstrip()
    if ends_sentence(text) or text.endswith(_CLOSING_MARKS):
        return True
    if text[-1:] not in _BRACKETS:
        return False
    aside = _ASIDE.search(text)  # behind the last sentence: who wrote or sent it
    return text[0] in "（(【[" or ends_sentence(text[:-1] if aside is None else text[: aside.start()])


def is_short(text: str, limit: int = 42) -> bool:
    """Whether a line could be set apart (headline, subheading, caption): short and not a sentence."""
    return 0 < size(text) <= limit and not text.rstrip().endswith(("。", "；", ";", "，", ",", "、"))


def is_numbered(text: str) -> bool:
    """Whether a line begins like 一、 （二） 3. 第四章 ①."""
    return _NUMBERED.match(text) is not None


def count_of(text: str) -> tuple[str, int] | None:
    """The number a line begins with and how it is written (the marks around it): （二） is the second of the （一）."""
    found = _COUNTED.match(text)
    value = to_int(found.group(2)) if found else None
    if found is None or value is None:
        return None
    opening, closing = found.group(1).replace("(", "（"), found.group(3).replace(")", "）").replace("．", ".")
    return f"{opening}{'1' if found.group(2).isdecimal() else '一'}{closing}", value


def is_spaced(text: str) -> bool:
    """Whether a line has parts divided by a space, as headlines do."""
    return _SPACED.search(text) is not None


def is_even(text: str) -> bool:
    """Whether a short line is two halves of one length around a comma: a headline although it has a comma."""
    halves = re.split(r"[，,]", text)
    return len(halves) == 2 and len(halves[0]) == len(halves[1]) and 2 <= len(halves[0]) <= 10


def has_comma(text: str) -> bool:
    """Whether a line has a comma, of whatever width."""
    return "，" in text or "," in text


def has_uneven_comma(text: str) -> bool:
    """Whether a short line has a comma that does not part it in two halves: a headline has a space there."""
    return has_comma(text) and not is_even(text)


def is_dashed(text: str) -> bool:
    """Whether a line begins with a dash: a subtitle, or the source of a quotation."""
    return _DASHED.match(text) is not None


def begins_with_date(text: str) -> bool:
    """Whether a line begins like 2024年6月3日，: captions often do."""
    return _DATE.match(text) is not None


@lru_cache(maxsize=LINES)
def label_of(text: str) -> str | None:
    """The word inside ·声音· 【解读】, or None for a line of another shape."""
    found = _LABEL.match(text.strip())
    return found.group(1).strip() if found else None


def pairs_of(folded: str) -> frozenset[str]:
    """The character pairs of a folded title."""
    return frozenset(map(add, folded, folded[1:])) or frozenset((folded,))


def is_misread(first: str, second: str) -> bool:
    """Whether two short folded titles differ in one character: a misread one costs a short title most of its pairs."""
    return len(first) == len(second) <= 12 and sum(map(ne, first, second)) == 1


def likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """Dice coefficient of two sets of character pairs, 0..1."""
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def is_hanging(text: str) -> bool:
    """Whether a line stops at a word that leads on (的 和 在 …): it was cut there."""
    text = text.rstrip()
    return _HANGING.search(text) is not None or (text.endswith("的") and "是" not in text)


def is_parallel(first: str, second: str) -> bool:
    """Whether two paragraphs begin alike (在行动上以… 在成效上以…): neither then goes on in the other."""
    if first[:1] != second[:1]:
        return False
    return sum(a == b for a, b in zip(first[:8], second[:8], strict=False)) >= 3


def is_apparatus(text: str) -> bool:
    """Whether a line belongs to a paper's apparatus: 摘要 关键词 收稿日期 [1] …."""
    return _APPARATUS.match(text) is not None


def shape_of(text: str) -> str:
    """The marks of a line, in order, without quotes: what parallel subheadings have in common."""
    return "".join(c for c in text if not c.isalnum() and c not in QUOTES)
