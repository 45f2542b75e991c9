"""The corrections made to an issue, as a Qt list of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.model.correction import Change, Correction, Furniture, Kind
from zbreader.services.correction_names import sentence_of
from zbreader.ui.correcting.words import role_word
from zbreader.ui.translation import translated

Index = QModelIndex | QPersistentModelIndex

ROLE_CORRECTION = Qt.ItemDataRole.UserRole


class CorrectionsModel(QAbstractListModel):
    """One row for each correction, the newest last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._corrections: list[Correction] = []

    def set_corrections(self, corrections: Sequence[Correction]) -> None:
        """Show CORRECTIONS; what is only longer at its end is appended."""
        old = self._corrections
        if list(corrections[: len(old)]) == old:
            if len(corrections) > len(old):
                self.beginInsertRows(QModelIndex(), len(old), len(corrections) - 1)
                self._corrections = list(corrections)
                self.endInsertRows()
            return
        self.beginResetModel()
        self._corrections = list(corrections)
        self.endResetModel()

    def correction_at(self, index: Index) -> Correction | None:
        """The correction of INDEX."""
        return self._corrections[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._corrections)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        correction = self.correction_at(index)
        if correction is None:
            return None
        if role == ROLE_CORRECTION:
            return correction
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return change_words(correction.change)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "　".join(filter(None, (correction.creator, correction.created[:10])))
        return None


def change_words(change: Change) -> str:
    """A change in words: where, and what."""
    words = translated(sentence_of(change))
    if isinstance(change, Kind | Furniture):
        return QCoreApplication.translate("correcting", "{sentence}（{kind}）").format(
            sentence=words, kind=role_word(change.kind)
        )
    return words
