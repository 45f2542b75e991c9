"""The board of a session: articles × people as a table. ● noted, ○ marked, · read as far as this library knows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from zbreader.services.session_view import SessionView

Index = QModelIndex | QPersistentModelIndex
COL_TITLE, COL_MARKS, COL_HEAT, PEOPLE = 0, 1, 2, 3
SIGNS = {"noted": "●", "marked": "○", "read": "·"}
STRIP_ROLE = Qt.ItemDataRole.UserRole
MOST_ROLE = Qt.ItemDataRole.UserRole + 1


class BoardModel(QAbstractTableModel):
    """Rows are articles; the first columns tell of all people, then one column a person."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.view: SessionView | None = None

    def set_view(self, view: SessionView | None) -> None:
        """Show another state."""
        self.beginResetModel()
        self.view = view
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self.view is None else len(self.view.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or self.view is None else PEOPLE + len(self.view.people)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and section < PEOPLE:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole or self.view is None:
            return None
        heads = (self.tr("篇目"), self.tr("标记"), self.tr("热度（按人数）"))
        if section < PEOPLE:
            return heads[section]
        return self.view.called(self.view.people[section - PEOPLE : section - PEOPLE + 1])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self.view is None:
            return None
        row, column = self.view.rows[index.row()], index.column()
        if role == STRIP_ROLE:
            return self.view.strips.get(row.article_id, ())
        if role == MOST_ROLE:
            return max((one.marks for one in self.view.rows), default=0), row.marks
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= PEOPLE:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(index.row(), column)
        if role == Qt.ItemDataRole.DisplayRole:
            shown = (row.title, str(row.marks), "")
            return shown[column] if column < PEOPLE else SIGNS.get(self._state(index.row(), column), "")
        return None

    def _state(self, row: int, column: int) -> str:
        if self.view is None:
            return ""
        return self.view.rows[row].states.get(self.view.people[column - PEOPLE], "")

    def _said(self, row: int, column: int) -> str:
        if self.view is None:
            return ""
        one = self.view.rows[row]
        if column == COL_TITLE:
            return one.title
        if column == COL_MARKS:
            return self.tr("{count} 处标记").format(count=one.marks)
        if column == COL_HEAT:
            most = max(self.view.strips.get(one.article_id, ()), default=0)
            return self.tr("最多 {count} 人标记同一句").format(count=most)
        words = {
            "noted": self.tr("写了笔记"),
            "marked": self.tr("做了标记"),
            "read": self.tr("读完了"),
            "": self.tr("还没有标记"),
        }
        name = self.headerData(column, Qt.Orientation.Horizontal)
        return f"{name}：{words[self._state(row, column)]}"
