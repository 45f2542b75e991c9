"""Chinese numerals as headings use them: 十二, 二〇二四, 一百零五, 廿三, and digits of any width."""

from __future__ import annotations

import unicodedata

_ZEROS = "〇零○Ｏ"
_DIGITS = {
    character: value
    for value, forms in enumerate(
        (_ZEROS, "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"),
    )
    for character in forms
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": "二十", "卅": "三十", "卌": "四十"}

NUMERAL_CHARACTERS = "".join(_DIGITS) + "".join(_UNITS) + "".join(_TENS) + "万"  # for use inside a [] of a pattern


def to_int(text: str) -> int | None:
    """The value of a whole numeral, or None when the text is not one: `第十二期` must be cut to `十二` before.

    Understands positional writing (二〇二四), units up to 万 (一万二千零五), 廿 and 卅, and decimal digits (12, １２).
    """
    text = text.strip()
    if not text or len(text) > 20:
        return None
    if all(unicodedata.category(character) == "Nd" for character in text):
        return int(text)
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    for short, spelled in _TENS.items():
        text = text.replace(short, spelled)
    head, myriad, tail = text.partition("万")
    if not myriad:
        return _below_myriad(text)
    high, low = _below_myriad(head), _below_myriad(tail) if tail else 0
    if high is None or low is None or (0 < low < 1000 and tail[0] not in _ZEROS):  # 一万二 may mean 12000
        return None
    return high * 10_000 + low


def _below_myriad(text: str) -> int | None:
    """`一千二百零五`, `十二`, `五`; None where units do not fall or two digits stand side by side.

    A bare last digit after 百 or 千 (一百五) is refused: it may mean 105 or 150.
    """
    total, digit, limit, zero = 0, None, 10_000, False
    for character in text:
        if character in _UNITS:
            unit = _UNITS[character]
            if unit >= limit or digit == 0 or (digit is None and unit != 10):
                return None
            total, digit, limit, zero = total + (digit or 1) * unit, None, unit, False
        elif character not in _DIGITS or digit:
            return None
        else:
            digit = _DIGITS[character]
            zero = zero or digit == 0
    if not text or (digit and 10 < limit < 10_000 and not zero):
        return None
    return total + (digit or 0)
