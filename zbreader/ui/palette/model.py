"""The lines of the palette as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.ui.palette.entries import Entry

Index = QModelIndex | QPersistentModelIndex

ROLE_ENTRY = Qt.ItemDataRole.UserRole  # the Entry itself, for the delegate


class PaletteModel(QAbstractListModel):
    """A flat list; what cannot be done now stays readable and is said to be off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show ENTRIES."""
        self.beginResetModel()
        self._entries = list(entries)
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry of INDEX."""
        return self._entries[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == ROLE_ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(filter(None, (entry.text, entry.place, entry.keys, entry.reason)))
        return None
