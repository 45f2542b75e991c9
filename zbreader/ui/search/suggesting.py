"""Suggestions under the search field while one types.

A part of the window and no window of its own: it never takes the keyboard, so an input method goes on undisturbed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from zbreader.model.search import Suggestion, SuggestionKind
from zbreader.ui.operations import Operations
from zbreader.ui.search.typed_word import Typed, completed, typed_word

PAUSE = 150  # milliseconds without a key
MOST = 6  # suggestions at a time
KEY = "suggestions"

Suggest = Callable[[str, int], list[Suggestion]]


class SuggestionList(QListWidget):
    """Arrow keys in the field go through it, Enter takes what is chosen, Escape and everything else put it away."""

    saved_chosen = Signal(str)  # name of a saved search

    def __init__(self, field: QLineEdit, operations: Operations, suggest: Suggest, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._operations, self._suggest = field, operations, suggest
        self._over = parent  # above whose other parts it is shown
        self._typed: Typed | None = None
        self._found: list[Suggestion] = []
        self.setObjectName("suggestions")
        self.setAccessibleName(self.tr("搜索建议"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListWidget.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.itemClicked.connect(lambda item: self.take(self.row(item)))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        field.textEdited.connect(self._on_edited)  # by the person: not while an input method composes, nor by us
        field.installEventFilter(self)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether suggestions will be asked for after a pause."""
        return self._pause.isActive()

    def put_away(self) -> None:
        """Hide it; an answer that is still to come is dropped."""
        self._pause.stop()
        self._operations.forget(KEY)
        self.hide()

    def take(self, row: int) -> None:
        """Put a suggestion into the field."""
        suggestion, typed = self._found[row], self._typed
        self.put_away()
        if suggestion.kind is SuggestionKind.SAVED:
            self.saved_chosen.emit(suggestion.text)
        elif typed is not None:
            self._field.setText(completed(typed, suggestion))

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """List FOUND under the field; nothing chosen."""
        self._found = list(found)
        self.clear()
        if not found or not self._field.hasFocus():
            self.hide()
            return
        for suggestion in found:
            self.addItem(QListWidgetItem(f"{suggestion.text}　·　{self._kind(suggestion.kind)}"))
        self.setCurrentRow(-1)
        corner = self._field.mapTo(self._over, QPoint(0, self._field.height()))
        height = self.sizeHintForRow(0) * len(found) + self.height() - self.viewport().height()
        # As wide as there is room: a headline and its kind seldom fit below the field alone.
        width = max(self._field.width(), self._over.width() - 2 * corner.x())
        self.setGeometry(corner.x(), corner.y() + 2, width, height)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.put_away()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        """Whether the key was for the suggestions."""
        row = self.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            # One place more than there are rows: the field itself, with nothing chosen.
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((row + 1 + step) % (self.count() + 1) - 1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            chosen = key != Qt.Key.Key_Escape and row >= 0
            self.take(row) if chosen else self.put_away()
            return chosen or key == Qt.Key.Key_Escape
        return False

    def _on_edited(self, text: str) -> None:
        self._operations.forget(KEY)
        at_end = self._field.cursorPosition() == len(text)
        self._typed = typed_word(text) if at_end else None
        if self._typed is None:
            self.put_away()
        else:
            self._pause.start()

    def _ask(self) -> None:
        typed = self._typed
        if typed is None:
            return
        # Of one kind alone there are fewer: ask for more than are shown.
        self._operations.ask(
            lambda: [one for one in self._suggest(typed.word, MOST * 5) if typed.kind in (None, one.kind)][:MOST],
            on_done=self.show_found,
            key=KEY,
        )

    def _kind(self, kind: SuggestionKind) -> str:
        return {
            SuggestionKind.SAVED: self.tr("存下的搜索"),
            SuggestionKind.TITLE: self.tr("标题"),
            SuggestionKind.COLUMN: self.tr("栏目"),
            SuggestionKind.AUTHOR: self.tr("作者"),
            SuggestionKind.TAG: self.tr("标签"),
        }.get(kind, self.tr("词"))
