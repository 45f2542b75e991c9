"""The rows of a source as a Qt model: what is new is told line by line, so that a view keeps its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.ui.correcting.source_rows import SourceRow
from zbreader.ui.correcting.words import role_word
from zbreader.ui.reading.positions import display_text

Index = QModelIndex | QPersistentModelIndex

ROLE_ROW = Qt.ItemDataRole.UserRole  # the SourceRow itself, for the delegate
LINES_MIME = "application/x-zbreader-lines"  # numbers of source lines, with a comma between two
_SHOWN = 400  # characters of a line: no screen is wider


class SourceModel(QAbstractListModel):
    """A flat list. Lines can be dragged; nothing is dropped on them, since the source is never rewritten."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SourceRow] = []
        self._places: dict[int, int] = {}

    def set_rows(self, rows: Sequence[SourceRow]) -> None:
        """Show ROWS; the same lines with other roles are only painted anew."""
        if [row.number for row in rows] != [row.number for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self._places = {row.number: place for place, row in enumerate(rows)}
            self.endResetModel()
            return
        changed = [place for place, row in enumerate(rows) if row != self._rows[place]]
        self._rows = list(rows)
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def row_at(self, index: Index) -> SourceRow | None:
        """The row of INDEX."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, number: int) -> QModelIndex:
        """The index of a source line; invalid when there is none."""
        place = self._places.get(number)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._rows[index.row()].is_blank:
            return Qt.ItemFlag.ItemNeverHasChildren  # the arrow keys pass over it: nothing can be done with it
        has = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return has | Qt.ItemFlag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        return [LINES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return lines_mime(self._rows[index.row()].number for index in indexes if not self._rows[index.row()].is_blank)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROLE_ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return display_text(row.text[:_SHOWN])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: SourceRow) -> str:
        """What a screen reader says: number, role, doubt, then the line."""
        parts = [self.tr("第 {number} 行").format(number=row.number)]
        parts.append(self.tr("空行") if row.is_blank else role_word(row.role))
        if row.goes_on:
            parts.append(self.tr("接《{title}》").format(title=row.goes_on))
        if row.doubt is not None:
            parts.append(self.tr("存疑"))
        if row.corrected:
            parts.append(self.tr("已校订"))
        return self.tr("，").join(parts) + ("" if row.is_blank else self.tr("：{text}").format(text=row.text.strip()))


def lines_mime(numbers: Iterable[int]) -> QMimeData:
    """Source lines on their way to another place."""
    data = QMimeData()
    data.setData(LINES_MIME, ",".join(str(number) for number in numbers).encode())
    return data


def lines_in(data: QMimeData) -> tuple[int, ...]:
    """The source lines that are dragged; none for anything else."""
    given = bytes(data.data(LINES_MIME).data()).decode("ascii", "replace") if data.hasFormat(LINES_MIME) else ""
    return tuple(int(number) for number in given.split(",") if number.isdecimal())


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
