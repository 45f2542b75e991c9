"""White space in Chinese text: which of it print and conversion put there, and how two pieces of a line join."""

from __future__ import annotations

import re

# What Chinese is set with: ideographs (all planes), kana and bopomofo, CJK and full-width punctuation, curly quotes,
# dashes, ellipsis, the middle dot of foreign names.
_WIDE = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff60\uffe0-\uffe6"  # without full-width letters and digits
    "\U00020000-\U0003ffff"
)
_CHINESE_MARKS = "‘’“”—…·"
_IDEOGRAPH = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_CHINESE = re.compile(f"[{_WIDE}{_CHINESE_MARKS}]")
_SPACE = "[ \\t\u00a0\u2002-\u200a\u202f\u3000]"
_SPURIOUS = re.compile(f"(?<=[{_WIDE}{_CHINESE_MARKS}]){_SPACE}+(?=\\S)|(?<=\\S){_SPACE}+(?=[{_WIDE}{_CHINESE_MARKS}])")


def is_ideograph(character: str) -> bool:
    """Whether the character is a Chinese character (漢字), in or beyond the BMP; 〇 counts."""
    return _IDEOGRAPH.match(character) is not None


def is_chinese(character: str) -> bool:
    """Whether the character is set in Chinese type: an ideograph or Chinese punctuation."""
    return _CHINESE.match(character) is not None


def is_spurious_space(before: str, after: str) -> bool:
    """Whether white space between these two characters carries nothing: it does only between two Latin words."""
    return is_chinese(before) or is_chinese(after)


def drop_spurious_spaces(text: str) -> str:
    """The text without white space (no line breaks) beside Chinese type: `学 习 API 文档` -> `学习API文档`."""
    return _SPURIOUS.sub("", text)


def join_lines(first: str, second: str) -> str:
    """Two pieces of one running line: with a space between Latin words, a dangling hyphen mended, else nothing."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second or is_spurious_space(first[-1], second[0]):
        return first + second
    if first[-1] == "-" and first[-2:-1].isalpha() and second[0].islower():
        return first[:-1] + second
    return f"{first} {second}"
