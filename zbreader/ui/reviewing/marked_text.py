"""A few lines of text with some of its characters on a coloured ground."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
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
    told: Iterable[tuple[int, int]] = (),
) -> None:
    """Draw at most LINES lines of TEXT in BOX, its MARKS (code points, half-open) on GROUND in INK.

    told: ranges that are underlined as well.
    """
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
    look = QTextCharFormat()
    look.setBackground(QBrush(ground))
    look.setForeground(QBrush(ink))
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    formats = [_range(*offsets.range_to_utf16(start, end), look) for start, end in marks]
    formats += [_range(*offsets.range_to_utf16(start, end), underlined) for start, end in told]
    layout.draw(painter, box.topLeft(), formats, box)


def differences(before: str, after: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Ranges (code points) of what only BEFORE has and of what only AFTER has."""
    gone: list[tuple[int, int]] = []
    new: list[tuple[int, int]] = []
    for tag, first, end, other, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += [(first, end)] if end > first else []
            new += [(other, other_end)] if other_end > other else []
    return gone, new


def _range(start: int, end: int, look: QTextCharFormat) -> Any:
    mark: Any = QTextLayout.FormatRange()  # Qt's stubs leave its fields out
    mark.start, mark.length = start, end - start
    mark.format = look
    return mark
