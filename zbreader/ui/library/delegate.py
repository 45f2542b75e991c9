"""How a line of the library looks: the title, and quietly at its end what was read and how many notes there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from zbreader.ui.library.model import ROLE_NODE
from zbreader.ui.library.nodes import Kind, Node
from zbreader.ui.theme.theme import Theme

LINE = 1.8  # height of a line, in heights of its font
FULL_TURN = 16 * 360  # Qt counts angles in sixteenths of a degree


class LibraryDelegate(QStyledItemDelegate):
    """Paints nodes in the colours of a theme."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.open_id = ""  # the article being read: its title stands out

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), round(option.fontMetrics.height() * LINE))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        from PySide6.QtWidgets import QStyle  # Here: its hundreds of names are a fiftieth of a start.

        node: Node = index.data(ROLE_NODE)
        view: Any = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        view.text = ""
        style = view.widget.style() if view.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_node(painter, view, node, bool(view.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_node(self, painter: QPainter, option: Any, node: Node, selected: bool) -> None:
        colors = self.theme.window
        quiet = colors.selection_text if selected else colors.muted
        gap = option.fontMetrics.height() // 2
        rect = option.rect.adjusted(gap // 2, 0, -gap, 0)
        if node.notes:
            rect.setRight(self._paint_count(painter, option, rect, node.notes, quiet) - gap)
        if node.kind is Kind.ARTICLE and node.read > 0:
            rect.setRight(self._paint_read(painter, option, rect, node, quiet) - gap)
        if node.is_bookmarked:
            ribbon = colors.selection_text if selected else colors.accent
            rect.setRight(self._paint_bookmark(painter, option, rect, ribbon) - gap)
        painter.setFont(self._font(option.font, node))
        if selected:
            painter.setPen(colors.selection_text)
        elif node.id == self.open_id:
            painter.setPen(colors.accent)
        elif node.kind in (Kind.COLUMN, Kind.GROUP) or node.is_read:
            painter.setPen(colors.muted)
        else:
            painter.setPen(colors.text)
        text = painter.fontMetrics().elidedText(node.title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _font(self, base: QFont, node: Node) -> QFont:
        font = QFont(base)
        if node.kind is Kind.ISSUE or node.id == self.open_id:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_count(self, painter: QPainter, option: Any, rect: QRect, count: int, color: QColor) -> int:
        painter.setFont(option.font)
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))
        return int(rect.right() - option.fontMetrics.horizontalAdvance(str(count)))

    def _paint_bookmark(self, painter: QPainter, option: Any, rect: QRect, color: QColor) -> int:
        """A small ribbon."""
        size = option.fontMetrics.height() * 0.55
        box = QRectF(rect.right() - size * 0.7, rect.center().y() - size / 2 + 0.5, size * 0.62, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        notch = QPointF(box.center().x(), box.bottom() - size * 0.28)
        painter.drawPolygon([box.topLeft(), box.topRight(), box.bottomRight(), notch, box.bottomLeft()])
        return round(box.left())

    def _paint_read(self, painter: QPainter, option: Any, rect: QRect, node: Node, color: QColor) -> int:
        """A small clock face that fills as the article is read, and a tick once it is."""
        size = option.fontMetrics.height() * 0.55
        box = QRectF(rect.right() - size, rect.center().y() - size / 2 + 0.5, size, size)
        painter.setPen(QPen(color, 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if node.is_read:
            left, middle = box.left() + size * 0.1, box.center()
            painter.drawPolyline(
                [
                    QPointF(left, middle.y() + size * 0.05),
                    QPointF(middle.x() - size * 0.1, box.bottom() - size * 0.15),
                    QPointF(box.right(), box.top() + size * 0.15),
                ]
            )
        else:
            painter.setOpacity(0.75)
            painter.drawEllipse(box)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawPie(box, FULL_TURN // 4, -round(FULL_TURN * node.read))
            painter.setOpacity(1.0)
        return round(box.left())
