"""How a line of the palette looks: what it does, quietly where it stands, at the right its keys or why it is off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from zbreader.ui.palette.entries import Entry
from zbreader.ui.palette.model import ROLE_ENTRY

HEIGHT = 1.9  # of a line, in heights of the font
INSET = 0.7  # at the sides, in heights of the font
TICK = "✓"


class PaletteDelegate(QStyledItemDelegate):
    """Paints with the palette of the view, so that it needs no theme of its own."""

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * HEIGHT))

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        view: Any = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        entry, view.text = index.data(ROLE_ENTRY), ""
        style = view.widget.style() if view.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        if isinstance(entry, Entry):
            painter.save()
            self._paint(painter, view, entry)
            painter.restore()

    def _paint(self, painter: QPainter, view: Any, entry: Entry) -> None:
        colors, metrics = view.palette, view.fontMetrics
        chosen = bool(view.state & QStyle.StateFlag.State_Selected)
        off = colors.color(colors.ColorGroup.Disabled, colors.ColorRole.Text)
        text = colors.highlightedText().color() if chosen else off if entry.reason else colors.text().color()
        quiet = colors.highlightedText().color() if chosen else colors.placeholderText().color()
        inset = round(metrics.height() * INSET)
        rect = view.rect.adjusted(inset, 0, -inset, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        aside = entry.reason or entry.keys
        painter.setPen(quiet)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, aside)
        rect.setRight(rect.right() - metrics.horizontalAdvance(aside + "　"))
        words = metrics.elidedText(
            f"{entry.text} {TICK}" if entry.is_checked else entry.text, Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.setPen(text)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, words)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(words + "　"))
        painter.setPen(quiet)
        place = metrics.elidedText(entry.place, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignLeft, place)
