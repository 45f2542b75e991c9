"""Offsets against the codec that defines UTF-16."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.offsets import Offsets, utf16_length

# Lone surrogates included: st.text() leaves them out by default.
ANY_TEXT = st.text(st.one_of(st.sampled_from("𠮷𝄞🧑‍🌾e\u0301中\n\ud842\udfb7"), st.characters()), max_size=40)


def units(text: str) -> int:
    # Two lone surrogates side by side stay two code points of one unit each, so each character is encoded alone.
    return sum(len(character.encode("utf-16-le", "surrogatepass")) // 2 for character in text)


@given(ANY_TEXT)
def test_every_offset_agrees_with_the_codec_and_comes_back(text: str) -> None:
    offsets = Offsets(text)
    for offset in range(len(text) + 1):
        assert offsets.to_utf16(offset) == units(text[:offset])
        assert offsets.to_code_points(offsets.to_utf16(offset)) == offset
    assert offsets.utf16_length == utf16_length(text) == units(text)


@given(ANY_TEXT, st.data())
def test_a_range_holds_every_character_it_touches(text: str, data: st.DataObject) -> None:
    offsets = Offsets(text)
    start = data.draw(st.integers(0, offsets.utf16_length))
    end = data.draw(st.integers(start, offsets.utf16_length))
    first, last = offsets.range_to_code_points(start, end)
    covered_start, covered_end = offsets.range_to_utf16(first, last)
    assert covered_start <= start
    assert covered_end >= end or start == end
    assert (first == last) == (start == end)
    assert covered_end - covered_start <= end - start + 2


def test_inside_a_surrogate_pair_means_the_beginning_of_the_character() -> None:
    offsets = Offsets("中𠮷文")
    assert [offsets.to_code_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert offsets.range_to_code_points(1, 2) == (1, 2)


@pytest.mark.parametrize(("given_offset", "expected"), [(-3, 0), (99, 3)])
def test_outside_the_text_is_clamped(given_offset: int, expected: int) -> None:
    assert Offsets("中𠮷文").to_code_points(given_offset) == expected
    assert Offsets("中𠮷文").to_utf16(given_offset) == (4 if expected else 0)


def test_the_empty_text_has_one_place() -> None:
    assert Offsets("").to_utf16(0) == Offsets("").to_code_points(0) == 0
