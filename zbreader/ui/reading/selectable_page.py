"""The page one can select on: by mouse (word, sentence, paragraph), by keys, and copied as the article has it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF, Signal
from PySide6.QtGui import QTextCursor

from zbreader.ui.reading.marked_page import MarkedPage
from zbreader.ui.reading.selecting import (
    Unit,
    WordBounds,
    character_bounds,
    jump,
    paragraph_bounds,
    sentence_bounds,
)


class SelectablePage(MarkedPage):
    """Selections are told in the article's own text (code points); what Qt calls selected text never leaves."""

    words_wanted = Signal()  # someone went for a word, and no words are known yet

    word_bounds: WordBounds | None = None  # (text, offset) -> (start, end); None: characters stand for words
    _waiting: tuple[int, tuple[int, int]] | None = None  # a click on a word, and what was selected instead

    def selection_range(self) -> tuple[int, int] | None:
        """The selected part of the article's text (code points), None where nothing of it is selected."""
        cursor = self.textCursor()
        if self.article is None or not cursor.hasSelection():
            return None
        return self.offsets.range_to_article(cursor.selectionStart(), cursor.selectionEnd())

    def selected_text(self) -> str:
        """The selected words as the article has them: paragraphs end in line feeds, nothing of the headline."""
        found = self.selection_range()
        return self.article.text[found[0] : found[1]] if found and self.article else ""

    def select_range(self, start: int, end: int) -> None:
        """Select a range of the article's text and scroll to it."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_document(start))
        cursor.setPosition(self.offsets.to_document(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Unselect, leaving the caret where it is and the page as it stands."""
        cursor = self.textCursor()
        cursor.clearSelection()
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def set_words(self, word_bounds: WordBounds) -> None:
        """Words are known from now on; a double click that came before them takes its word if it still stands."""
        self.word_bounds = word_bounds
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self.article is not None and self.selection_range() == waiting[1]:
            self._select_in_place(*word_bounds(self.article.text, waiting[0]))

    def jump(self, unit: Unit, step: int, *, extend: bool) -> None:
        """Move the caret by a word, a sentence or a paragraph; extend: with the selection."""
        if self.article is None:
            return
        if unit is Unit.WORD and self.word_bounds is None:
            self.words_wanted.emit()
        cursor = self.textCursor()
        offset = self.offsets.to_article(cursor.position())
        there = jump(self.article.text, offset, unit, step, self.word_bounds or character_bounds)
        mode = QTextCursor.MoveMode.KeepAnchor if extend else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(self.offsets.to_document(there), mode)
        self.setTextCursor(cursor)

    def select_around(self, point: QPointF, count: int) -> bool:
        """Take the word, sentence or paragraph under the pointer. False where Qt shall do it (or nothing)."""
        offset = self.offset_at(point)
        if offset is None or self.article is None:
            return False
        text = self.article.text
        if count == 2:
            start, end = (self.word_bounds or character_bounds)(text, offset)
            if self.word_bounds is None:
                self._waiting = offset, (start, end)
                self.words_wanted.emit()
        else:
            start, end = (sentence_bounds if count == 3 else paragraph_bounds)(text, offset)
        self._select_in_place(start, end)
        return True

    def _select_in_place(self, start: int, end: int) -> None:
        """Select without scrolling."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_document(start))
        cursor.setPosition(self.offsets.to_document(end), QTextCursor.MoveMode.KeepAnchor)
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text as the article has it; a selection that begins in the headline keeps the headline's words."""
        data = QMimeData()
        cursor = self.textCursor()
        found = self.selection_range()
        above = ""
        if cursor.selectionStart() < self.offsets.body_start:
            head = QTextCursor(cursor)
            head.setPosition(cursor.selectionStart())
            last = min(cursor.selectionEnd(), self.offsets.body_start)
            head.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            above = head.selectedText().replace("\u2029", "\n")
        data.setText(above + (self.selected_text() if found else ""))
        return data
