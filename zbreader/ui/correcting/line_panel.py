"""The chosen line in full, below the list: here one says at which character, or which characters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from zbreader.text.offsets import Offsets
from zbreader.ui.correcting.source_rows import SourceRow
from zbreader.ui.reading.positions import display_text

_OWN = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)

LINES = 4.6  # height, in heights of the font


class LinePanel(QPlainTextEdit):
    """Can be read and selected, not typed in: what is typed goes through the dialog for mending."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: SourceRow | None = None
        self._offsets = Offsets("")
        self.setObjectName("line")
        self.setAccessibleName(self.tr("本行全文"))
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFixedHeight(round(self.fontMetrics().height() * LINES))

    @property
    def row(self) -> SourceRow | None:
        """The line shown."""
        return self._row

    def show_row(self, row: SourceRow | None) -> None:
        """Show another line, or the same one as it is now (then the caret stays)."""
        if row is not None and self._row is not None and (row.number, row.text) == (self._row.number, self._row.text):
            self._row = row
            return
        self._row = row
        text = row.text if row is not None else ""
        self._offsets = Offsets(text)
        self.setPlainText(display_text(text))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _is_own(event):
            event.ignore()  # nothing is typed here: the keys of the desk stay the desk's
            return False
        return super().event(event)

    def span(self) -> tuple[int, int]:
        """What is selected, in code points of the line; the caret's place twice when nothing is."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        if first == last:
            place = self._offsets.to_code_points(first)
            return place, place
        return self._offsets.range_to_code_points(first, last)


def _is_own(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in _OWN)
