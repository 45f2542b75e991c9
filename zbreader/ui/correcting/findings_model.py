"""What the importer was unsure of as a list, the most doubtful first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zbreader.model.issue import Finding
from zbreader.ui.correcting.outline import ranges_said
from zbreader.ui.translation import translated

Index = QModelIndex | QPersistentModelIndex

ROLE_FINDING = Qt.ItemDataRole.UserRole  # the Finding itself, for the delegate
ROLE_PLACE = Qt.ItemDataRole.UserRole + 1  # its file, its lines and how sure the importer was, as words


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """The most doubtful first; equally doubtful ones in the order of the source, those without lines last."""
    return sorted(findings, key=lambda one: (one.confidence, not one.lines, one.lines))


class FindingsModel(QAbstractListModel):
    """One row for each finding."""

    def __init__(self, parent: QObject | None = None, file_of: Callable[[Finding], str] = lambda _finding: "") -> None:
        """file_of: the name of the file that a finding is about; "" where there is only one."""
        super().__init__(parent)
        self._findings: list[Finding] = []
        self._file_of = file_of

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Show FINDINGS, ranked; rows that stay are not touched."""
        fresh = ranked(findings)
        kept = set(map(_key, fresh))
        for row in reversed(range(len(self._findings))):
            if _key(self._findings[row]) not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._findings[row]
                self.endRemoveRows()
        for row, finding in enumerate(fresh):
            if row >= len(self._findings) or _key(self._findings[row]) != _key(finding):
                self.beginInsertRows(QModelIndex(), row, row)
                self._findings.insert(row, finding)
                self.endInsertRows()
        if len(self._findings) > len(fresh):
            self.beginRemoveRows(QModelIndex(), len(fresh), len(self._findings) - 1)
            del self._findings[len(fresh) :]
            self.endRemoveRows()

    @property
    def findings(self) -> Sequence[Finding]:
        """What is listed, in this order."""
        return tuple(self._findings)

    def finding_at(self, index: Index) -> Finding | None:
        """The finding of INDEX."""
        return self._findings[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        finding = self.finding_at(index)
        if finding is None:
            return None
        if role == ROLE_FINDING:
            return finding
        if role == ROLE_PLACE:
            return self.tr(" · ").join(self._place(finding))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return translated(finding.message)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("，").join((*self._place(finding), translated(finding.message)))
        return None

    def _place(self, finding: Finding) -> list[str]:
        """The file where there are several, the lines, and how sure the importer was unless it could not say."""
        parts = [self._file_of(finding)]
        if finding.lines:
            parts.append(self.tr("第 {lines} 行").format(lines=ranges_said(finding.lines)))
        if finding.confidence > 0:
            parts.append(self.tr("把握 {percent}%").format(percent=round(finding.confidence * 100)))
        return [part for part in parts if part]


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.lines, str(finding.message), finding.confidence
