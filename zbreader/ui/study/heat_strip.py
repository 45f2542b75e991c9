"""The heat along the whole article, at the right edge of the page: where people marked, in view or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from zbreader.services.group_view import Heat
from zbreader.ui.study.board_delegate import heat_color
from zbreader.ui.theme.theme import Theme

WIDTH = 0.6  # in heights of the font
LEAST = 3.0  # logical pixels that a sentence has
NEAR = 3.0  # logical pixels from a sentence that still point at it


class HeatStrip(QWidget):
    """A click goes to the sentence, hovering names the people. The keys belong to the margin at the left."""

    sentence_requested = Signal(int)  # code point where it begins

    def __init__(self, page: QWidget, called: Callable[[Heat], str]) -> None:
        super().__init__(page)
        self._page, self._called = page, called
        self._heat: Sequence[Heat] = ()
        self._length = 1
        self.theme: Theme | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("全篇的热度"))
        self.hide()

    def show_heat(self, heat: Sequence[Heat], length: int, theme: Theme) -> None:
        """Show HEAT of an article of LENGTH code points."""
        self._heat, self._length, self.theme = heat, max(1, length), theme
        most = max((len(one.people) for one in heat), default=0)
        self.setAccessibleDescription(self.tr("最多 {count} 人标记同一句").format(count=most))
        self.update()

    def place(self) -> None:
        """Stand at the right edge of the page."""
        page = self._page.rect()
        width = round(WIDTH * self.fontMetrics().height())
        self.setGeometry(page.right() + 1 - width, 0, width, page.height())

    def sentence_at(self, y: float) -> Heat | None:
        """The sentence at height Y, of several that of most people."""
        found = [one for one in self._heat if self._box(one).top() - NEAR <= y <= self._box(one).bottom() + NEAR]
        return max(found, key=lambda one: len(one.people), default=None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.theme is None:
            return
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(heat_color(self.theme, 0, 0))
        painter.drawRect(self.rect())
        most = max((len(one.people) for one in self._heat), default=0)
        for one in sorted(self._heat, key=lambda one: len(one.people)):
            painter.setBrush(heat_color(self.theme, len(one.people), most))
            painter.drawRect(self._box(one))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            one = self.sentence_at(event.pos().y())
            QToolTip.showText(event.globalPos(), self._called(one) if one else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        one = self.sentence_at(event.position().y())
        if one is not None:
            self.sentence_requested.emit(one.start)

    def _box(self, one: Heat) -> QRectF:
        top, bottom = (self.height() * at / self._length for at in (one.start, one.end))
        return QRectF(0, min(top, self.height() - LEAST), self.width(), max(LEAST, bottom - top))
