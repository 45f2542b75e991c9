"""Sentence ends, open marks, straight quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.punctuation import (
    CLOSING,
    OPENING,
    QUOTES,
    ends_sentence,
    is_balanced,
    straighten_quotes,
    unbroken,
    unclosed,
)


@pytest.mark.parametrize("text", ["好。", "他说：“好！”", "（完。）", "为什么？ ", "等等……", "“‘对。’”"])
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "”", "好", "第一，", "（一）", "他说：“"])
def test_no_sentence_end(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“山（水", "“（"), ("“山（水”", ""), ("山）水", ""), ("《山〈水〉", "《"), ("『山」", "『"), ("", "")],
)
def test_what_is_still_open(text: str, expected: str) -> None:
    assert unclosed(text) == expected
    assert is_balanced(text) == (not expected)


@given(st.text(st.sampled_from(OPENING + CLOSING + "山水")))
def test_closing_what_is_open_balances(text: str) -> None:
    closers = dict(zip(OPENING, CLOSING, strict=True))
    assert is_balanced(text + "".join(closers[mark] for mark in reversed(unclosed(text))))


@given(st.text(st.one_of(st.sampled_from(QUOTES), st.characters())))
def test_straight_quotes_keep_the_length(text: str) -> None:
    folded = straighten_quotes(text)
    assert len(folded) == len(text)
    assert not set(folded) & (set(QUOTES) - set("\"'"))


def test_quote_styles_fold_together() -> None:
    assert straighten_quotes("“甲‘乙’”") == straighten_quotes("「甲『乙』」") == "\"甲'乙'\""


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("山水", "山"),
        ("“好”的", "“好”的"),
        ("量“身高”", "量“身"),
        ("好，再", "好，"),
        ("《（山》水", "《（山》"),
        ("”", "”"),
        ("", ""),
    ],
)
def test_what_stays_together_at_the_beginning_of_a_line(text: str, kept: str) -> None:
    assert text[: unbroken(text)] == kept
