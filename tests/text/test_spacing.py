"""White space in Chinese text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.spacing import drop_spurious_spaces, is_chinese, is_ideograph, is_spurious_space, join_lines


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("我们在山", "上种树", "我们在山上种树"),
        ("使用 API", "文档", "使用 API文档"),
        ("Deep", "Sea", "Deep Sea"),
        ("devel-", "opment", "development"),
        ("COVID-", "19", "COVID- 19"),
        ("𠮷", "A", "𠮷A"),
        ("", "山", "山"),
        ("山 ", " 水", "山水"),
    ],
)
def test_joins(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学 习 　API 文档", "学习API文档"),
        ("New York 城", "New York城"),
        ("2024 年 7 月", "2024年7月"),
        ("甲 \n 乙", "甲 \n 乙"),
        ("　　山", "　　山"),
        ("𠮷 野", "𠮷野"),
        ("约翰 · 史密斯", "约翰·史密斯"),
        ("ＡＰＩ Ｖ２", "ＡＰＩ Ｖ２"),
    ],
)
def test_spurious_spaces(text: str, expected: str) -> None:
    assert drop_spurious_spaces(text) == expected


@given(st.text(st.one_of(st.sampled_from("山水，A1 　\u00a0"), st.characters())))
def test_only_white_space_goes(text: str) -> None:
    dropped = drop_spurious_spaces(text)
    assert "".join(dropped.split()) == "".join(text.split())
    assert drop_spurious_spaces(dropped) == dropped


def test_classes_of_characters() -> None:
    assert all(is_ideograph(character) for character in "山𠮷〇")
    assert not any(is_ideograph(character) for character in "，A、1")
    assert all(is_chinese(character) for character in "山，“”…—《")
    assert not any(is_chinese(character) for character in "A1, .")
    assert not is_spurious_space("a", "b")
