"""A button that shows what a page looks like in a theme: its paper, its ink, its accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from zbreader.ui.theme.theme import Theme

SIDE = 1.9  # in heights of the font
SAMPLE = "文"


class Swatch(QToolButton):
    """A round of paper with one character on it; a ring around the one that is chosen."""

    def __init__(self, theme: Theme, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setToolTip(label)
        self.setAccessibleName(label)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * SIDE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = 2.0 if self.isChecked() or self.hasFocus() else 1.0
        colors = self.palette()
        ring = colors.color(colors.ColorRole.Accent if line > 1 else colors.ColorRole.Mid)
        painter.setPen(QPen(ring, line))
        painter.setBrush(self._theme.page.background)
        side = min(self.width(), self.height()) - 2 * line
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.drawEllipse(box)
        painter.setPen(self._theme.page.ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SAMPLE)
