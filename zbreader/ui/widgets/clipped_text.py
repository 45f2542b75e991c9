"""Text in at most so many lines, the last one shortened: laid out and drawn without a document."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption


def draw_clipped(
    painter: QPainter | None,
    text: str,
    font: QFont,
    color: QColor,
    place: QPointF,
    width: float,
    *,
    lines: int,
    line: float,
) -> float:
    """Draw TEXT from PLACE (left, top) in at most LINES lines of WIDTH (without a painter: only measure).

    line: from line to line, in heights of the font's own line. Line feeds part lines. Returns the height.
    """
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    drawn, height, cut = 0, 0.0, -1
    while drawn < lines:
        one = layout.createLine()
        if not one.isValid():
            break
        one.setLineWidth(width)
        drawn += 1
        one.setPosition(QPointF(0, height))
        if drawn == lines and one.textStart() + one.textLength() < len(layout.text().encode("utf-16-le")) // 2:
            cut = one.textStart()
        height += one.height() * line
    layout.endLayout()
    if painter is not None:
        _draw_lines(painter, layout, font, color, place, width, cut)
    return height


def _draw_lines(
    painter: QPainter, layout: QTextLayout, font: QFont, color: QColor, place: QPointF, width: float, cut: int
) -> None:
    painter.setPen(color)
    painter.setFont(font)
    last = layout.lineCount() - (1 if cut >= 0 else 0)
    for number in range(last):
        layout.lineAt(number).draw(painter, place)
    if cut >= 0:
        line = layout.lineAt(layout.lineCount() - 1)
        rest = layout.text().encode("utf-16-le")[2 * cut :].decode("utf-16-le", "replace").replace("\u2028", " ")
        words = painter.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QPointF(place.x(), place.y() + line.y() + line.ascent()), words)
