"""Drop-down fields with an arrow of their own: a style sheet takes the style's away and cannot draw one in ink."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QStyle, QStyleOptionComboBox, QWidget

SIZE = 0.28  # of the arrow, in heights of the font
STROKE = 1.4  # logical pixels
_ICON_GAP = 4  # pixels, as Qt leaves them between icon and words


class DropDown(QComboBox):
    """Draws a small chevron in the text's colour at its end; words that have no room end in an ellipsis."""

    def initStyleOption(self, option: Any) -> None:
        super().initStyleOption(option)
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self)
            .width()
        )
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _ICON_GAP
        option.currentText = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def shown_text(self) -> str:
        """What can be read of the current text."""
        option: Any = QStyleOptionComboBox()  # with fields that Qt's stubs leave out
        self.initStyleOption(option)
        return str(option.currentText)

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
