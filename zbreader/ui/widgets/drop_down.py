"""Drop-down fields with an arrow of their own: a style sheet takes the style's away and cannot draw one in ink."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

SIZE = 0.28  # of the arrow, in heights of the font
STROKE = 1.4  # logical pixels


class DropDown(QComboBox):
    """Draws a small chevron in the text's colour at its end."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self)


class DayField(QDateEdit):
    """A date, with a calendar behind the chevron at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self)


def draw_chevron(field: QWidget) -> None:
    """Draw the chevron at the end of FIELD, which is being painted."""
    size = field.fontMetrics().height() * SIZE
    tip = QPointF(field.width() - size * 3, field.height() / 2 + size / 2)
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color = field.palette().color(QPalette.ColorRole.Text if field.isEnabled() else QPalette.ColorRole.Mid)
    painter.setPen(QPen(color, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline([tip - QPointF(size, size), tip, tip + QPointF(size, -size)])
