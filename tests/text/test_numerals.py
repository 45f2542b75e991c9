"""Numerals of headings, both ways."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.numerals import NUMERAL_CHARACTERS, to_int


@given(st.integers(0, 9999))
def test_a_number_is_read_digit_by_digit_and_with_units(number: int) -> None:
    digits = "〇一二三四五六七八九"
    assert to_int("".join(digits[int(digit)] for digit in str(number))) == number
    assert to_int(str(number)) == number
    thousands, hundreds, tens, ones = (int(digit) for digit in f"{number:04}")
    units = ((thousands, "千"), (hundreds, "百"), (tens, "十"))
    written = "".join(digits[digit] + unit if digit else "零" for digit, unit in units)
    written += digits[ones] if ones else ""
    assert to_int(re.sub("零+", "零", written).strip("零") or "零") == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十二", 12), ("一十二", 12), ("二〇二四", 2024), ("二○○八", 2008), ("一百零五", 105), ("一百五十", 150),
        ("廿三", 23), ("卅", 30), ("两千", 2000), ("一万二千零五", 12005), ("三万", 30000),
        ("１２", 12), ("壹拾贰", 12),
        ("零", 0), (" 七 ", 7), ("一千零五", 1005), ("一万零五", 10005),
    ],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    assert to_int(text) == value


@pytest.mark.parametrize(
    "text", ["", "第十", "十百", "一百五", "一万二", "万", "百", "二三十", "零十", "1二", "²", "十年", "九" * 30]
)
def test_what_is_no_numeral_or_may_mean_two(text: str) -> None:
    assert to_int(text) is None


@given(st.one_of(st.text(st.sampled_from(NUMERAL_CHARACTERS)), st.text()))
def test_nothing_crashes(text: str) -> None:
    value = to_int(text)
    assert value is None or value >= 0
