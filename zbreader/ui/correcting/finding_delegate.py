"""How a doubtful place looks in a list: a quiet dot, the sentence, below it where it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from zbreader.ui.correcting.findings_model import ROLE_PLACE
from zbreader.ui.correcting.ink import draw_dot
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme

PADDING = 0.45  # above and below, in heights of the font
MARGIN = 1.7  # left of the words
SIGN = 0.2
SMALL = 0.9

Index = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Wraps the sentence to the list's width. `option` is a QStyleOptionViewItem."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        height = option.fontMetrics.height()
        width = option.rect.width() if option.rect.width() > 0 else option.widget.viewport().width()
        words = self._bounds(option, index, width - height * (MARGIN + 0.5)).height()
        place = height * SMALL if index.data(ROLE_PLACE) else 0
        return QSize(0, round(words + place + height * PADDING * 2))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        colors, height = self.theme.window, option.fontMetrics.height()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colors.selection if chosen else colors.alternate)
        box = QRectF(option.rect).adjusted(height * MARGIN, height * PADDING, -height * 0.5, -height * PADDING)
        draw_dot(
            painter,
            self.theme.roles.doubt,
            QPointF(option.rect.left() + height * MARGIN / 2, box.top() + height * 0.55),
            height * SIGN,
        )
        painter.setFont(option.font)
        painter.setPen(colors.selection_text if chosen else colors.text)
        painter.drawText(box, str(index.data()), _wrapping())
        place = index.data(ROLE_PLACE)
        if place:
            painter.setFont(scaled(option.font, SMALL))
            painter.setPen(colors.selection_text if chosen else colors.muted)
            place = painter.fontMetrics().elidedText(place, Qt.TextElideMode.ElideRight, round(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, place)
        painter.restore()

    def _bounds(self, option: Any, index: Index, width: float) -> QRectF:
        flags = Qt.TextFlag.TextWrapAnywhere
        return QFontMetricsF(option.font).boundingRect(QRectF(0, 0, max(1.0, width), 10_000), flags, str(index.data()))


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    return option
