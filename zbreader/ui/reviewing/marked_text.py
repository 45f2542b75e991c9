"""A few lines of text with some of its characters on a coloured ground."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from zbreader.text.offsets import Offsets
from zbreader.ui.reading.positions import display_text

LEADING = 1.2  # from line to line


def draw_marked(
    painter: QPainter,
    box: QRectF,
    text: str,
    marks: Iterable[tuple[int, int]],
    font: QFont,
    ground: QColor,
    ink: QColor,
    *,
    lines: int,
) -> None:
    """Draw at most LINES lines of TEXT in BOX, its MARKS (code points, half-open) on GROUND in INK."""
    layout = QTextLayout(display_text(text.replace("\n", " ")), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, box.width()))
        line.setPosition(QPointF(0, number * line.height() * LEADING))
    layout.endLayout()
    offsets = Offsets(text)
    formats = [_format(*offsets.range_to_utf16(start, end), ground, ink) for start, end in marks]
    layout.draw(painter, box.topLeft(), formats, box)


def _format(start: int, end: int, ground: QColor, ink: QColor) -> Any:
    look = QTextCharFormat()
    look.setBackground(QBrush(ground))
    look.setForeground(QBrush(ink))
    mark: Any = QTextLayout.FormatRange()  # Qt's stubs leave its fields out
    mark.start, mark.length = start, end - start
    mark.format = look
    return mark
