"""Draws marks, found places and ornaments under the text. Boxes are kept per block until the layout changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from zbreader.model.mark import MarkStyle
from zbreader.ui.reading.geometry import LineBoxes
from zbreader.ui.reading.layers import lanes, pieces
from zbreader.ui.reading.spans import Span, SpanIndex
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.reading.waves import Waves
from zbreader.ui.theme.theme import MarkColors


@dataclass(slots=True)
class _BlockMarks:
    """What one block shows; all coordinates relative to the block's layout."""

    fills: list[tuple[QColor, list[QRectF]]] = field(default_factory=list)
    lines: list[tuple[QColor, float, list[QRectF]]] = field(default_factory=list)  # colour, distance below the box
    waves: list[tuple[QColor, list[QRectF]]] = field(default_factory=list)
    signs: list[tuple[float, QColor, str]] = field(default_factory=list)  # middle of the line, colour, span id


class MarkPainter:
    """Draws the spans of two layers: the person's marks and the places found by a search."""

    def __init__(self, settings: PageSettings) -> None:
        self.set_settings(settings)
        self._starts = [0]
        self.marks = SpanIndex()
        self.hits = SpanIndex()
        self.current_hit: str | None = None
        self.active: str | None = None
        self.spoken: tuple[int, int] | None = None  # document positions of the sentence that is being read aloud
        self._kept: dict[int, _BlockMarks] = {}

    def set_settings(self, settings: PageSettings) -> None:
        """Draw for another size or theme; the page is laid out anew."""
        self.settings = settings
        self._waves = Waves(settings.typography.mark, settings.em)

    def clear(self, block_starts: list[int]) -> None:
        """Begin anew for a document whose blocks begin at these positions."""
        self._starts = block_starts
        self.active = self.spoken = None
        self.clear_marks()
        self.clear_hits()

    def clear_marks(self) -> None:
        """Take all marks away."""
        self.marks = SpanIndex(self._starts)
        self.forget()

    def clear_hits(self) -> None:
        """Take all hits away."""
        self.hits = SpanIndex(self._starts)
        self.current_hit = None

    def forget(self, blocks: Iterable[int] | None = None) -> None:
        """Drop kept rectangles: of these blocks, or of all when the page was laid out anew."""
        if blocks is None:
            self._kept.clear()
            return
        for number in blocks:
            self._kept.pop(number, None)

    def draw_block(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """Draw all that lies under one block's text; `origin` is where its layout stands."""
        number = block.blockNumber()
        marks = self._kept.get(number)
        if marks is None:
            marks = self._kept[number] = self._measure(block)
        painter.translate(origin)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.settings.typography.mark.radius * self.settings.em
        self._draw_spoken(painter, block)
        for color, boxes in marks.fills:
            painter.setBrush(color)
            for box in boxes:
                painter.drawRoundedRect(box, radius, radius)
        self._draw_hits(painter, block)
        for color, below, boxes in marks.lines:
            width = self.settings.typography.mark.underline_width * self.settings.em
            for box in boxes:
                painter.fillRect(QRectF(box.left(), box.bottom() + below, box.width(), width), color)
        for color, boxes in marks.waves:
            for box in boxes:
                self._waves.draw(painter, box, color)
        self._draw_active(painter, block)
        painter.translate(-origin)

    def signs(self, block: QTextBlock, origin: QPointF) -> Iterator[tuple[QRectF, QColor, str]]:
        """The note signs beside a block that was drawn: (box from the column's right edge, colour, span id)."""
        marks = self._kept.get(block.blockNumber())
        if marks is None:
            return
        measures = self.settings.typography.mark
        size = measures.sign_size * self.settings.em
        for middle, color, span_id in marks.signs:
            yield (
                QRectF(measures.sign_gap * self.settings.em, origin.y() + middle - size / 2, size, size),
                color,
                span_id,
            )

    def _measure(self, block: QTextBlock) -> _BlockMarks:
        result = _BlockMarks()
        spans = sorted(self.marks.in_block(block.blockNumber()), key=lambda span: span.rank, reverse=True)
        if not spans:
            return result
        boxes = LineBoxes(block)
        start, end = block.position(), block.position() + block.length() - 1
        fills = [span for span in spans if span.style is MarkStyle.HIGHLIGHT]
        runs = _visible_runs(fills, start, end)
        for span in fills:
            if span.id in runs:
                parts = [self._grown(box) for first, last in runs[span.id] for box in boxes.boxes(first, last)]
                result.fills.append((self._colors(span).fill, parts))
        lines = [span for span in spans if span.style is not MarkStyle.HIGHLIGHT]
        lane_of = lanes(lines)
        for span in lines:
            self._measure_line(result, span, lane_of[span.id], boxes.boxes(max(span.start, start), min(span.end, end)))
        self._measure_signs(result, spans, boxes, start)
        return result

    def _measure_line(self, result: _BlockMarks, span: Span, lane: int, boxes: list[QRectF]) -> None:
        measures, em = self.settings.typography.mark, self.settings.em
        color = self._colors(span).line
        if span.style is MarkStyle.UNDERLINE:
            below = (measures.underline_gap + lane * 2 * measures.underline_width) * em
            result.lines.append((color, below, boxes))
            return
        below = (measures.underline_gap + lane * 2 * measures.underline_width) * em
        height = self._waves.height
        flat = [QRectF(box.left(), box.bottom() + below - height / 2, box.width(), height) for box in boxes]
        result.waves.append((color, flat))

    def _measure_signs(self, result: _BlockMarks, spans: list[Span], boxes: LineBoxes, start: int) -> None:
        seen: set[float] = set()
        for span in sorted(spans, key=lambda each: each.start):
            if not span.has_note or span.start < start:
                continue
            first = boxes.boxes(span.start, span.start + 1)
            if first and first[0].center().y() not in seen:
                seen.add(first[0].center().y())
                result.signs.append((first[0].center().y(), self._colors(span).line, span.id))

    def _draw_hits(self, painter: QPainter, block: QTextBlock) -> None:
        hits = list(self.hits.in_block(block.blockNumber()))
        if not hits:
            return
        boxes = LineBoxes(block)
        page = self.settings.theme.page
        radius = self.settings.typography.mark.hit_radius * self.settings.em
        for hit in hits:
            painter.setBrush(page.hit_current if hit.id == self.current_hit else page.hit)
            for box in boxes.boxes(hit.start, hit.end):
                painter.drawRoundedRect(self._grown(box), radius, radius)

    def _draw_spoken(self, painter: QPainter, block: QTextBlock) -> None:
        """The ground of the sentence that is read aloud, below the marks."""
        start, end = self.spoken or (0, 0)
        if start < block.position() + block.length() and end > block.position():
            painter.setBrush(self.settings.theme.page.spoken)
            radius = self.settings.typography.mark.radius * self.settings.em
            for box in LineBoxes(block).boxes(
                max(start, block.position()), min(end, block.position() + block.length())
            ):
                painter.drawRoundedRect(self._grown(box), radius, radius)

    def _draw_active(self, painter: QPainter, block: QTextBlock) -> None:
        span = self.marks.get(self.active) if self.active else None
        if span is None or span.end <= block.position() or span.start >= block.position() + block.length():
            return
        measures, em = self.settings.typography.mark, self.settings.em
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._colors(span).line, measures.active_width * em))
        end = min(span.end, block.position() + block.length() - 1)
        for box in LineBoxes(block).boxes(max(span.start, block.position()), end):
            painter.drawRoundedRect(self._grown(box), measures.radius * em, measures.radius * em)

    def _grown(self, box: QRectF) -> QRectF:
        measures, em = self.settings.typography.mark, self.settings.em
        return box.adjusted(0, -measures.above * em, 0, measures.below * em)

    def _colors(self, span: Span) -> MarkColors:
        return self.settings.theme.marks[span.color]


def _visible_runs(spans: list[Span], start: int, end: int) -> dict[str, list[tuple[int, int]]]:
    """For each span the stretches of [start, end) where it is near enough to the eye to be drawn."""
    result: dict[str, list[tuple[int, int]]] = {}
    for first, last, top in pieces(spans, start, end):
        for span in top:
            runs = result.setdefault(span.id, [])
            if runs and runs[-1][1] == first:
                runs[-1] = (runs[-1][0], last)
            else:
                runs.append((first, last))
    return result
