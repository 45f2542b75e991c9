"""The first letters of how Chinese characters are read, as one types them to find something: 导入期刊 is drqk.

GB 2312-1980 orders its 3,755 characters of level 1 (rows 16 to 55) by how they are read in pinyin, so a character's
code tells its first letter. A character that is read in several ways has the reading by which the standard placed it,
and some have another; rarer characters have none.
"""

from __future__ import annotations

from bisect import bisect_right

_LAST = 0xD7F9  # of level 1
_FIRSTS = (
    *((0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g")),
    *((0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o")),
    *((0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x")),
    *((0xD1B9, "y"), (0xD4D1, "z")),
)
_OTHERWISE = dict(zip("重校长行调传还曾乐藏", "cjzhtzhzyz", strict=True))
_CODES = [code for code, _ in _FIRSTS]


def initials(text: str) -> str:
    """A letter for each Chinese character of TEXT that has one; Latin letters and digits stay as they are."""
    return "".join(map(_initial, text))


def other_initials(text: str) -> str:
    """The same with the other reading of characters that are read in two ways: 校订 is xd and jd."""
    return "".join(_OTHERWISE.get(character) or _initial(character) for character in text)


def _initial(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    try:
        code = int.from_bytes(character.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    return _FIRSTS[bisect_right(_CODES, code) - 1][1] if _CODES[0] <= code <= _LAST else ""
