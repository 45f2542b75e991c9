"""Ranges of the document sorted by the block they touch, so that drawing and clicking look only at the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading.positions import OffsetMap


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of document positions (UTF-16) with what is drawn there."""

    id: str
    start: int
    end: int
    style: MarkStyle = MarkStyle.HIGHLIGHT
    color: HighlightColor = HighlightColor.YELLOW
    has_note: bool = False

    @property
    def rank(self) -> tuple[int, int, str]:
        """Order of nearness to the eye: the smaller the nearer. Of two equally long the later beginning lies above."""
        return (self.end - self.start, -self.start, self.id)


def span_of(placed: PlacedAnnotation, offsets: OffsetMap) -> Span | None:
    """The span of an annotation; None for an orphan, an annotation of the whole article, and an empty range."""
    anchor, annotation = placed.anchor, placed.annotation
    if anchor.start is None or anchor.end is None or anchor.end <= anchor.start:
        return None
    start, end = offsets.range_to_document(anchor.start, anchor.end)
    if end <= start:
        return None
    return Span(annotation.id, start, end, annotation.style, annotation.color, bool(annotation.note))


class SpanIndex:
    """Spans by id and by block. `block_starts`: document position of each block's first character, ascending."""

    def __init__(self, block_starts: list[int] | None = None) -> None:
        self._starts = block_starts or [0]
        self._by_id: dict[str, Span] = {}
        self._by_block: dict[int, dict[str, Span]] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, span_id: str) -> bool:
        return span_id in self._by_id

    def get(self, span_id: str) -> Span | None:
        """The span of that id."""
        return self._by_id.get(span_id)

    def add(self, span: Span) -> range:
        """Add or replace a span. Returns the block numbers it touches; a replaced one is to be removed first."""
        self._by_id[span.id] = span
        blocks = self._blocks_of(span)
        for number in blocks:
            self._by_block.setdefault(number, {})[span.id] = span
        return blocks

    def add_all(self, spans: Iterable[Span]) -> None:
        """Add many."""
        for span in spans:
            self.add(span)

    def remove(self, span_id: str) -> range:
        """Remove a span. Returns the block numbers it touched (none when it was not there)."""
        span = self._by_id.pop(span_id, None)
        if span is None:
            return range(0)
        blocks = self._blocks_of(span)
        for number in blocks:
            self._by_block[number].pop(span_id, None)
        return blocks

    def in_block(self, number: int) -> Iterable[Span]:
        """The spans that touch a block."""
        return self._by_block.get(number, {}).values()

    def at(self, position: int) -> list[Span]:
        """The spans over the character at a document position, nearest to the eye first."""
        number = bisect_right(self._starts, position) - 1
        found = [span for span in self.in_block(number) if span.start <= position < span.end]
        return sorted(found, key=lambda span: span.rank)

    def in_order(self) -> list[Span]:
        """All spans in reading order."""
        return sorted(self._by_id.values(), key=lambda span: (span.start, span.end, span.id))

    def _blocks_of(self, span: Span) -> range:
        first = bisect_right(self._starts, span.start) - 1
        if first + 1 >= len(self._starts) or span.end <= self._starts[first + 1]:
            return range(max(first, 0), max(first, 0) + 1)
        return range(max(first, 0), bisect_right(self._starts, span.end - 1))
