"""The notes of one article as a Qt list model. It translates; it holds no behaviour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from zbreader.model.annotation import Annotation, PlacedAnnotation
from zbreader.model.selector import AnchorState
from zbreader.ui.reading.color_names import color_name, style_name
from zbreader.ui.reading.writers import Writers

PLACED_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2
WRITER_ROLE = int(Qt.ItemDataRole.UserRole) + 3

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def quote_of(annotation: Annotation) -> str:
    """The marked words on one line; empty for an annotation of the whole article."""
    selectors = annotation.target.selectors
    return " ".join(selectors.quote.exact.split()) if selectors else ""


def plain_text(placed: PlacedAnnotation) -> str:
    """The marked words and below them the note."""
    return "\n".join(filter(None, (quote_of(placed.annotation), placed.annotation.note or "")))


def state_words(placed: PlacedAnnotation) -> str:
    """What a person should know about a mark's place; empty when all is well."""
    if placed.annotation.target.selectors is None:
        return QCoreApplication.translate("NotesModel", "整篇文章")
    if placed.anchor.state is AnchorState.UNPLACED:
        return QCoreApplication.translate("NotesModel", "在现在的正文中找不到这段文字，笔记已保留")
    if placed.anchor.state is AnchorState.REPAIRED:
        return QCoreApplication.translate("NotesModel", "正文有改动，位置已自动调整")
    return ""


class NotesModel(QAbstractListModel):
    """Rows in reading order, orphans last. PLACED_ROLE gives the PlacedAnnotation, ID_ROLE its id.

    WRITER_ROLE names who wrote it, where that is somebody else.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PlacedAnnotation] = []
        self.writers = Writers(parent=self)

    def set_writers(self, writers: Writers) -> None:
        """Whose notes bear a name, and which."""
        self.writers = writers
        writers.changed.connect(self._tell_writers)
        self._tell_writers()

    def _tell_writers(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def set_notes(self, notes: Iterable[PlacedAnnotation]) -> None:
        """Bring the rows to these notes by the fewest steps, so that selection and scrolling stay."""
        wanted = sorted(notes, key=_reading_order)
        same = _same(self._rows, wanted)
        self._remove_all_but({placed.annotation.id for placed in wanted[same:]}, same)
        if not self._rows and wanted:
            self.beginInsertRows(QModelIndex(), 0, len(wanted) - 1)
            self._rows = wanted
            self.endInsertRows()
            return
        alike = _same(self._rows[same:][::-1], wanted[same:][::-1])
        for row in range(same, len(wanted) - alike):
            self._bring(row, wanted[row])

    def refresh(self, placed: PlacedAnnotation) -> None:
        """Show one note as it is now."""
        self.set_notes([placed if each.annotation.id == placed.annotation.id else each for each in self._rows])

    def notes(self) -> list[PlacedAnnotation]:
        """All rows, in their order."""
        return list(self._rows)

    def row_of(self, identity: str) -> int | None:
        """Row of the note with that id."""
        return next((row for row, placed in enumerate(self._rows) if placed.annotation.id == identity), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        placed = self._rows[index.row()]
        if role == PLACED_ROLE:
            return placed
        if role == ID_ROLE:
            return placed.annotation.id
        if role == Qt.ItemDataRole.DisplayRole:
            return quote_of(placed.annotation) or state_words(placed)
        if role == WRITER_ROLE:
            return self.writers.of(placed.annotation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (self.writers.of(placed.annotation), spoken(placed)) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The notes as text, for whatever they are dropped on."""
        data = QMimeData()
        data.setText("\n\n".join(plain_text(self._rows[index.row()]) for index in indexes))
        return data

    def _remove_all_but(self, ids: Set[str], first: int) -> None:
        """Take out the rows from FIRST on that are not in IDS, those that stand together at once."""
        end = len(self._rows)
        for row in reversed(range(first, len(self._rows) + 1)):
            if row == first or self._rows[row - 1].annotation.id in ids:
                if row < end:
                    self.beginRemoveRows(QModelIndex(), row, end - 1)
                    del self._rows[row:end]
                    self.endRemoveRows()
                end = row - 1

    def _bring(self, row: int, placed: PlacedAnnotation) -> None:
        identity = placed.annotation.id
        if row < len(self._rows) and self._rows[row].annotation.id == identity:
            if self._rows[row] != placed:
                self._rows[row] = placed
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        at = self.row_of(identity)
        if at is None:
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, placed)
            self.endInsertRows()
            return
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), row)
        self._rows.insert(row, self._rows.pop(at))
        self.endMoveRows()
        self._bring(row, placed)


def _same(rows: Sequence[PlacedAnnotation], wanted: Sequence[PlacedAnnotation]) -> int:
    """How many at the beginning are the very same objects."""
    count = 0
    for one, other in zip(rows, wanted, strict=False):
        if one is not other:
            break
        count += 1
    return count


def spoken(placed: PlacedAnnotation) -> str:
    """A row in words, for a screen reader."""
    annotation = placed.annotation
    kind = QCoreApplication.translate("NotesModel", "{color}{style}").format(
        color=color_name(annotation.color), style=style_name(annotation.style)
    )
    parts = [kind, quote_of(annotation), annotation.note or "", " ".join(annotation.tags), state_words(placed)]
    return "，".join(part for part in parts if part)


def _reading_order(placed: PlacedAnnotation) -> tuple[bool, int, int, str]:
    start, end = placed.anchor.start, placed.anchor.end
    return start is None, start or 0, end or 0, placed.annotation.id
