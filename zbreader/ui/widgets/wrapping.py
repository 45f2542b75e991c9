"""Buttons side by side; below each other where large letters or a narrow panel leave no room: never three dots."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

LOSS = 4  # pixels of the white at each side of its words that a part may lose before it goes below


class WrappingRow(QWidget):
    """Parts in one row, else in the most columns of equal length that fit. The last one stands at the right.

    gap: pixels between them and above and below; twice as many at both sides.
    """

    def __init__(self, parts: Sequence[QWidget], gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._gap, self._columns = list(parts), gap, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        self._grid.setSpacing(gap)
        self._put(len(self._parts))

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part."""
        widest = max(map(_least, self._parts))
        return QSize(widest + 4 * self._gap, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put(self._fitting())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._put(self._fitting())

    def _fitting(self) -> int:
        room, count = self.width() - 4 * self._gap, len(self._parts)
        for columns in range(count, 1, -1):
            widths = [max(map(_least, self._parts[at::columns])) for at in range(columns)]
            if count % columns == 0 and sum(widths) + self._gap * (columns - 1) <= room:
                return columns
        return 1

    def _put(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._grid.setColumnStretch(max(0, self._columns - 1), 0)
        self._grid.setColumnStretch(columns - 1, 1)
        self._columns = columns
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for number, part in enumerate(self._parts):
            is_last = part is self._parts[-1] and columns > 1
            self._grid.addWidget(part, number // columns, number % columns, right if is_last else left)


def _least(part: QWidget) -> int:
    """The width (pixels) in which a part is still whole."""
    return part.sizeHint().width() - 2 * LOSS
