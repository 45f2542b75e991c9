"""Paints what people would rather see than read: a bar of marks, and the heat along an article."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from zbreader.ui.study.board_model import COL_HEAT, COL_MARKS, MOST_ROLE, STRIP_ROLE
from zbreader.ui.theme.theme import Theme

BAR, STRIP = 0.34, 0.5  # of the row's height
FAINTEST = 0.16  # opacity of a cell without anybody


def heat_color(theme: Theme, people: int, most: int) -> QColor:
    """The accent, the fuller the more people."""
    color = QColor(theme.page.accent)
    color.setAlphaF(FAINTEST + (1 - FAINTEST) * people / most if people and most else FAINTEST / 2)
    return color


class BoardDelegate(QStyledItemDelegate):
    """For the second and third column of the board."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        area = QRectF(option.rect).adjusted(6, 0, -6, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if index.column() == COL_MARKS:
            most, marks = index.data(MOST_ROLE)
            number = painter.fontMetrics().horizontalAdvance("0000")
            room = area.adjusted(number, 0, 0, 0)
            bar = QRectF(room.left(), 0, room.width() * marks / most if most else 0, room.height() * BAR)
            bar.moveTop(room.center().y() - bar.height() / 2)
            painter.setBrush(heat_color(self.theme, 1, 2))
            painter.drawRect(bar)
        elif index.column() == COL_HEAT:
            cells = index.data(STRIP_ROLE)
            width = area.width() / len(cells) if cells else 0
            most = max(cells, default=0)
            top = area.center().y() - area.height() * STRIP / 2
            left = area.left()
            for people, alike in groupby(cells):  # run by run: neighbours of one colour must not overlap
                right = left + width * len(list(alike))
                painter.setBrush(heat_color(self.theme, people, most))
                painter.drawRect(QRectF(left, top, right - left, area.height() * STRIP))
                left = right
        painter.restore()
