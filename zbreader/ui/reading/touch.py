"""Fingers on the page: a drag scrolls, a tap is a click, a long press selects a word, dragging on extends it.

Two fingers that part or meet change the size of what they lie on, on a touch screen and on a touch pad.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QLineF, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QEventPoint, QGuiApplication, QNativeGestureEvent, QTouchEvent
from PySide6.QtWidgets import QScroller, QWidget

_SLIP = 12  # pixels that a finger may move and still stand still: it is broader than a pointer
_SWIPE = 48  # pixels to the side that turn a page
_APART = 24.0  # pixels that two fingers are apart at least: nearer ones would tell wild sizes


class _Doing(Enum):
    NOTHING = 0
    WAITING = 1  # pressed: a tap, a drag or a long press may come of it
    SCROLLING = 2
    SELECTING = 3
    PINCHING = 4  # until the last finger is gone


class Touch(QObject):
    """Reads the touch events of a scrolled viewport. Points are in the viewport's coordinates."""

    tapped = Signal(QPointF)
    held = Signal(QPointF)  # pressed for a while: select here
    dragged = Signal(QPointF)  # the selection reaches to here now
    released = Signal()  # a selection is done
    swiped = Signal(int)  # 1 to the left: on, -1 to the right: back; where fingers do not scroll
    pinch_began = Signal()
    pinched = Signal(float, QPointF)  # how many times as far apart as in the beginning, and the middle between them

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.scrolls = True  # False: a page is turned by a swipe
        self._doing = _Doing.NOTHING
        self._start = QPointF()
        self._apart = 0.0  # how far two fingers were apart when the second one came
        self._scale = 1.0  # of a pinch on a touch pad, so far
        self._hold = QTimer(self, singleShot=True, interval=QGuiApplication.styleHints().mousePressAndHoldInterval())
        self._hold.timeout.connect(self._on_held)

    def read(self, event: QEvent, *, grips: bool = False) -> bool:
        """Take a touch event; False for any other. grips: the finger began on an end of the selection."""
        if isinstance(event, QNativeGestureEvent):
            return self._read_touch_pad(event)
        if not isinstance(event, QTouchEvent):
            return False
        points = event.points()
        if len(points) == 2 and event.type() in (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate):
            self._pinch(points)
            event.accept()
            return True
        if event.type() == QEvent.Type.TouchCancel or len(points) != 1:
            self._end(cancelled=True)
            event.accept()
            return True
        point = points[0]
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(point, grips=grips)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._move(point)
        elif event.type() == QEvent.Type.TouchEnd:
            self._move(point)
            self._end(point)
        event.accept()
        return True

    def _begin(self, point: QEventPoint, *, grips: bool) -> None:
        self._start = point.position()
        if grips:
            self._doing = _Doing.SELECTING
            return
        self._doing = _Doing.WAITING
        self._scroll(QScroller.Input.InputPress, point)
        self._hold.start()

    def _move(self, point: QEventPoint) -> None:
        place = point.position()
        if self._doing is _Doing.WAITING and (place - self._start).manhattanLength() > _SLIP:
            self._doing = _Doing.SCROLLING
            self._hold.stop()
        if self._doing is _Doing.SCROLLING:
            self._scroll(QScroller.Input.InputMove, point)
        elif self._doing is _Doing.SELECTING and place != self._start:
            self.dragged.emit(place)

    def _pinch(self, points: Sequence[QEventPoint]) -> None:
        between = QLineF(points[0].position(), points[1].position())
        if self._doing is not _Doing.PINCHING:
            self._end(cancelled=True)
            self._doing, self._apart = _Doing.PINCHING, max(between.length(), _APART)
            self.pinch_began.emit()
        elif not any(point.state() is QEventPoint.State.Released for point in points):
            self.pinched.emit(max(between.length(), _APART) / self._apart, between.center())

    def _read_touch_pad(self, event: QNativeGestureEvent) -> bool:
        kind = event.gestureType()
        if kind is Qt.NativeGestureType.BeginNativeGesture:
            self._scale = 1.0
            self.pinch_began.emit()
        elif kind is Qt.NativeGestureType.ZoomNativeGesture:
            self._scale *= 1.0 + event.value()
            self.pinched.emit(self._scale, event.position())
        else:
            return False
        event.accept()
        return True

    def _end(self, point: QEventPoint | None = None, *, cancelled: bool = False) -> None:
        doing, self._doing = self._doing, _Doing.NOTHING
        self._hold.stop()
        if doing is _Doing.SCROLLING and not self.scrolls and point is not None:
            way = point.position() - self._start
            if abs(way.x()) > _SWIPE and abs(way.x()) > abs(way.y()):
                self.swiped.emit(1 if way.x() < 0 else -1)
        elif doing in (_Doing.WAITING, _Doing.SCROLLING):
            if point is not None:
                self._scroll(QScroller.Input.InputRelease, point)
            else:
                QScroller.scroller(self._viewport).stop()
        if doing is _Doing.WAITING and point is not None and not cancelled:
            self.tapped.emit(point.position())
        elif doing is _Doing.SELECTING:
            self.released.emit()

    def _on_held(self) -> None:
        self._doing = _Doing.SELECTING
        QScroller.scroller(self._viewport).stop()
        self.held.emit(self._start)

    def _scroll(self, input: QScroller.Input, point: QEventPoint) -> None:
        if self.scrolls:
            QScroller.scroller(self._viewport).handleInput(input, point.position(), point.timestamp())
