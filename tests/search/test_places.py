"""Finding words without folding the text: the same places as with folding it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.search.folding import FoldedText, changing_characters, fold
from zbreader.search.places import SearchedText
from zbreader.search.variants import unified

DAMAGED = st.text(
    st.sampled_from('甲乙丙甲乙丙 　\n\r\t“”"「」—-…½ﬁ㎡ⅣＡａAa1１İßé\u0301\u200b\ufeff\x00𠮷⻓⼀㋀㍿月株，,.．')
    | st.characters(),
    max_size=24,
)
MIXED = st.text("发發髮后後里裡灯燈\n …“", max_size=20)


@given(DAMAGED, st.data())
def test_the_same_places_as_in_the_folded_text(text: str, data: st.DataObject) -> None:
    folded = FoldedText(text)
    start = data.draw(st.integers(0, len(folded.folded)))
    word = folded.folded[start : start + data.draw(st.integers(1, 4))]
    assert SearchedText(text).find_all(word) == folded.find_all(word)
    assert SearchedText(text, changing_characters(text)).find_all(word) == folded.find_all(word)


@given(MIXED, st.text("发发后里灯＂", min_size=1, max_size=3))
def test_in_both_writings(text: str, word: str) -> None:
    assert SearchedText(text, variants=True).find_all(word) == FoldedText(text, unified).find_all(word)


@given(st.text(max_size=20), st.text(min_size=1, max_size=2))
def test_of_any_text(text: str, word: str) -> None:
    assert SearchedText(text).find_all(fold(word)) == FoldedText(text).find_all(fold(word))


@pytest.mark.parametrize(
    ("text", "word", "places"),
    [
        ("水\n渠，水渠", "水渠", [(0, 3), (4, 6)]),
        ("⽔渠", "水渠", [(0, 2)]),
        ("等……", "．．", [(1, 2), (1, 3), (2, 3)]),
        ("a[b]*c", "b", [(2, 3)]),
        ("水渠", "", []),
    ],
)
def test_places(text: str, word: str, places: list[tuple[int, int]]) -> None:
    assert SearchedText(text).find_all(word) == places
