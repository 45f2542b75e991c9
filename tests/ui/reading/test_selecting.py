"""What a third and a fourth click take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.ui.reading.selecting import paragraph_bounds, sentence_bounds

TEXT = "天亮了。他说：“走吧！”我们出发……路很长\n第二段没有句号"


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        ("天", "天亮了。"),
        ("。", "天亮了。"),
        ("他", "他说：“走吧！”"),
        ("”", "他说：“走吧！”"),
        ("我", "我们出发……"),
        ("路", "路很长"),
        ("第", "第二段没有句号"),
    ],
)
def test_a_sentence_with_its_closing_marks(at: str, sentence: str) -> None:
    start, end = sentence_bounds(TEXT, TEXT.index(at))
    assert TEXT[start:end] == sentence


@given(st.text("天。”！\n𠮷", max_size=30), st.data())
def test_a_sentence_holds_the_offset_and_stays_in_its_paragraph(text: str, data) -> None:
    offset = data.draw(st.integers(0, len(text)))
    start, end = sentence_bounds(text, offset)
    first, last = paragraph_bounds(text, offset)
    assert first <= start <= offset <= end <= last
    assert "\n" not in text[first:last]
