"""What a person typed is made fit to keep, and otherwise left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.services.given import clean_note, clean_tags, clean_text


@given(st.text(st.characters(), max_size=20))
def test_any_text_can_be_kept(text: str) -> None:
    cleaned = clean_text(text)
    assert cleaned.encode().decode() == cleaned == clean_text(cleaned)
    assert "\r" not in cleaned


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\u2029"), max_size=20))
def test_text_that_is_fit_is_left_alone(text: str) -> None:
    assert clean_text(text) == text


def test_notes() -> None:
    assert [clean_note(text) for text in (None, "", " \n", " 甲\n\n乙 ")] == [None, None, None, "甲\n\n乙"]


@given(st.lists(st.text(st.characters(), max_size=8), max_size=5))
def test_tags_are_single_and_stay_so(tags: list[str]) -> None:
    cleaned = clean_tags(tags)
    assert len(set(cleaned)) == len(cleaned)
    assert clean_tags(cleaned) == cleaned
    assert all(tag and "\n" not in tag for tag in cleaned)


def test_tags_keep_their_order() -> None:
    assert clean_tags(["#学习", "＃学习", " 思 考 ", "", "#", "a#b"]) == ("学习", "思 考", "a#b")
