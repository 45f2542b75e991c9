"""Simplified and traditional writing as one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.resources import resource
from zbreader.search.folding import fold
from zbreader.search.variants import MOST_SPELLINGS, spellings, unified

MIXED = st.text("发發髮展后後里裏裡台臺灯燈水。a", max_size=12)


@pytest.mark.parametrize(
    ("one", "other"), [("发展", "發展"), ("后来", "後來"), ("理发", "理髮"), ("村里的灯", "村裡的燈"), ("为了", "爲了")]
)
def test_both_writings_are_one(one: str, other: str) -> None:
    assert unified(fold(one)) == unified(fold(other)) == fold(one)


@given(MIXED)
def test_places_stay_places(text: str) -> None:
    assert len(unified(text)) == len(text)
    assert unified(unified(text)) == unified(text)
    assert "".join(map(unified, text)) == unified(text)


def test_a_text_of_many_different_characters() -> None:
    with resource("dictionary", "variants.txt").open(encoding="utf-8") as lines:
        members = [line.strip() for line in lines if not line.startswith("#")][:200]
    text = "".join(members)
    assert unified(text) == "".join(one[0] * len(one) for one in members)


def test_the_table_holds_only_what_folding_gives() -> None:
    with resource("dictionary", "variants.txt").open(encoding="utf-8") as lines:
        members = "".join(line.strip() for line in lines if not line.startswith("#"))
    assert fold(members) == members
    assert len(set(members)) == len(members) > 6_000


def known_in(text: str) -> object:
    def known(words: Iterable[str]) -> Collection[str]:
        return [word for word in words if word in text]

    return known


def test_only_spellings_that_stand_somewhere_are_asked_for() -> None:
    assert spellings("水渠", known_in("")) == ["水渠"]  # type: ignore[arg-type]
    assert spellings("发展", known_in("发展，發展")) == ["发展", "發展"]  # type: ignore[arg-type]
    assert spellings("发展", known_in("")) == ["发展"]  # type: ignore[arg-type]
    assert set(spellings("发", known_in("")) or ()) >= {"发", "發", "髮"}  # type: ignore[arg-type]
    everything = "".join(a + b for a in "发發髮" for b in "发發髮") * 2
    assert spellings("发" * 9, known_in(everything)) is None  # type: ignore[arg-type]
    assert len(spellings("发发发", known_in(everything)) or ()) <= MOST_SPELLINGS  # type: ignore[arg-type]
