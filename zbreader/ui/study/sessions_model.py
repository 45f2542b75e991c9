"""The list of sessions by day: what is planned and what was held, as a calendar reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from zbreader.model.session import Session

ID_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class SessionsModel(QAbstractListModel):
    """Two lines a session: the day with what became of it, and what it is about."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.sessions: list[Session] = []

    def set_sessions(self, sessions: Sequence[Session]) -> None:
        """Show these; rows that stay keep their place, so that the choice stays."""
        if [one.id for one in sessions] == [one.id for one in self.sessions]:
            self.sessions = list(sessions)
            if sessions:
                self.dataChanged.emit(self.index(0), self.index(len(sessions) - 1))
            return
        self.beginResetModel()
        self.sessions = list(sessions)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        session = self.sessions[index.row()]
        if role == ID_ROLE:
            return session.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day = session.day or self.tr("日期未定")
            state = self.tr("已完成") if session.held else self.tr("计划")
            return f"{day}　{state}\n{session.title or self.tr('（未写主题）')}"
        return None

    def row_of(self, session_id: str) -> int:
        """The row of a session, or -1."""
        return next((row for row, one in enumerate(self.sessions) if one.id == session_id), -1)
