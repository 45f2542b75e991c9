"""The three lists of the desk and the preview: they ask (`…_requested`, `…_chosen`) and show what they are told."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTreeView, QWidget

from zbreader.model.issue import Finding
from zbreader.ui.correcting.finding_delegate import FindingDelegate
from zbreader.ui.correcting.findings_model import FindingsModel
from zbreader.ui.correcting.outline import OutlineNode, Part
from zbreader.ui.correcting.outline_delegate import OutlineDelegate
from zbreader.ui.correcting.outline_model import OutlineModel
from zbreader.ui.correcting.source_delegate import SourceDelegate
from zbreader.ui.correcting.source_model import SourceModel
from zbreader.ui.theme.theme import Theme

INDENT = 0.9  # of a level, in heights of the font
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SourceView(QListView):
    """The lines of a source; several can be chosen, and dragged onto the outline."""

    lines_chosen = Signal()  # by the person, or by `show_lines`

    def __init__(self, model: SourceModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.delegate = SourceDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setObjectName("source")
        self.setAccessibleName(self.tr("原文各行"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(lambda *_: self.lines_chosen.emit())

    def chosen(self) -> tuple[int, ...]:
        """Numbers of the chosen lines that are not blank, in order."""
        rows = (self._model.row_at(index) for index in self.selectedIndexes())
        return tuple(sorted(row.number for row in rows if row is not None and not row.is_blank))

    def show_lines(self, numbers: Iterable[int], *, scroll: bool = True) -> None:
        """Choose these lines and bring the first into sight."""
        wanted = sorted(numbers)
        selection = QItemSelection()
        for number in wanted:
            index = self._model.index_of(number)
            selection.select(index, index)
        first = self._model.index_of(wanted[0]) if wanted else QModelIndex()
        keeps = QItemSelectionModel.SelectionFlag
        if first.isValid():
            self.selectionModel().setCurrentIndex(first, keeps.NoUpdate)
        self.selectionModel().select(selection, keeps.ClearAndSelect)
        if scroll and first.isValid() and not self._is_seen(first):
            self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - self.viewport().height() // 4)

    def _is_seen(self, index: QModelIndex) -> bool:
        rect = self.visualRect(index)
        return rect.isValid() and self.viewport().rect().adjusted(0, 0, 0, -self.viewport().height() // 4).contains(
            rect
        )


class OutlineView(QTreeView):
    """The structure; columns stand open, articles open when they are wanted."""

    node_chosen = Signal(object)  # OutlineNode

    def __init__(self, model: OutlineModel, theme: Theme, parent: QWidget | None = None, *, open_to: Part) -> None:
        super().__init__(parent)
        self._model, self._open_to = model, open_to
        self._is_linking = False
        self.delegate = OutlineDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("结构"))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setIndentation(round(self.fontMetrics().height() * INDENT))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.rowsInserted.connect(self._on_rows_inserted)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_movable(self) -> None:
        """Let lines be dragged here and within."""
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)

    def show_line(self, number: int, top: str | None = None) -> None:
        """Make the node current that was made from a source line, without telling that it was chosen.

        top: the key of the outermost node below which it is, where there are several.
        """
        index = self._model.index_of(self._model.node_of(number, top))
        if index.isValid() and index != self.currentIndex():
            self._is_linking = True
            self.setAutoScroll(False)  # to the edge would be as far as it goes by itself
            self.setCurrentIndex(index)
            self.setAutoScroll(True)
            self.expand(index.parent())
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            self._is_linking = False

    def current_node(self) -> OutlineNode | None:
        """The node the keyboard is at."""
        index = self.currentIndex()
        return self._model.node(index) if index.isValid() else None

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.isAccepted():
            event.setDropAction(Qt.DropAction.CopyAction)

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._is_linking:
            self.node_chosen.emit(self._model.node(current))

    def _on_rows_inserted(self, parent: QModelIndex, first: int, last: int) -> None:
        for row in range(first, last + 1):
            self._open(self._model.index(row, 0, parent))

    def _open(self, index: QModelIndex) -> None:
        part = self._model.node(index).part
        if part in (Part.REST, Part.MISSING) or (part is Part.ARTICLE and self._open_to is not Part.PARAGRAPH):
            return
        if self._model.rowCount(index):
            self.expand(index)
            for row in range(self._model.rowCount(index)):
                self._open(self._model.index(row, 0, index))


class FindingsView(QListView):
    """Doubtful places; going to one shows its lines."""

    finding_chosen = Signal(object)  # Finding

    def __init__(self, model: FindingsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.told: Finding | None = None  # the one that was gone to last
        self.delegate = FindingDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setObjectName("findings")
        self.setAccessibleName(self.tr("存疑之处"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(lambda index: self._tell(index))

    def step(self, step: int) -> Finding | None:
        """Go to the next doubtful place (1) or the one before (-1), round and round."""
        count = self._model.rowCount()
        if not count:
            return None
        at, current = self.currentIndex().row(), self._model.finding_at(self.currentIndex())
        if current is None:
            row = 0 if step > 0 else count - 1
        elif step > 0 and self.told is not None and current != self.told:
            row = at  # the one before it was settled, so that this one came under the cursor unseen
        else:
            row = (at + step) % count
        index = self._model.index(row)
        if index == self.currentIndex():
            self._tell(index)
        self.setCurrentIndex(index)
        return self._model.finding_at(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.currentIndex().isValid():
            self._tell(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By the Tab key one comes to the first doubtful place, and sees where one is."""
        super().focusInEvent(event)
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the sentences wrap elsewhere now

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._tell(current)

    def _tell(self, index: QModelIndex) -> None:
        finding = self._model.finding_at(index)
        if finding is not None:
            self.finding_chosen.emit(finding)
