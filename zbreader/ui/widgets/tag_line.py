"""One line of words with completion of the word being typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

_BETWEEN = re.compile(r"[\s,，、;；#＃]+")


def split_words(text: str) -> list[str]:
    """The words of a line, each once, in order. Commas, pauses, semicolons, spaces and # part them."""
    return list(dict.fromkeys(word for word in _BETWEEN.split(text) if word))


class TagLine(QLineEdit):
    """Tells its words when they changed and editing pauses: Enter, a chosen completion, leaving the line."""

    words_changed = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: list[str] = []
        self._known = QStringListModel(self)
        self._completer = QCompleter(self._known, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self.commit)

    def set_known(self, words: list[str]) -> None:
        """The words to offer."""
        self._known.setStringList(words)

    def set_words(self, words: list[str]) -> None:
        """Show these words, unless the same are already there (perhaps just being typed)."""
        if words != self._told:
            self._told = list(words)
            self.setText("、".join(words))

    def words(self) -> list[str]:
        """The words in the line now."""
        return split_words(self.text())

    def commit(self) -> None:
        """Tell the words if they changed since they were last told or set."""
        words = self.words()
        if words != self._told:
            self._told = words
            self.words_changed.emit(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the completer's own
            return
        super().keyPressEvent(event)

    def _word_start(self) -> int:
        before = self.text()[: self.cursorPosition()]
        parts = list(_BETWEEN.finditer(before))
        return parts[-1].end() if parts else 0

    def _offer(self) -> None:
        word = self.text()[self._word_start() : self.cursorPosition()]
        if word:
            self._completer.setCompletionPrefix(word)
            self._completer.complete()
        else:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()

    def _complete(self, word: str) -> None:
        start, end = self._word_start(), self.cursorPosition()
        self.setText(self.text()[:start] + word + self.text()[end:])
        self.setCursorPosition(start + len(word))
        self.commit()
