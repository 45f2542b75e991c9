"""Overlapping spans are cut into pieces exactly as a look at each character would have it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zbreader.ui.reading.layers import lanes, pieces
from zbreader.ui.reading.spans import Span

RANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20)), max_size=14)


def spans_of(ranges: list[tuple[int, int]]) -> list[Span]:
    return [Span(f"{number:02}", start, start + length) for number, (start, length) in enumerate(ranges)]


@given(RANGES, st.integers(0, 20), st.integers(0, 40), st.integers(1, 4))
def test_pieces_agree_with_looking_at_each_character(ranges, start: int, length: int, depth: int) -> None:
    spans, end = spans_of(ranges), start + length
    seen: dict[int, tuple[str, ...]] = {}
    for first, last, top in pieces(spans, start, end, depth):
        assert start <= first < last <= end
        for place in range(first, last):
            assert place not in seen
            seen[place] = tuple(span.id for span in top)
    for place in range(start, end):
        over = sorted((span for span in spans if span.start <= place < span.end), key=lambda span: span.rank)
        assert seen.get(place, ()) == tuple(span.id for span in reversed(over[:depth]))


@given(RANGES)
def test_neighbouring_pieces_differ(ranges) -> None:
    found = pieces(spans_of(ranges), 0, 80)
    for (_, first_end, first), (second_start, _, second) in pairwise(found):
        assert first_end < second_start or first != second


@given(RANGES, st.integers(1, 4))
def test_lines_that_overlap_take_other_lanes_while_there_are_any(ranges, count: int) -> None:
    spans = spans_of(ranges)
    lane = lanes(spans, count)
    assert lane.keys() == {span.id for span in spans}
    for first in spans:
        for second in spans:
            overlap = first.id < second.id and first.start < second.end and second.start < first.end
            if overlap and lane[first.id] == lane[second.id]:
                assert lane[first.id] == count - 1
