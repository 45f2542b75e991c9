"""Which rows of the notes are shown: words, #tags, a colour."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from zbreader.model.annotation import Annotation, HighlightColor
from zbreader.search.folding import fold
from zbreader.ui.annotations.notes_model import PLACED_ROLE


def is_wanted(annotation: Annotation, words: str, color: HighlightColor | None) -> bool:
    """Whether a note has all of the words (in quote, note or tags; #word: in the tags alone) and the colour."""
    if color is not None and annotation.color is not color:
        return False
    tags = fold("\n".join(annotation.tags))
    selectors = annotation.target.selectors
    everything = "\x00".join((tags, fold(selectors.quote.exact if selectors else ""), fold(annotation.note or "")))
    for word in words.split():
        in_tags = word.startswith(("#", "＃"))
        folded = fold(word.lstrip("#＃"))
        if folded not in (tags if in_tags else everything):
            return False
    return True


class NotesFilter(QSortFilterProxyModel):
    """Rows of NotesModel that are wanted; their order is the model's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._color: HighlightColor | None = None

    def set_words(self, words: str) -> None:
        """Show only notes with these words."""
        self._words = words
        self.invalidateFilter()

    def set_color(self, color: HighlightColor | None) -> None:
        """Show only notes of this colour (None: of every colour)."""
        self._color = color
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        placed = self.sourceModel().index(source_row, 0, source_parent).data(PLACED_ROLE)
        return placed is not None and is_wanted(placed.annotation, self._words, self._color)
