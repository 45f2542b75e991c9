"""Paints one note: a bar in its colour, the marked words, the thoughts about them, tags, doubts about its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.selector import AnchorState
from zbreader.ui.annotations.measures import panel_measures
from zbreader.ui.annotations.notes_model import PLACED_ROLE, WRITER_ROLE, quote_of, state_words
from zbreader.ui.reading.positions import display_text
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.clipped_text import draw_clipped

_MOST_CHARACTERS = 400  # of one part: no panel is wide enough to show more in a few lines
_KEPT = 2000  # rows whose height is remembered


@dataclass(frozen=True, slots=True)
class _Part:
    """One part of a row: its words, type and the most lines it may take."""

    text: str
    font: QFont
    color: QColor
    lines: int


class NoteDelegate(QStyledItemDelegate):
    """Heights depend on the width; they are kept until a note, the width or the font changes.

    `option` is a QStyleOptionViewItem, whose fields Qt's stubs leave out.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._heights: dict[tuple[PlacedAnnotation, str, int, str], int] = {}

    def sizeHint(self, option: Any, index: QModelIndex | QPersistentModelIndex) -> QSize:
        placed, writer = index.data(PLACED_ROLE), index.data(WRITER_ROLE)
        width = option.rect.width() if option.rect.width() > 0 else option.widget.width()
        key = (placed, writer, width, option.font.key())
        if key not in self._heights:
            if len(self._heights) >= _KEPT:
                self._heights.clear()
            measures = panel_measures()
            height = 2.0 * measures.padding
            for part in self._parts(placed, writer, option.font):
                height += self._draw_part(None, part, 0, 0, self._room(width)) + measures.gap
            self._heights[key] = round(height - measures.gap)
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex) -> None:
        placed: PlacedAnnotation = index.data(PLACED_ROLE)
        measures, window = panel_measures(), self.theme.window
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, window.selection if chosen else window.alternate)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.marks[placed.annotation.color].line)
        bar = QRectF(box.left() + measures.gap, box.top() + measures.padding, measures.bar, 0)
        bar.setBottom(box.bottom() - measures.padding)
        painter.drawRoundedRect(bar, measures.bar_radius, measures.bar_radius)
        y = box.top() + measures.padding
        left = bar.right() + measures.padding
        for part in self._parts(placed, index.data(WRITER_ROLE), option.font, chosen=chosen):
            y += self._draw_part(painter, part, left, y, self._room(option.rect.width())) + measures.gap
        painter.setPen(window.border)
        painter.drawLine(QPointF(left, box.bottom() - 0.5), QPointF(box.right() - measures.padding, box.bottom() - 0.5))
        painter.restore()

    def _room(self, width: int) -> float:
        measures = panel_measures()
        return max(1.0, width - measures.gap - measures.bar - 2.0 * measures.padding)

    def _parts(self, placed: PlacedAnnotation, writer: str, base: QFont, *, chosen: bool = False) -> list[_Part]:
        measures, window, annotation = panel_measures(), self.theme.window, placed.annotation
        ink = window.selection_text if chosen else window.text
        quiet = window.selection_text if chosen else window.muted
        result = []
        quote = quote_of(annotation)
        if quote:
            result.append(_Part(quote, scaled(base, measures.quote_size), quiet, measures.quote_lines))
        if annotation.note:
            result.append(_Part(annotation.note, scaled(base, measures.note_size), ink, measures.note_lines))
        if annotation.tags:
            tags = "  ".join(f"#{tag}" for tag in annotation.tags)
            color = window.selection_text if chosen else window.accent
            result.append(_Part(tags, scaled(base, measures.small_size), color, 1))
        if writer:
            result.append(_Part(f"—— {writer}", scaled(base, measures.small_size), quiet, 1))
        state = state_words(placed)
        if state:
            is_lost = placed.anchor.state is not AnchorState.EXACT and annotation.target.selectors is not None
            color = window.warning if is_lost and not chosen else quiet
            result.append(_Part(state, scaled(base, measures.small_size), color, 2))
        return result

    def _draw_part(self, painter: QPainter | None, part: _Part, x: float, y: float, width: float) -> float:
        """Lay a part out in at most its lines and draw it (without a painter: measure it). Returns its height."""
        text = display_text(part.text[:_MOST_CHARACTERS])
        share = panel_measures().line / 100 / 1.2
        return draw_clipped(painter, text, part.font, part.color, QPointF(x, y), width, lines=part.lines, line=share)
