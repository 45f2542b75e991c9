"""What is stored of a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.anchoring import describe, resolve
from zbreader.model.selector import CONTEXT_LENGTH, AnchorState


def test_context_is_32_code_points_even_beyond_the_bmp() -> None:
    selectors = describe("𠮷" * 40 + "标记" + "🌾" * 40, 40, 42)
    assert selectors.quote.exact == "标记"
    assert selectors.quote.prefix == "𠮷" * CONTEXT_LENGTH
    assert selectors.quote.suffix == "🌾" * CONTEXT_LENGTH


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_a_range_must_be_a_range_of_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="range"):
        describe("山水田", start, end)


@given(st.text(st.one_of(st.sampled_from("山水\n 𠮷"), st.characters()), min_size=1), st.data())
def test_any_mark_of_an_unchanged_text_is_where_it_was(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = resolve(text, describe(text, start, end))
    assert (anchor.state, anchor.start, anchor.end, anchor.score) == (AnchorState.EXACT, start, end, 1.0)
