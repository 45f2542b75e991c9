"""The page one can select on: by mouse (word, sentence, paragraph), by keys, and copied as the article has it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QTextCursor

from zbreader.ui.reading.marked_page import MarkedPage
from zbreader.ui.reading.selecting import WordBounds, paragraph_bounds, sentence_bounds


class SelectablePage(MarkedPage):
    """Selections are told in the article's own text (code points); what Qt calls selected text never leaves."""

    word_bounds: WordBounds | None = None  # (text, offset) -> (start, end); None: Qt's own words

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

    def select_around(self, point: QPointF, count: int) -> bool:
        """Take the word, sentence or paragraph under the pointer. False where Qt shall do it (or nothing)."""
        offset = self.offset_at(point)
        if offset is None or self.article is None:
            return False
        text = self.article.text
        if count == 2:
            if self.word_bounds is None:
                return False
            start, end = self.word_bounds(text, offset)
        else:
            start, end = (sentence_bounds if count == 3 else paragraph_bounds)(text, offset)
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_document(start))
        cursor.setPosition(self.offsets.to_document(end), QTextCursor.MoveMode.KeepAnchor)
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)
        return True

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
