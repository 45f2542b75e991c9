"""A small table to fill in by hand: rows of words, with always one empty row below to go on writing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

ROWS_SHOWN = 4  # that stand in sight without scrolling


class RowsEdit(QTableWidget):
    """Tells `edited` after each change by hand. Delete empties the chosen cells; empty rows are not told."""

    edited = Signal()

    def __init__(self, heads: Sequence[str], widths: Sequence[int], name: str, parent: QWidget | None = None) -> None:
        super().__init__(1, len(heads), parent)
        self.setHorizontalHeaderLabels(list(heads))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        height = self.fontMetrics().height()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                header.resizeSection(column, width * height)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(round(height * 1.9))
        self.setFixedHeight(round(height * 1.9 * (ROWS_SHOWN + 1)))
        self._is_told = True
        self.cellChanged.connect(self._on_cell_changed)

    def rows(self) -> list[tuple[str, ...]]:
        """The rows in which something stands."""
        found = [
            tuple(self._text(row, column) for column in range(self.columnCount())) for row in range(self.rowCount())
        ]
        return [row for row in found if any(row)]

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show ROWS, without telling; a cell that is being written in stays as it is."""
        if [tuple(row) for row in rows] == self.rows():
            return
        self._is_told = False
        self.setRowCount(len(rows) + 1)
        for row, values in enumerate([*rows, [""] * self.columnCount()]):
            for column, value in enumerate(values):
                self.setItem(row, column, QTableWidgetItem(value))
        self._is_told = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selectedItems():
            for item in self.selectedItems():
                item.setText("")
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab goes from cell to cell, and out of the table from an empty row at its end: nobody is caught in it."""
        row, is_first = self.currentRow(), (self.currentRow(), self.currentColumn()) == (0, 0)
        is_beyond = row == self.rowCount() - 1 and not any(self._text(row, at) for at in range(self.columnCount()))
        forward = hint == QAbstractItemDelegate.EndEditHint.EditNextItem
        back = hint == QAbstractItemDelegate.EndEditHint.EditPreviousItem
        if (forward and is_beyond) or (back and is_first):
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.focusNextPrevChild(forward)
            return
        super().closeEditor(editor, hint)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""

    def _on_cell_changed(self, row: int, _column: int) -> None:
        if not self._is_told:
            return
        if row == self.rowCount() - 1 and any(self._text(row, column) for column in range(self.columnCount())):
            self.setRowCount(self.rowCount() + 1)
        self.edited.emit()
