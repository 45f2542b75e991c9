"""Spans are found by block and by place, the nearest to the eye first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.ui.reading.positions import OffsetMap
from zbreader.ui.reading.spans import Span, SpanIndex, span_of

STARTS = [0, 10, 10 + 7, 40, 41]
LENGTH = 60
SPANS = st.lists(
    st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 20)).map(lambda pair: (pair[0], min(LENGTH, sum(pair)))),
    max_size=12,
)


def touched(start: int, end: int) -> set[int]:
    ends = [*STARTS[1:], LENGTH]
    return {number for number, first in enumerate(STARTS) if start < ends[number] and end > first}


@given(SPANS)
def test_a_span_is_in_the_blocks_it_touches(ranges: list[tuple[int, int]]) -> None:
    index = SpanIndex(STARTS)
    for number, (start, end) in enumerate(ranges):
        assert set(index.add(Span(str(number), start, end))) == touched(start, end)
    for number, (start, end) in enumerate(ranges):
        found = {block for block in range(len(STARTS)) if any(span.id == str(number) for span in index.in_block(block))}
        assert found == touched(start, end)


@given(SPANS, st.integers(0, LENGTH - 1))
def test_at_a_place_the_shortest_lies_on_top(ranges: list[tuple[int, int]], position: int) -> None:
    index = SpanIndex(STARTS)
    index.add_all(Span(str(number), start, end) for number, (start, end) in enumerate(ranges))
    found = index.at(position)
    assert {span.id for span in found} == {
        str(number) for number, (start, end) in enumerate(ranges) if start <= position < end
    }
    lengths = [span.end - span.start for span in found]
    assert lengths == sorted(lengths)


@given(SPANS, st.data())
def test_removing_leaves_the_others(ranges: list[tuple[int, int]], data) -> None:
    index = SpanIndex(STARTS)
    index.add_all(Span(str(number), start, end) for number, (start, end) in enumerate(ranges))
    gone = str(data.draw(st.integers(0, 12)))
    index.remove(gone)
    assert gone not in index
    assert not list(index.remove(gone))
    assert len(index) == len([number for number in range(len(ranges)) if str(number) != gone])
    assert all(span.id != gone for block in range(len(STARTS)) for span in index.in_block(block))


def test_orphans_whole_articles_and_empty_ranges_have_no_span(place_mark) -> None:
    offsets = OffsetMap("一二三四", 5)
    assert span_of(place_mark("a", None, None), offsets) is None
    assert span_of(place_mark("b", 2, 2), offsets) is None
    assert span_of(place_mark("c", 90, 99), offsets) is None
    span = span_of(place_mark("d", 1, 3, note="想"), offsets)
    assert span is not None
    assert (span.start, span.end, span.has_note) == (6, 8, True)
