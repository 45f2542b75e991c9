"""The title over a panel by which it is dragged; a frame shows where it would go."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QRubberBand, QWidget

SHARE = 3  # the outer part of the window, one in so many, belongs to the panel at that side


class Grip(QLabel):
    """Let go over the left, the right or the lower part of the page and panels, it tells that place."""

    dropped = Signal(str)  # "left", "right" or "bottom"

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.setObjectName("grip")
        self.setToolTip(self.tr("按住拖到窗口的左边、右边或下边"))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._pressed: QPoint | None = None
        self._band: QRubberBand | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, where = event.globalPosition().toPoint(), self._pressed
        if where is not None and (place - where).manhattanLength() >= QApplication.startDragDistance():
            if self._band is None:
                self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._ground())
            area = self._ground().rect()
            target = place_at(self._ground().mapFromGlobal(place), area)
            self._band.setGeometry(frame_of(target, area) if target else QRect())
            self._band.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed = self._band is not None, None
        if self._band is not None:
            self._band.hide()
            self._band.deleteLater()
            self._band = None
        target = place_at(self._ground().mapFromGlobal(event.globalPosition().toPoint()), self._ground().rect())
        if dragged and target:
            self.dropped.emit(target)

    def _ground(self) -> QWidget:
        """What panels and page stand on."""
        widget: QWidget = self
        while (above := widget.parentWidget()) is not None and widget.objectName() != "ground":
            widget = above
        return widget


def place_at(point: QPoint, area: QRect) -> str:
    """The place to which POINT belongs; empty in the middle and outside of AREA."""
    if not area.contains(point):
        return ""
    if point.y() > area.bottom() - area.height() // SHARE and _is_middle(point, area):
        return "bottom"
    if point.x() < area.left() + area.width() // SHARE:
        return "left"
    return "right" if point.x() > area.right() - area.width() // SHARE else ""


def frame_of(place: str, area: QRect) -> QRect:
    """The part of AREA that a panel at PLACE would take."""
    across, along = area.width() // (SHARE + 1), area.height() // (SHARE + 1)
    if place == "bottom":
        return area.adjusted(0, area.height() - along, 0, 0)
    rest = area.width() - across
    return area.adjusted(0, 0, -rest, 0) if place == "left" else area.adjusted(rest, 0, 0, 0)


def _is_middle(point: QPoint, area: QRect) -> bool:
    inset = area.width() // (2 * SHARE)
    return area.left() + inset < point.x() < area.right() - inset
