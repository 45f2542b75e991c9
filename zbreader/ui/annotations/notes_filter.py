"""Which rows of the notes are shown: words, #tags, a colour, a person, the state of the place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from zbreader.model.annotation import Annotation
from zbreader.model.mark import HighlightColor
from zbreader.model.selector import AnchorState
from zbreader.search.folding import fold
from zbreader.ui.annotations.notes_model import PLACED_ROLE


def is_wanted(annotation: Annotation, words: str, color: HighlightColor | None) -> bool:
    """Whether a note has all of the words (in quote, note or tags; #word: in the tags alone) and the colour."""
    if color is not None and annotation.color is not color:
        return False
    if not words.strip():
        return True
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
        self._author: str | None = None
        self._state: AnchorState | None = None

    def set_words(self, words: str) -> None:
        """Show only notes with these words."""
        self._words = words
        self.invalidateFilter()

    def set_color(self, color: HighlightColor | None) -> None:
        """Show only notes of this colour (None: of every colour)."""
        self._color = color
        self.invalidateFilter()

    def set_author(self, author: str | None) -> None:
        """Show only notes of this person (`Annotation.creator_key`; None: of everybody)."""
        self._author = author
        self.invalidateFilter()

    def set_state(self, state: AnchorState | None) -> None:
        """Show only notes whose place is in this state (None: in any)."""
        self._state = state
        self.invalidateFilter()

    def is_narrow(self) -> bool:
        """Whether a colour, a person or a state is chosen."""
        return self._color is not None or self._author is not None or self._state is not None

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self.is_narrow() and not self._words.strip():
            return True  # without a look at the row: there may be thousands
        placed = self.sourceModel().index(source_row, 0, source_parent).data(PLACED_ROLE)
        if placed is None or (self._state is not None and placed.anchor.state is not self._state):
            return False
        if self._author is not None and placed.annotation.creator_key != self._author:
            return False
        return is_wanted(placed.annotation, self._words, self._color)
