"""In which colour of the theme a role is drawn, and the small signs beside a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from zbreader.ui.correcting.source_rows import BYLINE, FURNITURE, HEADLINE, KICKER, LOST, SUBTITLE
from zbreader.ui.theme.theme import RoleColors

_NAMES = {
    HEADLINE: "headline",
    KICKER: "headline",
    SUBTITLE: "headline",
    BYLINE: "byline",
    "author_note": "byline",
    "heading": "heading",
    "label": "heading",
    "quote": "quote",
    "source": "quote",
    "caption": "caption",
    LOST: "lost",
}
_STROKE = 1.4  # of a ring, logical pixels


def role_color(colors: RoleColors, role: str) -> QColor:
    """The colour of a role's bar."""
    found: QColor = getattr(colors, "furniture" if role in FURNITURE else _NAMES.get(role, "body"))
    return found


def draw_dot(painter: QPainter, color: QColor, middle: QPointF, radius: float) -> None:
    """Here is something doubtful."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(middle, radius, radius)
    painter.restore()


def draw_ring(painter: QPainter, color: QColor, middle: QPointF, radius: float) -> None:
    """Here something was put right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, _STROKE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)
    painter.restore()
