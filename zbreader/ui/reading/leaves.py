"""Where pages end: between two lines, never below a subheading. Arithmetic on the laid-out document."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument

from zbreader.ui.reading.typesetting import KEEP_PROPERTY

Stretch = tuple[
    float, float, bool
]  # top and bottom of a line in the document (pixels), and whether the next must follow


def leaf_tops(document: QTextDocument, first: float, height: float, tail: float = 0.0) -> list[float]:
    """Tops of the pages, in document pixels: the first as given, each further one that of its first line.

    height: of a page. tail: room that is wanted below the last line, kept together with it as one more line.
    A line higher than a page has a page of its own.
    """
    tops = [first]
    keep_from: float | None = None  # where a run of blocks began that want to stand above what follows them
    for top, bottom, keeps in _stretches(document, tail):
        if bottom - tops[-1] > height and top > tops[-1]:
            # Not when the run fills the whole page: then there is no better place to end it.
            tops.append(keep_from if keep_from is not None and keep_from > tops[-1] else top)
        if not keeps:
            keep_from = None
        elif keep_from is None:
            keep_from = top
    return tops


def _stretches(document: QTextDocument, tail: float) -> Iterator[Stretch]:
    layout = document.documentLayout()
    layout.documentSize()  # lays all out
    block = document.begin()
    end = 0.0
    while block.isValid():
        form, lines = block.blockFormat(), block.layout()
        step = form.lineHeight()  # fixed, see Typesetter: one question per block is enough
        count = lines.lineCount()
        top = layout.blockBoundingRect(block).top() + (lines.lineAt(0).y() if count else 0.0)
        keeps = bool(form.property(KEEP_PROPERTY))
        for number in range(count):
            end = top + (number + 1) * step
            yield top + number * step, end, keeps
        block = block.next()
    if tail:
        yield end, end + tail, False
