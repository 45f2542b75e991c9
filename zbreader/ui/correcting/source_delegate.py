"""How a line of a source looks: its number, a bar in the colour of its role, its words, and the role in a word."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from zbreader.ui.correcting.ink import draw_dot, draw_ring, role_color
from zbreader.ui.correcting.source_model import ROLE_ROW
from zbreader.ui.correcting.source_rows import FURNITURE, HEADLINE, SourceRow
from zbreader.ui.correcting.words import role_word
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme

LINE = 1.62  # height of a line, in heights of its font
BLANK_LINE = 0.62
NUMBER = 0.86  # size of numbers and role words, of the font
DIGITS = 5
BAR = 0.2  # width of the bar, in heights of the font
SIGN = 0.2  # radius of a dot, in heights of the font
CUT_OPACITY = 0.4  # of lines that are about to be put elsewhere

Index = QModelIndex | QPersistentModelIndex


class SourceDelegate(QStyledItemDelegate):
    """Each line takes one row, a blank one hardly any, so that thousands are laid out fast; what is seen is painted.

    `option` is a QStyleOptionViewItem, whose fields Qt's stubs leave out.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.taken: frozenset[int] = frozenset()  # lines that were cut and wait for their place

    def sizeHint(self, option: Any, index: Index) -> QSize:
        row: SourceRow = index.data(ROLE_ROW)
        return QSize(0, round(option.fontMetrics.height() * (BLANK_LINE if row.is_blank else LINE)))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        row: SourceRow = index.data(ROLE_ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, self.theme.window.selection)
        elif option.state & QStyle.StateFlag.State_MouseOver and not row.is_blank:
            painter.fillRect(option.rect, self.theme.window.alternate)
        if row.number in self.taken:
            painter.setOpacity(CUT_OPACITY)
        if row.begins:
            painter.setPen(QPen(self.theme.window.border, 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        left = self._paint_margin(painter, option, row, chosen)
        if not row.is_blank:
            self._paint_words(painter, option, index, row, left, chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.window.muted, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_margin(self, painter: QPainter, option: Any, row: SourceRow, chosen: bool) -> float:
        """Sign, number and bar; returns where the words begin."""
        height = option.fontMetrics.height()
        small = scaled(option.font, NUMBER)
        painter.setFont(small)
        room = painter.fontMetrics().horizontalAdvance("0" * DIGITS)
        middle, left = option.rect.center().y() + 0.5, option.rect.left() + height * 0.5
        sign = QPointF(left + height * SIGN, middle)
        if row.doubt is not None:
            draw_dot(painter, self.theme.roles.doubt, sign, height * SIGN)
        if row.corrected:
            around = 1.7 if row.doubt is not None else 1.0
            draw_ring(painter, self.theme.window.accent, sign, height * SIGN * around)
        numbers = QRectF(left + height * SIGN * 2, option.rect.top(), room, option.rect.height())
        if not row.is_blank:
            painter.setPen(self._quiet(chosen))
            painter.drawText(numbers, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(row.number))
        bar = QRectF(numbers.right() + height * 0.5, option.rect.top(), height * BAR, option.rect.height())
        if not row.is_blank:
            painter.fillRect(bar, role_color(self.theme.roles, row.role))
        return float(bar.right() + height * 0.5)

    def _paint_words(
        self, painter: QPainter, option: Any, index: Index, row: SourceRow, left: float, chosen: bool
    ) -> None:
        height = option.fontMetrics.height()
        rect = QRect(round(left), option.rect.top(), 0, option.rect.height())
        rect.setRight(option.rect.right() - height // 2)
        word = role_word(row.role) if row.role != "body" else ""
        if row.goes_on:
            word = QCoreApplication.translate("correcting", "接《{title}》").format(title=row.goes_on)
        if word:
            painter.setFont(scaled(option.font, NUMBER))
            color = role_color(self.theme.roles, row.role)
            painter.setPen(self._quiet(chosen) if row.role in FURNITURE or row.goes_on or chosen else color)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, word)
            rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(word) - height)
        painter.setFont(self._font(option.font, row))
        painter.setPen(self._ink(row, chosen))
        words = painter.fontMetrics().elidedText(str(index.data()).strip(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _font(self, base: QFont, row: SourceRow) -> QFont:
        font = QFont(base)
        if row.role in (HEADLINE, "heading", "label"):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _ink(self, row: SourceRow, chosen: bool) -> QColor:
        if chosen:
            return self.theme.window.selection_text
        return self.theme.window.muted if row.role in FURNITURE else self.theme.window.text

    def _quiet(self, chosen: bool) -> QColor:
        return self.theme.window.selection_text if chosen else self.theme.window.muted
