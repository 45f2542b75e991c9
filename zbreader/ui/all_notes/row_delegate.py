"""Paints one row of all notes: the colour, the marked words, the thought, where and when; rows of one height."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.selector import AnchorState
from zbreader.ui.all_notes.rows_model import HEADING_ROLE
from zbreader.ui.annotations.measures import panel_measures
from zbreader.ui.annotations.notes_model import PLACED_ROLE, quote_of, state_words
from zbreader.ui.reading.positions import display_text
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme

_LINES = 3  # of a row: quotation, note, where and when
_LINE = 1.42  # height of a line, in heights of its font
_MOST = 240  # characters of one part: no window is wide enough for more on a line


class AllNotesDelegate(QStyledItemDelegate):
    """All notes are equally high, and so are all headings: the view needs no content to know where a row stands."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.names: Mapping[str, str] = {}  # what to call people, by `Annotation.creator_key`

    def row_height(self, font: QFont) -> int:
        """Height (pixels) of every note of a list with this font."""
        return round(self._line(font) * _LINES + 2 * panel_measures().padding)

    def heading_height(self, font: QFont) -> int:
        """Height (pixels) of every heading: its line, and as much white above it."""
        return round(self._line(font) * 2 + panel_measures().padding)

    def _line(self, font: QFont) -> float:
        return QFontMetricsF(scaled(font, panel_measures().note_size)).height() * _LINE

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_heading = index.data(HEADING_ROLE) is not None
        height = self.heading_height(option.font) if is_heading else self.row_height(option.font)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = index.data(HEADING_ROLE)
        if heading is not None:
            self._paint_heading(painter, option, *heading)
        else:
            self._paint_note(painter, option, index.data(PLACED_ROLE))
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: Any, words: str, count: int) -> None:
        measures, window = panel_measures(), self.theme.window
        box = QRectF(option.rect).adjusted(measures.padding, 0, -measures.padding, -measures.padding)
        font = QFont(scaled(option.font, measures.note_size))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(scaled(option.font, measures.small_size))
        painter.setPen(window.muted)
        low = Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, low | Qt.AlignmentFlag.AlignRight, str(count))
        room = box.width() - painter.fontMetrics().horizontalAdvance(f"{count}  ")
        painter.setFont(font)
        painter.setPen(window.text)
        shown = painter.fontMetrics().elidedText(display_text(words), Qt.TextElideMode.ElideMiddle, int(room))
        painter.drawText(box, low | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setPen(window.border)
        painter.drawLine(box.bottomLeft() + QPointF(0, measures.gap), box.bottomRight() + QPointF(0, measures.gap))

    def _paint_note(self, painter: QPainter, option: Any, placed: PlacedAnnotation | None) -> None:
        measures, window = panel_measures(), self.theme.window
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, window.selection if chosen else window.alternate)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(window.accent)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        if placed is None:
            return
        bar = QRectF(box.left() + measures.gap, box.top() + measures.padding, measures.bar, 0)
        bar.setBottom(box.bottom() - measures.padding)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.marks[placed.annotation.color].line)
        painter.drawRoundedRect(bar, measures.bar_radius, measures.bar_radius)
        left, y = bar.right() + measures.padding, box.top() + measures.padding
        width = box.right() - measures.padding - left
        parts = [(words, scaled(option.font, size), color) for words, size, color in self._parts(placed, chosen=chosen)]
        y += (bar.height() - sum(QFontMetricsF(font).height() * _LINE for _, font, _ in parts)) / 2
        for words, font, color in parts:
            line = QFontMetricsF(font).height() * _LINE
            painter.setFont(font)
            painter.setPen(color)
            text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(width))
            painter.drawText(QRectF(left, y, width, line), Qt.AlignmentFlag.AlignVCenter, text)
            y += line
        painter.setPen(window.border)
        painter.drawLine(QPointF(left, box.bottom() - 0.5), QPointF(left + width, box.bottom() - 0.5))

    def _parts(self, placed: PlacedAnnotation, *, chosen: bool) -> list[tuple[str, float, QColor]]:
        measures, window, annotation = panel_measures(), self.theme.window, placed.annotation
        ink = window.selection_text if chosen else window.text
        quiet = window.selection_text if chosen else window.muted
        parts = []
        state = state_words(placed)
        quote = quote_of(annotation)
        if quote:
            parts.append((quote, measures.quote_size, quiet if annotation.note else ink))
        if annotation.note:
            parts.append((annotation.note, measures.note_size, ink))
        where = [annotation.target.article_title, annotation.target.issue_label]
        where.append(self.names.get(annotation.creator_key) or annotation.creator)
        where += [annotation.modified[:10], *(f"#{tag}" for tag in annotation.tags)]
        lost = placed.anchor.state is not AnchorState.EXACT
        words = "  ·  ".join(part for part in ([state] if state else []) + where if part)
        parts.append((words, measures.small_size, window.warning if lost and not chosen else quiet))
        return [(display_text(" ".join(words[:_MOST].split())), size, color) for words, size, color in parts]
