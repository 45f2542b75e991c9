"""全部笔记: filters above, collections at the left, the list, and what can be done with the chosen ones below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.mark import HighlightColor
from zbreader.ui.all_notes.collections_model import CollectionsModel
from zbreader.ui.all_notes.filter_row import FilterRow
from zbreader.ui.all_notes.row_delegate import AllNotesDelegate
from zbreader.ui.all_notes.row_menus import NotesMenus
from zbreader.ui.all_notes.rows_model import AllNotesModel
from zbreader.ui.annotations.notes_model import ID_ROLE
from zbreader.ui.reading.color_names import color_name
from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.fitting import fit

SIZE = (60, 42)  # in heights of the font
SHELF = 13
MOST_HEADINGS = 400  # of a height of their own: each costs the view a little


class AllNotesWindow(QDialog):
    """Asks by signals; AllNotesDeeds answers. Can stay open beside the page."""

    open_requested = Signal(str)  # id
    delete_requested = Signal(list)  # ids
    color_requested = Signal(list, object)  # ids, HighlightColor
    tags_requested = Signal(list)  # ids
    export_requested = Signal(list)  # ids in the order shown; empty: everything shown
    collect_requested = Signal(list, str)  # ids, collection id ("": a new one)
    take_out_requested = Signal(list)  # ids
    step_requested = Signal(list, int)  # ids, -1 up or 1 down
    undo_requested = Signal()
    redo_requested = Signal()
    shown = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("全部笔记"))
        self.filters = FilterRow(self)
        self.collections = CollectionsModel(self)
        self.shelf = _shelf(self.collections, self)
        self.shelf.setAccessibleName(self.tr("摘编本"))
        self.model = AllNotesModel(self)
        self.list = NotesList(self)
        self.list.setModel(self.model)
        self._delegate = AllNotesDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setObjectName("quiet")
        self._icons = Icons(theme)
        self._heights = (0, 0)  # of a note and of a heading
        self._build_buttons()
        self._arrange()
        self.set_theme(theme)
        self._connect()
        self._set_available()
        self.menus = NotesMenus(self)

    def set_theme(self, theme: Theme) -> None:
        """Show the window in another theme."""
        self._icons = Icons(theme)
        self._delegate.theme = theme
        self.filters.set_icons(self._icons)
        self._size_rows()
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_delegate"):
            self._size_rows()

    def set_known(self, tags: list[str], authors: Mapping[str, str]) -> None:
        """The tags there are, and what to call the authors, by key: for the filters and for the rows."""
        self.filters.set_known(tags, authors)
        self._delegate.names = authors
        self.list.viewport().update()

    def chosen(self, most: int | None = None) -> list[str]:
        """Ids of the chosen notes in the order shown, each once; the first MOST of them."""
        selection: Any = self.list.selectionModel().selection()  # a list, which Qt's stubs leave out
        return self.model.ids_in(sorted((part.top(), part.bottom()) for part in selection), most)

    def choose(self, ids: list[str]) -> None:
        """Choose notes, the first of them as the current one."""
        rows = self.model.rows_of(ids)
        model = self.list.selectionModel()
        for number, row in enumerate(rows):
            how = QItemSelectionModel.SelectionFlag
            if number == 0:
                model.setCurrentIndex(self.model.index(row), how.ClearAndSelect)
            else:
                model.select(self.model.index(row), how.Select)

    def collection_id(self) -> str:
        """Id of the collection shown; empty for all notes and bookmarks."""
        one = self.collections.collection_at(self.shelf.currentIndex())
        return one.id if one else ""

    def set_by_hand(self, by_hand: bool) -> None:
        """Whether rows can be put in order by hand."""
        self.model.is_ordered_by_hand = by_hand
        self.list.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop if by_hand else QAbstractItemView.DragDropMode.DragOnly
        )

    def set_collections_to_offer(self, menu: QMenu) -> None:
        """Fill the menu of 加入摘编本."""
        menu.clear()
        for row in range(self.collections.rowCount()):
            one = self.collections.collection_at(self.collections.index(row))
            if one is not None:
                name = one.name.replace("&", "&&")
                menu.addAction(name, lambda id_=one.id: self.collect_requested.emit(self.chosen(), id_))
        menu.addSeparator()
        menu.addAction(self.tr("新建摘编本…"), lambda: self.collect_requested.emit(self.chosen(), ""))

    def fill_colors(self, menu: QMenu) -> None:
        """Fill the menu of colours."""
        menu.clear()
        for color in HighlightColor:
            menu.addAction(
                self._icons.mark(color), color_name(color), lambda c=color: self.color_requested.emit(self.chosen(), c)
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shelf.scheduleDelayedItemsLayout()  # rows were measured before the window had its style
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape first takes the filter away, then closes."""
        if event.key() == Qt.Key.Key_Escape and self.filters.words.text():
            self.filters.words.clear()
        else:
            super().keyPressEvent(event)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self.go = self._button(self.tr("到正文"), lambda: self._open(self.list.currentIndex()))
        self.color = self._menu_button(self.tr("颜色"), self.fill_colors)
        self.tags = self._button(self.tr("标签…"), lambda: self.tags_requested.emit(self.chosen()))
        self.collect = self._menu_button(self.tr("加入摘编本"), self.set_collections_to_offer)
        self.take_out = self._button(self.tr("移出本册"), lambda: self.take_out_requested.emit(self.chosen()))
        self.export = self._button(self.tr("导出…"), lambda: self.export_requested.emit(self.chosen()))
        self.delete = self._button(self.tr("删除"), lambda: self.delete_requested.emit(self.chosen()))
        self.new = QToolButton(self)
        self.new.setText(self.tr("＋ 新建摘编本"))
        self.new.clicked.connect(lambda: self.collect_requested.emit([], ""))
        self.rename = QToolButton(self)
        self.rename.setText(self.tr("改名"))
        self.rename.clicked.connect(lambda: self.shelf.edit(self.shelf.currentIndex()))
        self.drop = QToolButton(self)
        self.drop.setText(self.tr("删除本册"))
        for button in (self.new, self.rename, self.drop):
            button.setAccessibleName(button.text())

    def _arrange(self) -> None:
        gap = self.fontMetrics().height()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shelf, 1)
        column.addWidget(self.new)
        below = QHBoxLayout()
        below.addWidget(self.rename)
        below.addWidget(self.drop)
        below.addStretch(1)
        column.addLayout(below)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(left)
        parts.addWidget(self.list)
        parts.setStretchFactor(1, 1)
        parts.setSizes([gap * SHELF, gap * (SIZE[0] - SHELF)])
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        for button in (self.go, self.color, self.tags, self.collect, self.take_out, self.export, self.delete):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap // 2)
        layout.addWidget(self.filters)
        layout.addWidget(parts, 1)
        layout.addLayout(buttons)
        fit(self, gap * SIZE[0], gap * SIZE[1])

    def _connect(self) -> None:
        self.list.activated.connect(self._open)
        self.list.delete_pressed.connect(lambda: self.delete_requested.emit(self.chosen()))
        self.list.step_pressed.connect(lambda step: self.step_requested.emit(self.chosen(), step))
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._set_available())
        self.shelf.selectionModel().currentChanged.connect(lambda *_: self._set_available())
        self.model.modelReset.connect(self._set_available)
        self.model.modelReset.connect(self._size_headings)
        for keys, signal in (
            (QKeySequence.StandardKey.Undo, self.undo_requested),
            ("Ctrl+Shift+Z", self.redo_requested),
        ):
            QShortcut(QKeySequence(keys), self, signal.emit)
        QShortcut(QKeySequence.StandardKey.Find, self, self.filters.words.setFocus)

    def _set_available(self) -> None:
        some = bool(self.list.selectionModel().selection().count())
        in_collection = bool(self.collection_id())
        for button in (self.go, self.color, self.tags, self.collect, self.delete):
            button.setEnabled(some)
        self.export.setEnabled(self.model.rowCount() > 0)
        self.take_out.setVisible(in_collection)
        self.take_out.setEnabled(some)
        self.rename.setEnabled(in_collection)
        self.drop.setEnabled(in_collection)

    def _size_rows(self) -> None:
        font = self.list.font()
        heights = self._delegate.row_height(font), self._delegate.heading_height(font)
        if heights != self._heights:  # a hundred thousand rows are not measured anew for another colour
            self._heights = heights
            self.list.set_row_height(heights[0])
            self._size_headings()

    def _size_headings(self) -> None:
        self.list.set_headings(self.model.headings(), self._heights[1])

    def _open(self, index: QModelIndex) -> None:
        identity = index.data(ID_ROLE)
        if identity:
            self.open_requested.emit(identity)

    def _button(self, words: str, deed: Any) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _menu_button(self, words: str, fill: Any) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        return button


