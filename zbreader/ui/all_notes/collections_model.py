"""What stands at the left of all notes: everything, the bookmarks, and the collections to drop notes on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zbreader.model.collection import Collection
from zbreader.ui.all_notes.rows_model import NOTES_MIME, dropped_ids

ALL, BOOKMARKS = 0, 1  # rows above the collections

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CollectionsModel(QAbstractListModel):
    """Rows: all notes, bookmarks, then one for each collection."""

    notes_dropped = Signal(str, list)  # collection id, ids
    rename_requested = Signal(str, str)  # collection id, name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collections: list[Collection] = []

    def set_collections(self, collections: Iterable[Collection]) -> None:
        """Show these, touching only rows that came, went or changed."""
        wanted = list(collections)
        ids = {one.id for one in wanted}
        for place in reversed(range(len(self._collections))):
            if self._collections[place].id not in ids:
                self.beginRemoveRows(QModelIndex(), place + 2, place + 2)
                del self._collections[place]
                self.endRemoveRows()
        for place, one in enumerate(wanted):
            at = self._place_of(one.id)
            if at is None:
                self.beginInsertRows(QModelIndex(), place + 2, place + 2)
                self._collections.insert(place, one)
                self.endInsertRows()
            elif at != place:
                self.beginMoveRows(QModelIndex(), at + 2, at + 2, QModelIndex(), place + 2)
                self._collections.insert(place, self._collections.pop(at))
                self.endMoveRows()
            if self._collections[place] != one:
                self._collections[place] = one
                self.dataChanged.emit(self.index(place + 2), self.index(place + 2))

    def collection_at(self, index: Index) -> Collection | None:
        """The collection of a row; None for the rows above them."""
        place = index.row() - 2
        return self._collections[place] if index.isValid() and 0 <= place < len(self._collections) else None

    def row_of(self, collection_id: str) -> int | None:
        """Row of a collection."""
        place = self._place_of(collection_id)
        return None if place is None else place + 2

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._collections) + 2

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        one = self.collection_at(index)
        if role == Qt.ItemDataRole.EditRole and one is not None:
            return one.name
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if one is None:
            return self.tr("全部笔记") if index.row() == ALL else self.tr("书签")
        return self.tr("{name}（{count}）").format(name=one.name, count=len(one.annotations))

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Ask for another name. False: the row changes when the collection has."""
        one = self.collection_at(index)
        if one is not None and role == Qt.ItemDataRole.EditRole and str(value).strip() not in ("", one.name):
            self.rename_requested.emit(one.id, str(value))
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.collection_at(index) is None:
            return plain
        return plain | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [NOTES_MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return data.hasFormat(NOTES_MIME) and self.collection_at(parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the notes to be put in. False: nothing is taken from where they were dragged."""
        one = self.collection_at(parent)
        if one is not None and data.hasFormat(NOTES_MIME):
            self.notes_dropped.emit(one.id, dropped_ids(data))
        return False

    def _place_of(self, collection_id: str) -> int | None:
        return next((place for place, one in enumerate(self._collections) if one.id == collection_id), None)
