"""A field for plain text that saves itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LATEST = 700  # milliseconds after which what was typed is told although the typing goes on


class PlainEdit(QPlainTextEdit):
    """Tells its text soon after it changed, however long one goes on typing, and when it is left.

    pause: milliseconds from a change to its telling. What is pasted becomes plain text. White space at both ends counts
    for nothing when the text comes back: who keeps it may leave that out.
    """

    text_settled = Signal(str)

    def __init__(self, pause: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = self._shown = ""
        self._on_the_way: list[str] = []  # told, and not yet come back through `bring_text`
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self.commit)
        # Who types without a pause must not lose more than a second of it to a power cut.
        self._latest = QTimer(self, singleShot=True, interval=LATEST)
        self._latest.timeout.connect(self.commit)
        self.textChanged.connect(self._on_text_changed)
        self.setTabChangesFocus(True)

    def set_text(self, text: str) -> None:
        """Begin with another text. The one before is dropped: `commit` it first."""
        self._on_the_way = []
        self._show(text)

    def bring_text(self, text: str) -> None:
        """The text as it is stored now: shown unless it is an echo of what was told or something was typed."""
        told = text.strip()
        if told in self._on_the_way:
            del self._on_the_way[: self._on_the_way.index(told) + 1]
        elif told != self._told.strip() and not self.is_changed():
            place = self.textCursor().position()
            self._show(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def is_changed(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self.typed() != self._shown

    def typed(self) -> str:
        """The text as it was typed: Qt's own toPlainText() makes common spaces of those that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def commit(self) -> None:
        """Tell the text now if it changed."""
        self._timer.stop()
        self._latest.stop()
        if self.is_changed():
            self._told = self._shown = self.typed()
            self._on_the_way.append(self._told.strip())
            self.text_settled.emit(self._told)

    def insert_lines(self, lines: Sequence[str]) -> None:
        """Put lines where the caret is, on lines of their own, and the caret behind the first."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.block().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText("\n")
        start = cursor.position()
        cursor.insertText("\n".join(lines))
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, text: str) -> None:
        self._told = text
        self.setPlainText(text)
        self._shown = self.typed()  # Qt changes some characters; that is not typing
        self._timer.stop()
        self._latest.stop()

    def _on_text_changed(self) -> None:
        self._timer.start()
        if not self._latest.isActive():
            self._latest.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.commit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        plain = QMimeData()
        if source.hasText():
            plain.setText(source.text())
        else:
            plain.setText(QTextDocumentFragment.fromHtml(source.html()).toPlainText())
        super().insertFromMimeData(plain)
