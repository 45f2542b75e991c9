"""All notes as a Qt list model of ids under headings; content comes by pages, when a row is looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.note_list import NoteGroup
from zbreader.ui.annotations.notes_model import ID_ROLE, PLACED_ROLE, quote_of, spoken, state_words

NOTES_MIME = "application/x-zbreader-notes"  # ids, separated by spaces; of use inside the program alone
HEADING_ROLE = int(Qt.ItemDataRole.UserRole) + 3  # (words, number of notes) of a heading, None for a note

_AROUND = 60  # rows fetched before and after those looked at
_KEPT = 3000  # notes whose content is remembered

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class AllNotesModel(QAbstractListModel):
    """A row is a heading or a note. PLACED_ROLE is None until the note's page has come."""

    page_wanted = Signal(int, int)  # first and last row
    move_requested = Signal(list, object)  # ids, id of the note before which they were dropped (None: at the end)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: list[NoteGroup] = []
        self._rows: list[str | tuple[str, int]] = []
        self._headings: list[int] = []
        self._known: OrderedDict[str, PlacedAnnotation] = OrderedDict()
        self._looked_at: list[int] = []
        self.is_ordered_by_hand = False  # whether rows can be dragged among each other
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)

    def set_groups(self, groups: Sequence[NoteGroup], headings: Sequence[str]) -> bool:
        """Show these notes, each group under its heading ("": none). False when the rows stay what they were."""
        groups = list(groups)
        self._known.clear()
        if groups == self._groups and self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return False
        self.beginResetModel()
        self._groups, self._rows, self._headings = groups, [], []
        for group, words in zip(groups, headings, strict=True):
            if words:
                self._headings.append(len(self._rows))
                self._rows.append((words, len(group.annotations)))
            self._rows.extend(group.annotations)
        self._looked_at = []
        self.endResetModel()
        return True

    def bring(self, page: Iterable[PlacedAnnotation], first: int, last: int) -> None:
        """The content of the notes in rows FIRST to LAST has come."""
        for placed in page:
            self._known[placed.annotation.id] = placed
            self._known.move_to_end(placed.annotation.id)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        last = min(last, len(self._rows) - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))

    def ids(self, first: int, last: int) -> list[str]:
        """Ids of the notes in rows FIRST to LAST, each once."""
        return self.ids_in([(first, last)])

    def ids_in(self, ranges: Iterable[tuple[int, int]], most: int | None = None) -> list[str]:
        """Ids of the notes in several RANGES of rows (first, last), each once; the first MOST of them."""
        found: dict[str, None] = {}
        for row in (row for first, last in ranges for row in self._rows[max(0, first) : last + 1]):
            if isinstance(row, str):
                found[row] = None
                if len(found) == most:
                    break
        return list(found)

    def known(self, identity: str) -> PlacedAnnotation | None:
        """A note's content, if it has come."""
        return self._known.get(identity)

    def row_of(self, identity: str) -> int | None:
        """The first row of a note."""
        return next((number for number, row in enumerate(self._rows) if row == identity), None)

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """The first rows of notes, in the order of IDS; those that are not listed are left out."""
        ids = list(ids)
        wanted = set(ids)
        places: dict[str, int] = {}
        for number, row in enumerate(self._rows) if wanted else ():
            if row in wanted and isinstance(row, str):
                places.setdefault(row, number)
        return [places[one] for one in ids if one in places]

    def headings(self) -> list[int]:
        """The rows of the headings."""
        return list(self._headings)

    def note_count(self) -> int:
        """How many notes are listed, each once."""
        if len(self._groups) == 1:
            return len(self._groups[0].annotations)
        return len(set[str]().union(*(group.annotations for group in self._groups)))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if isinstance(row, tuple):
            words = QCoreApplication.translate("AllNotesModel", "{heading}（{count}）")
            said = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row if role == HEADING_ROLE else words.format(heading=row[0], count=row[1]) if role in said else None
        if role == ID_ROLE:
            return row
        placed = self._known.get(row)
        if placed is None:
            if role in (PLACED_ROLE, Qt.ItemDataRole.DisplayRole):
                self._look_at(index.row())
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == PLACED_ROLE:
            return placed
        if role == Qt.ItemDataRole.DisplayRole:
            return quote_of(placed.annotation) or placed.annotation.note or state_words(placed)
        return spoken(placed) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.is_ordered_by_hand else Qt.ItemFlag.NoItemFlags
        if index.row() < len(self._rows) and isinstance(self._rows[index.row()], tuple):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    # -- dragging ------------------------------------------------------------------------------------------------------

    def mimeTypes(self) -> list[str]:
        return [NOTES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted({index.row() for index in indexes})
        ids = dict.fromkeys(row for number in rows if isinstance(row := self._rows[number], str))
        data.setData(NOTES_MIME, " ".join(ids).encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return self.is_ordered_by_hand and data.hasFormat(NOTES_MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move. False always: rows change when the collection has, or the view would take them out."""
        if self.canDropMimeData(data, action, row, column, parent):
            at = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
            before = self._rows[at] if 0 <= at < len(self._rows) else None
            self.move_requested.emit(dropped_ids(data), before)
        return False

    # -- inside --------------------------------------------------------------------------------------------------------

    def _look_at(self, row: int) -> None:
        self._looked_at.append(row)
        if not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        looked_at, self._looked_at = sorted(self._looked_at), []
        while looked_at:  # rows that are near each other come together; a screen reader may look elsewhere
            near = [row for row in looked_at if row <= looked_at[0] + 2 * _AROUND]
            looked_at = looked_at[len(near) :]
            self.page_wanted.emit(max(0, near[0] - _AROUND), min(len(self._rows) - 1, near[-1] + _AROUND))


def dropped_ids(data: QMimeData) -> list[str]:
    """The ids of the notes that are dragged."""
    return bytes(data.data(NOTES_MIME).data()).decode("utf-8", "replace").split()
