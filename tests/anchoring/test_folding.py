"""Folding and its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.anchoring.folding import Folded, fold

TEXT = st.text(st.one_of(st.sampled_from("山水 \n　“”「」Ａａ，𠮷\u200b\ufeff⼭"), st.characters()), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("他说：“好。”", "他说:「好。」"),
        ("第１２ 期", "第12期"),
        ("山\n　　水", "山水"),
        ("Ａ\u200bＢ", "AB"),
        ("⼭", "山"),  # a Kangxi radical, as some PDF files have it
    ],
)
def test_what_conversions_disagree_on_folds_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(TEXT)
def test_every_kept_character_is_found_back(text: str) -> None:
    folded = Folded(text)
    assert folded.text == fold(text)
    assert fold(folded.text) == folded.text
    for offset, character in enumerate(folded.text):
        start, end = folded.to_original(offset, offset + 1)
        assert end == start + 1
        assert fold(text[start]) == character
        assert folded.to_folded(start) == offset


@given(TEXT)
def test_dropped_characters_belong_to_the_next_kept_one(text: str) -> None:
    folded = Folded(text)
    assert [folded.to_folded(offset) for offset in range(len(text) + 1)] == [
        len(fold(text[:offset])) for offset in range(len(text) + 1)
    ]


@given(st.text(st.characters(min_codepoint=0xF900, max_codepoint=0xFFEF), min_size=60, max_size=120))
def test_many_forms_fold_as_few_do(text: str) -> None:
    assert fold(text) == "".join(fold(character) for character in text)
