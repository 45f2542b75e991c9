"""Page mode: the same page, scrolled only to where a page begins, with what belongs to its neighbours covered."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from zbreader.ui.reading.leaves import leaf_tops
from zbreader.ui.reading.page import Page
from zbreader.ui.reading.place import Held, line_top
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.theme.choices import SANS
from zbreader.ui.theme.fonts import font

_ROOM = 10_000.0  # pixels below the end: more than any view is high, so that a last page can begin anywhere
_DRAG_PAUSE = 700  # milliseconds between two pages while one selects beyond the edge


class PagedPage(Page):
    """Turns pages by key, wheel and click beside the text while `choices.paged` is set; scrolls otherwise."""

    def __init__(self, settings: PageSettings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self._tops: list[float] | None = None
        self._leaf = 0
        self._turned = QElapsedTimer()
        self._turned.start()
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    @property
    def is_paged(self) -> bool:
        """Whether pages are turned."""
        return self.settings.choices.paged

    @property
    def leaf(self) -> int:
        """Number of the page in view, from 0."""
        return self._leaf

    def leaf_count(self) -> int:
        """How many pages the article has now."""
        return len(self._leaf_tops())

    def show_leaf(self, number: int) -> None:
        """Turn to a page (from 0; clamped)."""
        tops = self._leaf_tops()
        self._leaf = min(max(number, 0), len(tops) - 1)
        self._turned.restart()
        self.verticalScrollBar().setValue(self._value(self._leaf))
        self.viewport().update()

    # -- what the page asks --------------------------------------------------------------------------------------------

    def set_foot(self, height: int) -> None:
        if height != self._foot:
            self._tops = None
        super().set_foot(height)
        if self.is_paged and self.article is not None and self._pending is None:
            self.show_leaf(self._leaf)

    def shows_foot(self) -> bool:
        return not self.is_paged or self._leaf == self.leaf_count() - 1

    def is_at_end(self) -> bool:
        return self._leaf >= self._leaf_of(self.offsets.body_end) if self.is_paged else super().is_at_end()

    def is_near_end(self) -> bool:
        return self._leaf >= self.leaf_count() - 2 if self.is_paged else super().is_near_end()

    def go_to(self, position: int, below_top: float = 0.0) -> None:
        if self.is_paged:
            self.show_leaf(self._leaf_of(position))
        else:
            super().go_to(position, below_top)

    def go_to_end(self) -> None:
        if self.is_paged:
            self.show_leaf(self.leaf_count() - 1)
        else:
            super().go_to_end()

    def turn(self, direction: int) -> None:
        if self.is_paged:
            self.show_leaf(self._leaf + direction)
        else:
            super().turn(direction)

    def bring_into_view(self, position: int) -> None:
        if not self.is_paged:
            super().bring_into_view(position)
        elif self._leaf_of(position) != self._leaf:
            self.go_to(position)

    def turns_at(self, point: QPointF) -> int:
        """Which way a click at a point of the viewport turns: 1 or -1 beside and below the text, 0 on it."""
        if not self.is_paged or self.article is None:
            return 0
        left = self.document().rootFrame().frameFormat().leftMargin()
        if left <= point.x() <= self.column_right() and not self._bottom_band().contains(point):
            return 0
        return -1 if point.x() < self.viewport().width() / 2 else 1

    def turn_by_click(self, point: QPointF) -> bool:
        """Turn as a click there asks. False where it asks for nothing."""
        direction = self.turns_at(point)
        if direction:
            self.turn(direction)
        return bool(direction)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _hold(self, y: float = 0.0) -> Held:
        if not self.is_paged:
            return super()._hold(y)
        return super()._hold(y or self._band("top") + 1)

    def _stands_at_end(self) -> bool:
        """Whether there is nothing further. An end that can be seen from the beginning is not where one stands."""
        is_long = self.verticalScrollBar().maximum() > self._foot
        return self.is_at_end() and (self.is_paged or is_long)

    def _restore(self, held: Held) -> None:
        if not self.is_paged:
            super()._restore(held)
        elif held.at_top:
            self.show_leaf(0)
        else:
            self.show_leaf(self._leaf_of(held.position))

    def _change(self, settings: PageSettings, keep_y: float = 0.0) -> None:
        if settings.choices.paged != self.is_paged:
            off, on = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            was_at_end = self.article is not None and self._stands_at_end()
            held = None if self.article is None else replace(self._hold(), below_top=0.0)
            super()._change(settings)
            self._keeping = True
            self.setVerticalScrollBarPolicy(off if settings.choices.paged else on)
            if held is not None and self._pending is None:
                self.go_to_end() if was_at_end else self._restore(held)
                self._held = None
            self._keeping = False
        else:
            super()._change(settings, keep_y)

    def _set_page(self, *arguments, **options) -> None:  # type: ignore[no-untyped-def]
        self._tops, self._leaf = None, 0
        super()._set_page(*arguments, **options)
        self._tops = None  # laid out for another width while it was set

    def _bottom_margin(self) -> float:
        return _ROOM if self.is_paged else super()._bottom_margin()

    def _band(self, name: str) -> float:
        """Height in pixels of the band above ("top") or below ("bottom") a page's lines."""
        return float(round(getattr(self.settings.typography.leaf, name) * self.settings.em))

    def _leaf_tops(self) -> list[float]:
        if self._tops is None:
            height = self.viewport().height() - self._band("top") - self._band("bottom")
            self._tops = leaf_tops(self.document(), self._band("top"), max(height, 1.0), self._tail())
        return self._tops

    def _tail(self) -> float:
        """Room below the last line that belongs to the last page."""
        return self._foot + self.settings.typography.margin_bottom * self.settings.em / 2 if self._foot else 0.0

    def _value(self, leaf: int) -> int:
        return max(0, int(self._leaf_tops()[leaf] - self._band("top")))

    def _leaf_of(self, position: int) -> int:
        return max(0, bisect_right(self._leaf_tops(), line_top(self, position) + 0.5) - 1)

    def _leaf_bottom(self) -> float:
        """Where the lines of the page in view end, in the view."""
        tops = self._leaf_tops()
        if self._leaf + 1 >= len(tops):
            return self.viewport().height() - self._band("bottom")
        return tops[self._leaf + 1] - self.verticalScrollBar().value()

    def _bottom_band(self) -> QRectF:
        top = self._leaf_bottom()
        return QRectF(0, top, self.viewport().width(), self.viewport().height() - top)

    def _on_scrolled(self) -> None:
        """Somebody scrolled who knows nothing of pages (Qt, while one selects): go to a page in that direction."""
        if self.is_paged and self.article is not None and self._tops is not None:
            value, wanted = self.verticalScrollBar().value(), self._value(min(self._leaf, len(self._tops) - 1))
            if value != wanted:
                if QApplication.mouseButtons() and self._turned.elapsed() < _DRAG_PAUSE:
                    self.verticalScrollBar().setValue(wanted)
                    return
                page = bisect_right(self._tops, value + self._band("top") + 0.5) - 1
                beside = self._leaf + (1 if value > wanted else -1)
                self.show_leaf(max(page, beside) if value > wanted else min(page, beside))
                return
        super()._on_scrolled()

    def _on_cursor_moved(self) -> None:
        """The caret never goes where it cannot be seen; with the mouse pressed one selects on the page in view."""
        if self.is_paged and self._tops is not None and not self._keeping and not QApplication.mouseButtons():
            cursor = self.textCursor()
            if self.is_caret_shown or cursor.hasSelection():
                self.bring_into_view(cursor.position())

    # -- events --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self.is_paged or self.article is None:
            super().resizeEvent(event)
            return
        if self._held is None and self._pending is None and self._tops is not None:
            self._held = self._hold()
        self._tops = None
        super().resizeEvent(event)
        self._tops = None
        if self._pending is None and self._held is not None:
            self._keeping = True
            self._restore(self._held)
            self._keeping = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.is_paged or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        notches = self._wheel.turn(event.angleDelta().y())
        if notches:
            self.turn(-1 if notches > 0 else 1)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_paged and self.article is not None:
            painter = QPainter(self.viewport())
            self._cover(painter)
            painter.end()

    def _cover(self, painter: QPainter) -> None:
        """Paper over the lines of the pages before and after, and the page's number."""
        page, measures, em = self.settings.theme.page, self.settings.typography.leaf, self.settings.em
        band = self._bottom_band()
        painter.fillRect(band, page.background)
        if self._leaf:
            painter.fillRect(QRectF(0, 0, self.viewport().width(), self._band("top")), page.background)
        painter.setFont(font(SANS, measures.number_size * em))
        painter.setPen(page.faint)
        foot = self.viewport().height() - measures.number_rise * em
        place = QRectF(0, foot - em, self.viewport().width(), em)
        words = f"{self._leaf + 1} / {self.leaf_count()}"
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)
