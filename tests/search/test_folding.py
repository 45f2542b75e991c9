"""Texts and queries in one form, with a way back to where each character stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.search.folding import FoldedText, fold

DAMAGED = st.text(
    st.sampled_from('甲乙丙 　\n\r\t“”"「」—-…½ﬁ㎡ⅣＡａİßé\u0301\u200b\ufeff\x00𠮷⻓⼀，,') | st.characters(),
    max_size=30,
)


@pytest.mark.parametrize(
    ("given_text", "same"),
    [
        ("新质 生\n产　力", "新质生产力"),
        ("“甲”", "「甲」"),
        ("'甲'", "＂甲＂"),
        ("ＡＢＣ１２３", "abc123"),
        ("甲，乙：（丙）", "甲,乙:(丙)"),
        ("甲——乙", "甲--乙"),
        ("阿·姆", "阿•姆"),
        ("⻓⻋⼀⽅", "长车一方"),
        ("豈", "\uf900"),
        ("等……", "等......"),
        ("ﬁ", "FI"),
        ("e\u0301", "é"),
        ("甲\u200b\ufeff\xad乙\x00", "甲乙"),
        ("Straße", "STRASSE"),
    ],
)
def test_what_converters_change_is_the_same(given_text: str, same: str) -> None:
    assert fold(given_text) == fold(same) != ""


@pytest.mark.parametrize(("one", "other"), [("甲", "乙"), ("，", "、"), ("。", "."), ("𠮷", "吉"), ("(", "[")])
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(DAMAGED, DAMAGED)
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


@given(DAMAGED)
def test_folded_text_is_settled_and_safe_for_the_index(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert not [c for c in folded if c.isspace() or (c.isascii() and not c.isalnum())]
    folded.encode()


@given(DAMAGED)
def test_every_folded_character_knows_its_place(text: str) -> None:
    folded = FoldedText(text)
    places = [place for place, c in enumerate(text) for _ in fold(c)]
    assert [folded.original(at, at + 1) for at in range(len(folded.folded))] == [(p, p + 1) for p in places]


@given(DAMAGED, st.data())
def test_what_is_found_is_what_was_sought(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    found = FoldedText(text).find_all(fold(piece))
    assert bool(found) == bool(fold(piece))
    for a, b in found:
        assert fold(piece) in fold(text[a:b])


def test_occurrences_do_not_overlap() -> None:
    assert FoldedText("天天 天天天").find_all("天天") == [(0, 2), (3, 5)]
    assert FoldedText("甲").find_all("") == []
