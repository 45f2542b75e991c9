"""Counts clicks beyond the second, which Qt does not tell apart."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication


class Clicks:
    """Presses at one place within the system's double-click time: 1, 2, 3, 4, then 1 again."""

    def __init__(self) -> None:
        self.count = 0
        self._time = 0
        self._place = QPoint()

    def press(self, event: QMouseEvent) -> int:
        """Count a press. Returns the count."""
        place = event.position().toPoint()
        near = (place - self._place).manhattanLength() <= QApplication.startDragDistance()
        soon = event.timestamp() - self._time <= QApplication.doubleClickInterval()
        self.count = self.count % 4 + 1 if near and soon and self.count else 1
        self._time, self._place = event.timestamp(), place
        return self.count

    def double(self, event: QMouseEvent) -> int:
        """Count a press that Qt calls a double click: the second one, or the fourth. Returns the count."""
        self.count = max(2, self.press(event))
        return self.count
