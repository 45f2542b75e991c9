"""A field for plain text that saves itself."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextDocumentFragment
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LATEST = 700  # milliseconds after which what was typed is told although the typing goes on


class PlainEdit(QPlainTextEdit):
    """Tells its text some time after the last key, soon in any case, and when it is left. Pasted text becomes plain."""

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
        if text in self._on_the_way:
            del self._on_the_way[: self._on_the_way.index(text) + 1]
        elif text != self._told and not self.is_changed():
            place = self.textCursor().position()
            self._show(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)

    def is_changed(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self.toPlainText() != self._shown

    def commit(self) -> None:
        """Tell the text now if it changed."""
        self._timer.stop()
        self._latest.stop()
        if self.is_changed():
            self._told = self._shown = self.toPlainText()
            self._on_the_way.append(self._told)
            self.text_settled.emit(self._told)

    def _show(self, text: str) -> None:
        self._told = text
        self.setPlainText(text)
        self._shown = self.toPlainText()  # Qt changes some characters; that is not typing
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
