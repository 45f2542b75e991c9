"""Initials of Chinese words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.initials import initials, other_initials


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("导入期刊…", "drqk"),
        ("阿", "a"),
        ("座", "z"),
        ("作", "z"),
        ("搜索全部期刊", "ssqbqk"),
        ("导出 PDF（2 页）", "dcpdf2y"),
        ("𠮷", ""),
        ("", ""),
    ],
)
def test_initials(text: str, letters: str) -> None:
    assert initials(text) == letters


def test_two_readings() -> None:
    assert (initials("校订"), other_initials("校订")) == ("xd", "jd")
    assert other_initials("重做") == "cz"


@given(st.text())
def test_nothing_but_letters_and_digits_comes_out(text: str) -> None:
    for letters in (initials(text), other_initials(text)):
        assert len(letters) <= len(text)
        assert letters == "" or (letters.isascii() and letters.isalnum() and letters == letters.lower())
