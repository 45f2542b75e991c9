"""From document positions to rectangles: where a piece of a block's text stands on the page."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat, QTextLine

EM_PROPERTY = int(QTextFormat.Property.UserProperty) + 2  # of a block: height of its characters in pixels

# The ideographic square (字面) about the baseline, in em: CJK fonts agree on it, unlike on ascent and descent.
_ABOVE_BASELINE = 0.88
_BELOW_BASELINE = 0.12


class LineBoxes:
    """The lines of one laid-out block, to ask for boxes of ranges; relative to the block's layout."""

    def __init__(self, block: QTextBlock) -> None:
        self._layout = block.layout()
        self.position = block.position()
        self.em = block.blockFormat().doubleProperty(EM_PROPERTY) or 1.0

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Ideographic boxes, one per line, of a half-open range of document positions."""
        start, end = max(0, start - self.position), end - self.position
        result: list[QRectF] = []
        line = self._layout.lineForTextPosition(start)
        while line.isValid() and line.textStart() < end:
            left = _x(line, max(line.textStart(), start))
            right = _x(line, min(line.textStart() + line.textLength(), end))
            if right != left:
                top = line.y() + line.ascent() - _ABOVE_BASELINE * self.em
                height = (_ABOVE_BASELINE + _BELOW_BASELINE) * self.em
                result.append(QRectF(min(left, right), top, abs(right - left), height))
            if line.lineNumber() + 1 >= self._layout.lineCount():
                break
            line = self._layout.lineAt(line.lineNumber() + 1)
        return result


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def block_starts(document: QTextDocument) -> list[int]:
    """The document position of each block's first character, ascending."""
    starts = []
    block = document.begin()
    while block.isValid():
        starts.append(block.position())
        block = block.next()
    return starts
