"""The cheapest way to show overlapping marks that is right: rectangles filled under the text, kept for each block.

Character formats and extra selections cost more, and the former are wrong where marks overlap. What this does not do,
and the page does: other styles than a filled rectangle, rounded ends, notes' signs beside the lines.
"""

from __future__ import annotations

from bisect import bisect_left, insort

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit

from zbreader.ui.theme.theme import load_theme

Range = tuple[int, int]  # start and end, UTF-16 positions in the document


class BareMarks(QTextEdit):
    """A QTextEdit with marks of one colour."""

    def __init__(self) -> None:
        super().__init__()
        self._color = QColor(next(iter(load_theme("paper").marks.values())).fill)
        self._by_block: dict[int, list[Range]] = {}
        self._kept: dict[int, list[QRectF]] = {}

    def set_marks(self, ranges: list[Range]) -> None:
        """Show these marks alone; they come sorted."""
        self._by_block, self._kept = {}, {}
        starts, block = [], self.document().begin()
        while block.isValid():
            starts.append(block.position())
            block = block.next()
        for start, end in ranges:
            at = bisect_left(starts, start + 1) - 1
            while at < len(starts) and starts[at] < end:
                self._by_block.setdefault(at, []).append((start, end))
                at += 1
        self.viewport().update()

    def add_mark(self, start: int, end: int) -> None:
        """Show one more mark, which lies in one block."""
        number = self.document().findBlock(start).blockNumber()
        insort(self._by_block.setdefault(number, []), (start, end))
        self._kept.pop(number, None)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        layout, top = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        while block.isValid():
            frame = layout.blockBoundingRect(block)
            if frame.top() - top > event.rect().bottom():
                break
            for rectangle in self._rectangles(block):
                painter.fillRect(rectangle.translated(frame.topLeft() - QPointF(0, top)), self._color)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def _rectangles(self, block: QTextBlock) -> list[QRectF]:
        kept = self._kept.get(block.blockNumber())
        if kept is None:
            ranges = self._by_block.get(block.blockNumber(), ())
            kept = [box for start, end in ranges for box in _boxes(block, start, end)]
            self._kept[block.blockNumber()] = kept
        return kept


def _boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """One rectangle for each line that the mark touches, relative to the block."""
    boxes = []
    start, end = max(0, start - block.position()), min(end - block.position(), block.length() - 1)
    for number in range(block.layout().lineCount()):
        line = block.layout().lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = line.cursorToX(first)[0], line.cursorToX(last)[0]
            boxes.append(QRectF(left, line.y(), right - left, line.height()))
    return boxes
