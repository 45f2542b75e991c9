"""The page with the person's marks and a search's hits on it: set, changed, revealed, found by place."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.issue import Article
from zbreader.ui.reading.geometry import LineBoxes
from zbreader.ui.reading.paged_page import PagedPage
from zbreader.ui.reading.spans import Span, span_of
from zbreader.ui.reading.typesetting import PageSettings

_HEADLINE = "headline "  # before the number of a hit in it


class MarkedPage(PagedPage):
    """Marks are kept beside the document, which they never change."""

    def __init__(self, settings: PageSettings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.placed: dict[str, PlacedAnnotation] = {}

    def show_article(self, article: Article, issue_label: str, place: float = 0.0) -> None:
        self.placed = {}
        super().show_article(article, issue_label, place)

    # -- marks ---------------------------------------------------------------------------------------------------------

    def set_marks(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Replace all marks."""
        self.placed = {each.annotation.id: each for each in placed}
        self.marks.clear_marks()
        if self.marks.active not in self.placed:
            self.marks.active = None
        spans = (span_of(each, self.offsets) for each in self.placed.values())
        self.marks.marks.add_all(span for span in spans if span is not None)
        self.viewport().update()

    def add_mark(self, placed: PlacedAnnotation) -> None:
        """Add one mark, or replace the one of the same id."""
        identity = placed.annotation.id
        touched = set(self.marks.marks.remove(identity))
        self.placed[identity] = placed
        span = span_of(placed, self.offsets)
        if span is not None:
            touched.update(self.marks.marks.add(span))
        self._redraw(touched)

    def update_mark(self, placed: PlacedAnnotation) -> None:
        """Redraw a mark whose annotation changed."""
        self.add_mark(placed)

    def remove_mark(self, identity: str) -> None:
        """Take a mark away; nothing happens when there is none of that id."""
        self.placed.pop(identity, None)
        if self.marks.active == identity:
            self.marks.active = None
        self._redraw(self.marks.marks.remove(identity))

    def set_active(self, identity: str | None) -> None:
        """Frame one mark (None: none)."""
        if identity != self.marks.active:
            self.marks.active = identity
            self.viewport().update()

    def reveal(self, identity: str) -> bool:
        """Scroll to a mark and frame it. False for one that has no place on the page."""
        span = self.marks.marks.get(identity)
        if span is None:
            return False
        self.set_active(identity)
        self.bring_into_view(span.start)
        return True

    def reveal_range(self, start: int, end: int) -> None:
        """Scroll to a range of the article's text (code points) and show it as found, among the hits if it is one."""
        wanted = self.offsets.range_to_document(start, end)
        known = next((hit for hit in self.marks.hits.in_order() if (hit.start, hit.end) == wanted), None)
        if known is None:
            self.set_hits([(start, end)])
        self.show_hit(int(known.id) if known else 0)

    def step_mark(self, step: int) -> str | None:
        """Reveal the next (1) or previous (-1) mark in reading order, from the active one or the top of the view."""
        spans = self.marks.marks.in_order()
        if not spans:
            return None
        ids = [span.id for span in spans]
        if self.marks.active in ids:
            number = ids.index(self.marks.active) + step
        else:
            top = self.offsets.to_document(self.top_offset())
            after = next((place for place, span in enumerate(spans) if span.start >= top), len(spans))
            number = after if step > 0 else after - 1
        chosen = ids[min(max(number, 0), len(ids) - 1)]
        self.reveal(chosen)
        return chosen

    # -- hits ----------------------------------------------------------------------------------------------------------

    def set_hits(self, ranges: Iterable[tuple[int, int]], titled: Iterable[tuple[int, int]] = ()) -> None:
        """Show these ranges (code points) as found; an empty list takes them away.

        titled: of the headline; they have no numbers, for who arrives at the top sees them.
        """
        self.marks.clear_hits()
        for number, (start, end) in enumerate(ranges):
            first, last = self.offsets.range_to_document(start, end)
            if first < last:
                self.marks.hits.add(Span(str(number), first, last))
        for number, (start, end) in enumerate(titled):
            first, last = self.offsets.headline_to_document(start, end)
            if first < last:
                self.marks.hits.add(Span(f"{_HEADLINE}{number}", first, last))
        self.viewport().update()

    def show_hit(self, number: int) -> None:
        """Make the hit with that number (from 0, as given to set_hits) the current one and scroll to it."""
        span = self.marks.hits.get(str(number))
        if span is not None:
            self.marks.current_hit = span.id
            self.bring_into_view(span.start)
            self.viewport().update()

    def show_spoken(self, span: tuple[int, int] | None) -> None:
        """Show which range (code points) is being read aloud, in view; None: none."""
        self.marks.spoken = self.offsets.range_to_document(*span) if span else None
        if self.marks.spoken is not None:
            self.bring_into_view(self.marks.spoken[0])
        self.viewport().update()

    # -- by place ------------------------------------------------------------------------------------------------------

    def offset_at(self, point: QPointF) -> int | None:
        """Offset (code points) of the character under a point of the viewport; None outside the article's text."""
        position = self._character_at(point)
        if position is None or not self.offsets.body_start <= position < self.offsets.body_end:
            return None
        return self.offsets.to_article(position)

    def spans_at(self, point: QPointF) -> list[Span]:
        """Marks under a point of the viewport, nearest to the eye first; the sign of a note stands for its mark."""
        sign = self.sign_at(point)
        if sign is not None:
            span = self.marks.marks.get(sign)
            return [span] if span else []
        position = self._character_at(point)
        return [] if position is None else self.marks.marks.at(position)

    def sign_at(self, point: QPointF) -> str | None:
        """Id of the mark whose note sign is under a point of the viewport."""
        edge = self.column_right()
        if point.x() < edge:
            return None
        scrolled = self.verticalScrollBar().value()
        for block, origin in self.blocks_between(point.y(), point.y()):
            for box, _, identity in self.marks.signs(block, QPointF(origin.x(), origin.y() - scrolled)):
                if box.translated(edge, 0).adjusted(-4, -4, 4, 4).contains(point):
                    return identity
        return None

    def _character_at(self, point: QPointF) -> int | None:
        """Document position of the character whose box holds the point. (Qt's hitTest tells the nearest gap.)"""
        scrolled = self.verticalScrollBar().value()
        place = QPointF(point.x(), point.y() + scrolled)
        layout = self.document().documentLayout()
        nearest = layout.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        if nearest < 0:
            return None
        block = self.document().findBlock(nearest)
        origin = layout.blockBoundingRect(block).topLeft()
        boxes = LineBoxes(block)
        text = block.text()
        for position in (nearest, nearest - 1, nearest - 2):
            inside = position - block.position()
            if 0 <= inside < len(text):
                for box in boxes.boxes(position, position + 1):
                    if _reaching(box).translated(origin).contains(place):
                        return position
        return None

    # -- inside --------------------------------------------------------------------------------------------------------

    def _redraw(self, blocks: Iterable[int]) -> None:
        numbers = set(blocks)
        self.marks.forget(numbers)
        layout = self.document().documentLayout()
        scrolled = self.verticalScrollBar().value()
        for block, _ in self.blocks_between(0, self.viewport().height()):
            if block.blockNumber() in numbers:
                box = layout.blockBoundingRect(block).translated(0, -scrolled).toAlignedRect()
                em = round(self.settings.em)
                self.viewport().update(0, box.top() - em, self.viewport().width(), box.height() + 2 * em)


def _reaching(box: QRectF) -> QRectF:
    """A character's box with the white above and below it: a click there means the character."""
    return box.adjusted(0, -box.height() * 0.35, 0, box.height() * 0.35)