class NotesList(QTableView):
    """Rows of one height; what is dragged goes to a collection or, in one, to another place.

    A table of one column, because a QListView looks at every row to lay itself out, and a QTableView at none.
    """

    delete_pressed = Signal()
    step_pressed = Signal(int)  # Alt+Up: -1, Alt+Down: 1

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._low: list[int] = []  # rows that are headings
        self.setAccessibleName(self.tr("笔记列表"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setDragDropOverwriteMode(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDropIndicatorShown(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def set_row_height(self, height: int) -> None:
        """Let every row be so high (pixels)."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)

    def set_headings(self, rows: Sequence[int], height: int) -> None:
        """Let these rows be lower (pixels): where there are very many they stay as high as the others."""
        header = self.verticalHeader()
        for row in self._low:  # Qt keeps the heights of rows that are others now
            if row < header.count():
                header.resizeSection(row, header.defaultSectionSize())
        self._low = list(rows) if len(rows) <= MOST_HEADINGS else []
        for row in self._low:
            header.resizeSection(row, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.step_pressed.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _shelf(model: CollectionsModel, parent: QWidget) -> QListView:
    shelf = QListView(parent)
    shelf.setModel(model)
    shelf.setObjectName("shelf")
    shelf.setFrameShape(QListView.Shape.NoFrame)
    shelf.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
    shelf.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
    shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shelf.setCurrentIndex(model.index(0))
    return shelf
