"""What a third and a fourth click take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.ui.reading.selecting import Unit, character_bounds, jump, paragraph_bounds, sentence_bounds

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


@pytest.mark.parametrize(
    ("text", "at", "taken"),
    [("学习新质", 1, "习"), ("看 CPU2 了", 3, "CPU2"), ("看   了", 2, "   "), ("𠮷祥", 0, "𠮷"), ("天", 1, "")],
)
def test_without_words_a_character_or_a_latin_word_is_taken(text: str, at: int, taken: str) -> None:
    start, end = character_bounds(text, at)
    assert text[start:end] == taken


@pytest.mark.parametrize(
    ("unit", "step", "places"),
    [
        (Unit.SENTENCE, 1, [0, 4, 12, 18, 22, 29]),
        (Unit.SENTENCE, -1, [29, 22, 18, 12, 4, 0]),
        (Unit.PARAGRAPH, 1, [0, 22, 29]),
        (Unit.PARAGRAPH, -1, [29, 22, 0]),
        (Unit.PARAGRAPH, -1, [25, 22, 0]),
    ],
)
def test_the_caret_goes_from_unit_to_unit(unit: Unit, step: int, places: list[int]) -> None:
    reached = [places[0]]
    while len(reached) < len(places):
        reached.append(jump(TEXT, reached[-1], unit, step, character_bounds))
    assert reached == places


@given(st.text("天。”！\n𠮷a ", max_size=30), st.sampled_from(Unit), st.data())
def test_the_caret_always_gets_on_until_it_is_at_an_end(text: str, unit: Unit, data) -> None:
    offset = data.draw(st.integers(0, len(text)))
    forward, back = (jump(text, offset, unit, step, character_bounds) for step in (1, -1))
    assert offset < forward <= len(text) if offset < len(text) else forward == len(text)
    assert 0 <= back < offset if offset else back == 0
