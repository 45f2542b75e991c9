"""How a line of the outline looks: title, quietly its authors, at the end how many paragraphs, a dot where in doubt."""

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
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zbreader.ui.correcting.ink import draw_dot, role_color
from zbreader.ui.correcting.outline import OutlineNode, Part
from zbreader.ui.correcting.outline_model import ROLE_NODE
from zbreader.ui.correcting.words import role_word
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme

LINE = 1.62  # height of a line, in heights of its font
SMALL = 0.9  # size of authors and counts, of the font
SIGN = 0.2  # radius of a dot, in heights of the font
BAR = 0.16

Index = QModelIndex | QPersistentModelIndex
_PIECES = (Part.PARAGRAPH, Part.BLOCK)
_QUIET = (Part.COLUMN, Part.GROUP, Part.REST, Part.MISSING, Part.BLOCK)


class OutlineDelegate(QStyledItemDelegate):
    """Paints nodes in the colours of a theme. `option` is a QStyleOptionViewItem."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * LINE))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        node: OutlineNode = index.data(ROLE_NODE)
        view: Any = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        title, view.text = view.text, ""
        style = view.widget.style() if view.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        chosen = bool(view.state & QStyle.StateFlag.State_Selected)
        painter.save()
        height = view.fontMetrics.height()
        rect = view.rect.adjusted(height // 4, 0, -height // 2, 0)
        if node.part in _PIECES:
            bar = QRectF(rect.left(), rect.top() + height * 0.25, height * BAR, rect.height() - height * 0.5)
            painter.fillRect(bar, role_color(self.theme.roles, node.kind))
            rect.setLeft(round(bar.right() + height * 0.5))
        rect.setRight(self._paint_end(painter, view, rect, node, chosen))
        self._paint_title(painter, view, rect, node, title, chosen)
        painter.restore()

    def _paint_end(self, painter: QPainter, option: Any, rect: QRect, node: OutlineNode, chosen: bool) -> int:
        """Count or kind at the right, and the dot; returns where the title has to end."""
        height, colors = option.fontMetrics.height(), self.theme.window
        painter.setFont(scaled(option.font, SMALL))
        painter.setPen(colors.selection_text if chosen else colors.muted)
        words = ""
        if node.part is Part.ARTICLE:
            words = QCoreApplication.translate("correcting", "{count} 段").format(count=node.count)
            if node.confidence < 1 and node.doubtful:
                words = (
                    QCoreApplication.translate("correcting", "把握 {percent}%").format(
                        percent=round(node.confidence * 100)
                    )
                    + "　"
                    + words
                )
        elif node.part in (Part.REST, Part.MISSING):
            words = str(node.count)
        elif node.kind and node.kind != "body":
            words = role_word(node.kind)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        right = rect.right() - (painter.fontMetrics().horizontalAdvance(words) + height // 2 if words else 0)
        if node.doubtful:
            middle = QPointF(right - height * SIGN, rect.center().y() + 0.5)
            draw_dot(painter, self.theme.roles.doubt, middle, height * SIGN)
            right = round(middle.x() - height * SIGN * 2)
        return right

    def _paint_title(
        self, painter: QPainter, option: Any, rect: QRect, node: OutlineNode, title: str, chosen: bool
    ) -> None:
        colors, height = self.theme.window, option.fontMetrics.height()
        quiet = colors.selection_text if chosen else colors.muted
        ink = colors.selection_text if chosen else colors.text
        font = QFont(option.font)
        if node.part in (Part.ARTICLE, Part.ISSUE):
            is_open = node.part is Part.ISSUE or bool(option.state & QStyle.StateFlag.State_Open)
            font.setWeight(QFont.Weight.DemiBold if is_open else font.weight())
        painter.setFont(font)
        painter.setPen(quiet if node.part in _QUIET else ink)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, middle, words)
        if node.detail:
            rest = QRect(rect)
            rest.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(words) + height // 2)
            painter.setFont(scaled(option.font, SMALL))
            painter.setPen(quiet)
            detail = painter.fontMetrics().elidedText(node.detail, Qt.TextElideMode.ElideRight, max(0, rest.width()))
            painter.drawText(rest, middle, detail if len(detail) > 1 else "")
