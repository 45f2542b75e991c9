"""Windows no larger than the screen they stand on: at 200 % a small screen is smaller than many a dialog."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyle, QWidget


def fit(window: QWidget, width: int, height: int) -> None:
    """Give WINDOW a size (logical pixels), less where its screen and the window it belongs to are both smaller."""
    parent = window.parentWidget()
    room = screen_room(window)
    if parent is not None:
        room = room.expandedTo(parent.window().size())
    window.resize(QSize(width, height).boundedTo(room))


def screen_room(window: QWidget) -> QSize:
    """What the screen leaves to a window, with room for its frame."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
    return window.screen().availableGeometry().size() - QSize(0, 2 * title)
