"""The few drawn things on a page that are not text: the rule under the headline, the end mark, the sign of a note."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from zbreader.ui.reading.typesetting import END_MARK, OPENING_RULE, PageSettings


def draw_ornament(painter: QPainter, kind: int, top: QPointF, settings: PageSettings) -> None:
    """Draw the opening rule or the end mark; `top` is the middle of its block's upper edge."""
    page, em, measures = settings.theme.page, settings.em, settings.typography.ornament
    y = top.y() + measures.drop * em
    dot = measures.dot * em
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == OPENING_RULE:
        width, thick = measures.rule_length * em, max(1.0, measures.rule_width * em)
        painter.fillRect(QRectF(top.x() - width / 2, y - thick / 2, width, thick), page.rule)
        painter.setBrush(page.accent)
        painter.drawRect(QRectF(top.x() - dot, y - dot, 2 * dot, 2 * dot))
    elif kind == END_MARK:
        for step in (-1, 0, 1):
            painter.setBrush(page.rule if step else page.accent)
            painter.drawEllipse(QPointF(top.x() + step * measures.gap * em, y), dot, dot)


def draw_sign(painter: QPainter, box: QRectF, color: QColor, settings: PageSettings) -> None:
    """Draw a small written sheet: there is a note to this line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
    painter.setBrush(settings.theme.page.background)
    row = box.height() / 5
    for number, length in enumerate((0.56, 0.56, 0.34)):
        painter.drawRect(QRectF(box.left() + row, box.top() + row * (number + 1.2), box.width() * length, row * 0.5))
