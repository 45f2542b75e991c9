"""How a note looks whose text was replaced: before on the left, now on the right, the marked words on their colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from zbreader.model.search import Snippet
from zbreader.model.selector import AnchorState
from zbreader.services.reviewing import Review
from zbreader.ui.correcting.ink import draw_dot
from zbreader.ui.reviewing.marked_text import LEADING, differences, draw_marked
from zbreader.ui.reviewing.review_model import ROLE_REVIEW
from zbreader.ui.theme.fonts import scaled
from zbreader.ui.theme.theme import Theme

LINES = 3  # of an excerpt
PADDING = 0.6  # in heights of the font
SMALL = 0.9
SIGN = 0.2

Index = QModelIndex | QPersistentModelIndex


class ReviewDelegate(QStyledItemDelegate):
    """All rows are of one height. `option` is a QStyleOptionViewItem."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: Any, index: Index) -> QSize:
        height = option.fontMetrics.height()
        return QSize(0, round(height * (PADDING * 2 + 1.4 + LINES * LEADING)))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        review: Review = index.data(ROLE_REVIEW)
        colors, height = self.theme.window, option.fontMetrics.height()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, colors.selection if chosen else colors.alternate)
        box = QRectF(option.rect).adjusted(height, height * PADDING, -height, -height * PADDING)
        self._paint_state(painter, option, box, review, str(index.data()), chosen)
        ink = colors.selection_text if chosen else colors.text
        left = QRectF(box.left(), box.top() + height * 1.4, box.width() / 2 - height, height * LINES * LEADING)
        right = left.translated(box.width() / 2 + height / 2, 0)
        after = review.after
        gone, new = differences(review.before.text, after.text) if after is not None else ([], [])
        self._paint_excerpt(painter, option, left, review, review.before, ink, gone)
        if after is not None:
            self._paint_excerpt(painter, option, right, review, after, ink, new)
        else:
            painter.setPen(colors.selection_text if chosen else colors.muted)
            painter.drawText(right, Qt.AlignmentFlag.AlignLeft, self.tr("没有对应的文字"))
        painter.setPen(colors.border)
        painter.drawLine(
            QPointF(box.left(), option.rect.bottom() + 0.5), QPointF(box.right(), option.rect.bottom() + 0.5)
        )
        painter.restore()

    def _paint_state(
        self, painter: QPainter, option: Any, box: QRectF, review: Review, words: str, chosen: bool
    ) -> None:
        height, colors = option.fontMetrics.height(), self.theme.window
        left = box.left()
        if review.state is not AnchorState.EXACT:
            lost = review.state is AnchorState.UNPLACED
            color = self.theme.roles.lost if lost else self.theme.roles.doubt
            draw_dot(painter, color, QPointF(left + height * SIGN, box.top() + height * 0.5), height * SIGN)
            left += height * 0.8
        painter.setFont(scaled(option.font, SMALL))
        painter.setPen(colors.selection_text if chosen else colors.muted)
        painter.drawText(QRectF(left, box.top(), box.width(), height), Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(
            QRectF(box.left(), box.top(), box.width(), height),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            review.annotation.target.article_title,
        )

    def _paint_excerpt(
        self,
        painter: QPainter,
        option: Any,
        box: QRectF,
        review: Review,
        snippet: Snippet,
        ink: QColor,
        told: list[tuple[int, int]],
    ) -> None:
        painter.setPen(ink)
        ground = self.theme.marks[review.annotation.color].fill
        draw_marked(painter, box, snippet.text, snippet.marks, option.font, ground, ink, lines=LINES, told=told)
