"""The page with notes on cards in its margin, beside the lines that they are about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor

from zbreader.model.annotation import Annotation, PlacedAnnotation
from zbreader.ui.reading.cards import Card, line_count, stacked
from zbreader.ui.reading.place import hold, line_tops, restore
from zbreader.ui.reading.positions import display_text
from zbreader.ui.reading.spans import Span
from zbreader.ui.reading.touchable_page import TouchablePage
from zbreader.ui.reading.writers import Writers
from zbreader.ui.theme.choices import SANS
from zbreader.ui.theme.fonts import font
from zbreader.ui.widgets.clipped_text import draw_clipped

_BAR_LEFT = 4  # pixels between a card's edge and its bar
_NEAR = 6.0  # em: lines to cards further away would only confuse, unless the card is the one looked at


class MarginPage(TouchablePage):
    """Cards are drawn, not built: a thousand notes cost what is in view. Where there is no room there are none."""

    card_edit_requested = Signal(str)  # id

    _with_cards = False
    _cards: list[Card] | None = None  # None: to be laid out
    _writers: Writers | None = None

    def set_writers(self, writers: Writers) -> None:
        """Whose notes bear a name, and which."""
        self._writers = writers
        writers.changed.connect(self._forget_cards)

    def signature(self, annotation: Annotation) -> str:
        """The line below a note of somebody else that says whose it is; empty below one's own."""
        writer = self._writers.of(annotation) if self._writers else ""
        return f"—— {writer}" if writer else ""

    def want_margin_notes(self, shown: bool) -> None:
        """Show notes beside their lines, or leave the margin empty, when the page is laid out next."""
        self._with_cards = shown
        self._forget_cards()

    def set_margin_notes(self, shown: bool) -> None:
        """Show notes beside their lines, or leave the margin empty."""
        self.want_margin_notes(shown)
        self._relay_margins()

    def cards(self) -> list[Card]:
        """The cards of the article, from top to bottom; none where there is no room or nobody wants them."""
        if self._cards is None:
            self._cards = self._lay_cards_out()
        return self._cards

    def card_at(self, point: QPointF) -> str | None:
        """Id of the note whose card is under a point of the viewport."""
        found = next((card for card in self._in_view() if self._box(card).contains(point)), None)
        return found.id if found else None

    def side_room(self) -> float:
        return self.settings.typography.card.width if self._with_cards else 0.0

    def set_marks(self, placed: Iterable[PlacedAnnotation]) -> None:
        super().set_marks(placed)
        self._forget_cards()

    def add_mark(self, placed: PlacedAnnotation) -> None:
        super().add_mark(placed)
        self._forget_cards()

    def remove_mark(self, identity: str) -> None:
        super().remove_mark(identity)
        self._forget_cards()

    def spans_at(self, point: QPointF) -> list[Span]:
        card = self.card_at(point)
        span = self.marks.marks.get(card) if card else None
        return [span] if span else super().spans_at(point)

    def turns_at(self, point: QPointF) -> int:
        return 0 if self.card_at(point) else super().turns_at(point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self.card_at(event.position())
        if card:
            self.card_edit_requested.emit(card)
        else:
            super().mouseDoubleClickEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cards = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown = self._in_view()
        if shown:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for card in shown:
                self._draw_card(painter, card)
            painter.end()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _set_page(self, cursor: QTextCursor, *, keep_layers: bool = False) -> None:
        super()._set_page(cursor, keep_layers=keep_layers)
        self._cards = None

    def _relay_margins(self) -> None:
        """Set the margins anew, keeping the line at the top where it is."""
        held = hold(self)
        self._keeping = True
        if self.article is not None and self._set_margins(self.document()):
            self.marks.forget()
            if self._pending is None:
                restore(self, held)
        self._keeping = False
        self.viewport().update()

    def _forget_cards(self) -> None:
        self._cards = None
        if self._with_cards:
            self.viewport().update()

    def _room(self) -> tuple[float, float]:
        """Left edge and width of the cards in the viewport; no width where there is too little room."""
        measures = self.settings.typography
        left = self.column_right() + (measures.mark.sign_gap + measures.mark.sign_size) * self.settings.em
        left += measures.card.gap
        width = min(float(measures.card.width), self.viewport().width() - left - measures.card.gap)
        return left, width if width >= measures.card.least else 0.0

    def _lay_cards_out(self) -> list[Card]:
        _, width = self._room()
        if not self._with_cards or self.article is None or not width:
            return []
        measures = self.settings.typography.card
        type_ = self._type()
        height, signed = (QFontMetricsF(each).height() * measures.line for each in (type_, self._type(measures.author)))
        # One character less than fits: punctuation that never begins a line takes one along to the next.
        per_line = int((width - _BAR_LEFT - 2 * measures.padding - measures.bar) / type_.pixelSize()) - 1
        noted = [span for span in self.marks.marks.in_order() if span.has_note]
        tops = line_tops(self, (span.start for span in noted))
        wanted = []
        for span, top in zip(noted, tops, strict=True):
            annotation = self.placed[span.id].annotation
            lines = line_count(annotation.note or "", per_line, measures.lines)
            below = signed if self.signature(annotation) else 0.0
            wanted.append((span.id, top, lines, lines * height + below + 2 * measures.padding))
        return stacked(wanted, measures.gap)

    def _in_view(self) -> list[Card]:
        if not self._with_cards:
            return []
        top = float(self.verticalScrollBar().value())
        bottom = top + self.viewport().height()
        cards = self.cards()
        first = bisect_left(cards, top, key=lambda card: card.bottom)
        shown = []
        for card in cards[first:]:
            if card.top >= bottom:
                break
            if not self.is_paged or top <= card.line_top < bottom:
                shown.append(card)
        return shown

    def _box(self, card: Card) -> QRectF:
        left, width = self._room()
        return QRectF(left, card.top - self.verticalScrollBar().value(), width, card.height)

    def _type(self, share: float = 1.0) -> QFont:
        measures = self.settings.typography
        return font(SANS, max(1, round(self.settings.em * measures.card.size * share)))

    def _draw_card(self, painter: QPainter, card: Card) -> None:
        measures, window = self.settings.typography.card, self.settings.theme.window
        annotation = self.placed[card.id].annotation
        line = self.settings.theme.marks[annotation.color].line
        box = self._box(card)
        is_active = self.marks.active == card.id
        painter.setPen(QPen(line if is_active else window.border, 1.5 if is_active else 1.0))
        painter.setBrush(window.base)
        painter.drawRoundedRect(box, measures.radius, measures.radius)
        moved = card.top - card.line_top
        if moved > 1 and (is_active or moved < _NEAR * self.settings.em):  # pushed down: a thin line says from where
            start = QPointF(self.column_right() + 2, box.top() - moved + self.settings.em / 2)
            painter.setPen(QPen(line, 0.8, Qt.PenStyle.DotLine))
            painter.drawPolyline([start, QPointF(box.left(), box.top() + measures.padding)])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        bar = QRectF(
            box.left() + _BAR_LEFT, box.top() + measures.padding, measures.bar, box.height() - 2 * measures.padding
        )
        painter.drawRoundedRect(bar, measures.bar / 2, measures.bar / 2)
        left = bar.right() + measures.padding
        text = display_text((annotation.note or "")[: measures.lines * 200])
        place = QPointF(left, box.top() + measures.padding)
        width = box.right() - measures.padding - left
        height = draw_clipped(
            painter, text, self._type(), window.text, place, width, lines=card.lines, line=measures.line
        )
        place.setY(place.y() + height)
        name, small = display_text(self.signature(annotation)), self._type(measures.author)
        draw_clipped(painter, name, small, window.muted, place, width, lines=1, line=measures.line)
