"""A drop-down field with an arrow of its own: a style sheet takes the style's away and cannot draw one in ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

SIZE = 0.28  # of the arrow, in heights of the font
STROKE = 1.4  # logical pixels


class DropDown(QComboBox):
    """Draws a small chevron in the text's colour at its end."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self.fontMetrics().height() * SIZE
        tip = QPointF(self.width() - size * 3, self.height() / 2 + size / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().color(
            self.palette().ColorRole.Text if self.isEnabled() else self.palette().ColorRole.Mid
        )
        painter.setPen(QPen(color, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline([tip - QPointF(size, size), tip, tip + QPointF(size, -size)])
