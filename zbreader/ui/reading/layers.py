"""Where spans overlap: which lie on top of each other, piece by piece. Pure arithmetic on ranges."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from zbreader.ui.reading.spans import Span

DEPTH = 3  # more fills than this over one character cannot be told apart; drawing them would only cost time

Piece = tuple[int, int, tuple[Span, ...]]


def pieces(spans: Iterable[Span], start: int, end: int, depth: int = DEPTH) -> list[Piece]:
    """Cut [start, end) where the topmost `depth` spans change: (from, to, spans from the lowest to the topmost).

    Stretches without a span are left out. O(n log n) in the number of spans.
    """
    events: list[tuple[int, bool, Span]] = []
    for span in spans:
        first, last = max(span.start, start), min(span.end, end)
        if first < last:
            events.append((first, True, span))
            events.append((last, False, span))
    events.sort(key=lambda event: event[0])
    result: list[Piece] = []
    active: list[tuple[tuple[int, int, str], Span]] = []
    at = start
    for position, begins, span in events:
        if position > at:
            _append(result, at, position, active, depth)
            at = position
        if begins:
            insort(active, (span.rank, span), key=_rank)
        else:
            del active[bisect_left(active, span.rank, key=_rank)]
    return result


def _rank(entry: tuple[tuple[int, int, str], Span]) -> tuple[int, int, str]:
    return entry[0]


def _append(
    result: list[Piece], start: int, end: int, active: list[tuple[tuple[int, int, str], Span]], depth: int
) -> None:
    if not active:
        return
    top = tuple(span for _, span in reversed(active[:depth]))
    if result and result[-1][1] == start and result[-1][2] == top:
        result[-1] = (result[-1][0], end, top)
    else:
        result.append((start, end, top))


def lanes(spans: Iterable[Span], count: int = DEPTH) -> dict[str, int]:
    """A lane (0 nearest to the text) for each span: overlapping lines lie below each other, as far as `count` goes."""
    ends = [-1] * count
    result: dict[str, int] = {}
    for span in sorted(spans, key=lambda each: (each.start, each.end, each.id)):
        lane = next((number for number, end in enumerate(ends) if end <= span.start), count - 1)
        ends[lane] = max(ends[lane], span.end)
        result[span.id] = lane
    return result
