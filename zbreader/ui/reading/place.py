"""Where the reader is on the page, in terms of the text, so that a new width or size of type does not lose the line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True, slots=True)
class Held:
    """A character (document position) and how far below the top of the view its line stands, in pixels."""

    position: int
    below_top: float
    at_top: bool  # nothing was scrolled: stay at the very top


def hold(edit: QTextEdit, y: float = 0.0) -> Held:
    """Remember the line at y pixels below the top of the view, by its first character."""
    bar = edit.verticalScrollBar()
    layout = edit.document().documentLayout()
    left = edit.document().rootFrame().frameFormat().leftMargin()
    position = layout.hitTest(QPointF(left, bar.value() + y), Qt.HitTestAccuracy.FuzzyHit)
    position = max(position, 0)
    return Held(position, line_top(edit, position) - bar.value(), bar.value() == bar.minimum())


def restore(edit: QTextEdit, held: Held) -> None:
    """Scroll so that the held line stands where it stood."""
    if held.at_top:
        edit.verticalScrollBar().setValue(0)
        return
    edit.document().size()  # lays all out: the scroll bar must know its full range before it is set
    edit.verticalScrollBar().setValue(round(line_top(edit, held.position) - held.below_top))


def scroll_to(edit: QTextEdit, position: int, below_top: float) -> None:
    """Scroll so that the line of a document position stands `below_top` pixels below the top of the view."""
    edit.document().size()
    edit.verticalScrollBar().setValue(round(line_top(edit, position) - below_top))


def is_in_view(edit: QTextEdit, position: int, margin: float) -> bool:
    """Whether the line of a document position can be seen, at least `margin` pixels from the edges."""
    edit.document().size()  # lays all out: what was not laid out yet would seem to stand at the top
    top = line_top(edit, position) - edit.verticalScrollBar().value()
    return margin <= top <= edit.viewport().height() - 2 * margin


def line_top(edit: QTextEdit, position: int) -> float:
    """Top of the line of a document position, in pixels of the document."""
    document = edit.document()
    block = document.findBlock(min(position, document.characterCount() - 1))
    top = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(position - block.position())
    return top + (line.y() if line.isValid() else 0.0)


def line_tops(edit: QTextEdit, positions: Iterable[int]) -> Iterator[float]:
    """`line_top` of many document positions, the quicker the more of them lie in one block after another."""
    document, block = edit.document(), edit.document().begin()
    first = last = -1
    top = 0.0
    for position in positions:
        if not first <= position < last:
            block = document.findBlock(min(position, document.characterCount() - 1))
            first, last = block.position(), block.position() + block.length()
            top = document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(position - first)
        yield top + (line.y() if line.isValid() else 0.0)


def place_caret(edit: QTextEdit, position: int) -> None:
    """Put the caret there without scrolling."""
    bar = edit.verticalScrollBar()
    value = bar.value()
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    edit.setTextCursor(cursor)
    bar.setValue(value)
