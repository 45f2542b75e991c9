"""The page under fingers: what a tap, a long press, a drag and a pinch do, and the grips at the selection's ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor, QTouchEvent
from PySide6.QtWidgets import QWidget

from zbreader.ui.reading.selectable_page import SelectablePage
from zbreader.ui.reading.touch import Touch
from zbreader.ui.reading.typesetting import PageSettings


class TouchablePage(SelectablePage):
    """Grips are shown only while fingers are at work: a mouse has no need of them."""

    tapped = Signal(QPointF)
    touch_selected = Signal()  # a selection was made by finger

    _touch: Touch | None = None  # the viewport has events before the page is built

    def __init__(self, settings: PageSettings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        self.is_touched = False  # whether the selection was made by finger
        self._gripped: int | None = None  # document position of the end that stays while the other is dragged
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        touch = self._touch = Touch(self.viewport())
        touch.tapped.connect(self._on_tapped)
        touch.held.connect(self._on_held)
        touch.dragged.connect(self._on_dragged)
        touch.released.connect(self.touch_selected)
        touch.swiped.connect(self.turn)
        touch.pinch_began.connect(self._on_pinch_began)
        touch.pinched.connect(self._on_pinched)
        self._pinched_from = settings.zoom
        self.selectionChanged.connect(self._on_selection_gone)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._touch is not None and event.type() == QEvent.Type.TouchBegin:
            self._touch.scrolls = not self.is_paged
            self._gripped = self._other_end(event)
        if self._touch is not None and self._touch.read(event, grips=self._gripped is not None):
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_touched and self.textCursor().hasSelection():
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.settings.theme.page.accent)
            side = self.settings.typography.bar.grip / 2
            for place in self.grips():
                painter.drawEllipse(place, side, side)
            painter.end()

    def grips(self) -> tuple[QPointF, QPointF]:
        """The middles of the grips, below the first and the last character of the selection (viewport)."""
        cursor, side = self.textCursor(), self.settings.typography.bar.grip / 2
        places = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            edge = QTextCursor(cursor)
            edge.setPosition(position)
            box = self.cursorRect(edge)
            places.append(QPointF(box.center().x(), box.bottom() + side))
        return places[0], places[1]

    def _other_end(self, event: QEvent) -> int | None:
        """The end of the selection opposite to the grip under a finger; None where there is no grip."""
        cursor = self.textCursor()
        if not self.is_touched or not cursor.hasSelection() or not isinstance(event, QTouchEvent):
            return None
        place = event.points()[0].position()
        reach = self.settings.typography.bar.reach
        first, last = ((grip - place).manhattanLength() for grip in self.grips())
        if min(first, last) > reach:
            return None
        return cursor.selectionEnd() if first < last else cursor.selectionStart()

    def _on_tapped(self, place: QPointF) -> None:
        if self.textCursor().hasSelection():
            self.clear_selection()
        elif not self.turn_by_click(place):
            self.tapped.emit(place)

    def _on_held(self, place: QPointF) -> None:
        self.is_touched = True
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.select_around(place, 2):
            cursor = self.cursorForPosition(place.toPoint())
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)
        self._gripped = None

    def _on_dragged(self, place: QPointF) -> None:
        """Extend to the character under the finger, from the end that stays; a word that was held stays whole."""
        position = self.cursorForPosition(place.toPoint()).position()
        cursor = self.textCursor()
        if self._gripped is None:
            self._gripped = cursor.selectionEnd() if position < cursor.selectionStart() else cursor.selectionStart()
        if position != self._gripped:
            cursor.setPosition(self._gripped)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.viewport().update()

    def _on_pinch_began(self) -> None:
        self._pinched_from = self.settings.zoom

    def _on_pinched(self, scale: float, middle: QPointF) -> None:
        """In steps, not at every hair's breadth: each sets the whole article anew."""
        self.set_zoom(self.settings.typography.zoom_near(max(self._pinched_from * scale, 0.01)), middle.y())

    def _on_selection_gone(self) -> None:
        if self.is_touched and not self.textCursor().hasSelection():
            self.is_touched = False
            self.viewport().update()
