"""The rows of a search as a Qt model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.ui.search.rows import HEADINGS, HitRow, IssueRow, MoreNotesRow, MoreRow, NoteRow, NotesRow, Row

Index = QModelIndex | QPersistentModelIndex

ROLE_ROW = Qt.ItemDataRole.UserRole  # the Row itself, for the delegate


class ResultsModel(QAbstractListModel):
    """A flat list; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> None:
        """Show ROWS; what is only longer than before is appended, so that the view stays where it is."""
        kept = len(self._rows)
        if self._rows and isinstance(self._rows[-1], MoreRow):
            kept -= 1
        if kept and rows[:kept] == self._rows[:kept]:
            self._replace_tail(kept, rows[kept:])
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """The row of INDEX."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._rows[index.row()], HEADINGS):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROLE_ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, HitRow):
            return self.tr("{title}，{count} 处：{snippet}").format(
                title=row.hit.title, count=row.hit.count, snippet=row.hit.snippet.text
            )
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, NoteRow):
            return self.tr("{title} 上的笔记：{snippet}").format(
                title=row.note.article_title, snippet=row.note.snippet.text
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._title(row)
        return None

    def _title(self, row: Row) -> str:
        if isinstance(row, HitRow):
            return row.hit.title
        if isinstance(row, IssueRow):
            return row.title
        if isinstance(row, NotesRow):
            return self.tr("笔记 {count} 条").format(count=row.count)
        if isinstance(row, NoteRow):
            return row.note.article_title
        if isinstance(row, MoreNotesRow):
            return self.tr("还有 {count} 条笔记").format(count=row.hidden)
        assert isinstance(row, MoreRow)
        return self.tr("还有 {count} 篇，接着显示").format(count=row.hidden)

    def _replace_tail(self, first: int, tail: list[Row]) -> None:
        if len(self._rows) > first:
            self.beginRemoveRows(QModelIndex(), first, len(self._rows) - 1)
            del self._rows[first:]
            self.endRemoveRows()
        if tail:
            self.beginInsertRows(QModelIndex(), first, first + len(tail) - 1)
            self._rows += tail
            self.endInsertRows()
