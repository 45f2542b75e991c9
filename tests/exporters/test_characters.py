"""What may stand in a document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.exporters.characters import encoded, on_one_line, paragraphs, printable


def test_control_characters_go_and_line_ends_become_one_kind() -> None:
    assert printable("甲\x00乙\x1b[31m\r\n丙\r丁\u2029戊\x0b己\t庚") == "甲乙[31m\n丙\n丁\n戊\n己\t庚"


def test_what_is_broken_is_shown_as_broken() -> None:
    assert printable("甲\ud800乙\uffff") == "甲\ufffd乙\ufffd"
    assert encoded("甲\udfff𠮷") == "甲\ufffd𠮷".encode()


def test_paragraphs_have_no_indents_and_none_is_empty() -> None:
    assert paragraphs("　　甲\n\n  乙 \r\n") == ("甲", "乙")
    assert paragraphs(None) == ()


def test_one_line_stays_one() -> None:
    assert on_one_line(" 甲\n乙\u2028丙 ") == "甲 乙 丙"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff")))
def test_ordinary_text_survives(text: str) -> None:
    assert printable(text) == text
