"""The panel beside the page: the article's notes, a filter over them, and the editor of the chosen one under them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.mark import HighlightColor
from zbreader.model.person import Person, told_apart
from zbreader.model.selector import AnchorState
from zbreader.ui.annotations.measures import panel_measures
from zbreader.ui.annotations.note_delegate import NoteDelegate
from zbreader.ui.annotations.note_editor import NoteEditor
from zbreader.ui.annotations.notes_filter import NotesFilter
from zbreader.ui.annotations.notes_model import ID_ROLE, PLACED_ROLE, NotesModel, plain_text
from zbreader.ui.reading.color_names import color_name
from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.row_menu import RowMenu


class NotesPanel(QWidget):
    """Asks by signals, shows what `set_notes` brings. Typing is told by itself; `commit` tells it at once."""

    annotation_activated = Signal(str)  # id: show it on the page
    note_edited = Signal(str, str)  # id, text
    tags_edited = Signal(str, list)  # id, tags
    color_changed = Signal(str, object, object)  # id, HighlightColor, MarkStyle
    delete_requested = Signal(str)  # id
    left = Signal()  # Escape in the editor: back to the page

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("笔记"))
        self.model = NotesModel(self)
        self.filter = NotesFilter(self)
        self.filter.setSourceModel(self.model)
        self.list = _NotesList(self)
        self._delegate = NoteDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.filter)
        self.editor = NoteEditor(theme, self)
        self.filter_field = QLineEdit(self)
        self._color_button = QToolButton(self)
        self._empty = QLabel(self)
        self._stack = QStackedWidget(self)
        self._known_tags: list[str] = []
        self._told = False  # a row is being chosen from outside: no echo
        self._lay_out()
        self.set_theme(theme)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        self.list.clicked.connect(lambda index: self.annotation_activated.emit(index.data(ID_ROLE)))
        self.list.activated.connect(lambda _index: self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.delete_pressed.connect(self._on_delete_pressed)
        self.row_menu = RowMenu(self.list, self.menu_for)
        self.list.setDragEnabled(True)
        self.filter_field.textChanged.connect(self._on_filter_changed)
        self.editor.left.connect(self.left)
        for signal in ("note_edited", "tags_edited", "color_changed", "delete_requested"):
            getattr(self.editor, signal).connect(getattr(self, signal))

    # -- what the shell calls ------------------------------------------------------------------------------------------

    def set_notes(self, notes: Iterable[PlacedAnnotation]) -> None:
        """Show these notes; what is typed and not yet saved, the choice and the scrolling stay."""
        notes = list(notes)
        self.model.set_notes(notes)
        self._offer_tags(notes)
        chosen = next((each for each in notes if each.annotation.id == self.editor.note_id()), None)
        self.editor.show_note(chosen or self._current())
        self._show_state()

    def refresh(self, placed: PlacedAnnotation) -> None:
        """Show one note as it is now."""
        self.model.refresh(placed)
        if self.editor.note_id() == placed.annotation.id:
            self.editor.show_note(placed)

    def select(self, identity: str) -> None:
        """Choose a note, without telling it. A filter that hides it is taken away."""
        row = self.model.row_of(identity)
        if row is None:
            return
        index = self.filter.mapFromSource(self.model.index(row))
        if not index.isValid():
            self.clear_filter()
            index = self.filter.mapFromSource(self.model.index(row))
        self._told = True
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        self._told = False

    def selected_id(self) -> str:
        """Id of the chosen note; empty when none is."""
        return self.editor.note_id() or ""

    def edit(self, identity: str) -> None:
        """Choose a note and put the caret into its text."""
        self.select(identity)
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Tell at once what was typed and not told yet (before closing, exporting …)."""
        self.editor.commit()

    def menu_for(self, index: QModelIndex) -> QMenu:
        """What can be done with a note of the list."""
        identity, placed = index.data(ID_ROLE), index.data(PLACED_ROLE)
        menu = QMenu(self)
        menu.addAction(self.tr("在正文中显示"), lambda: self.annotation_activated.emit(identity))
        menu.addAction(self.tr("写这条笔记"), lambda: self.edit(identity))
        menu.addAction(self.tr("复制原文和笔记"), lambda: QApplication.clipboard().setText(plain_text(placed)))
        menu.addSeparator()
        menu.addAction(self.tr("删除这条标记"), lambda: self.delete_requested.emit(identity))
        return menu

    def set_known_tags(self, tags: list[str]) -> None:
        """The tags to offer while typing, besides those of the notes shown."""
        self._known_tags = list(tags)
        self._offer_tags(self.model.notes())

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in another theme."""
        self._icons = Icons(theme)
        self._delegate.theme = theme
        self.editor.set_theme(theme)
        self._color_button.setIcon(self._icons.icon("highlight"))
        self.list.viewport().update()

    def clear_filter(self) -> None:
        """Show all notes."""
        self.filter_field.clear()
        self.filter.set_author(None)
        self.filter.set_state(None)
        self._set_color(None)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _offer_tags(self, notes: Iterable[PlacedAnnotation]) -> None:
        seen = dict.fromkeys(self._known_tags)
        seen.update((tag, None) for placed in notes for tag in placed.annotation.tags)
        self.editor.tags.set_known(list(seen))

    def _current(self) -> PlacedAnnotation | None:
        found: PlacedAnnotation | None = self.list.currentIndex().data(PLACED_ROLE)
        return found

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        placed = current.data(PLACED_ROLE)
        self.editor.show_note(placed)
        if placed is not None and not self._told and self.list.hasFocus():
            self.annotation_activated.emit(placed.annotation.id)

    def _on_delete_pressed(self) -> None:
        placed = self._current()
        if placed is not None:
            self.delete_requested.emit(placed.annotation.id)

    def _on_filter_changed(self, words: str) -> None:
        self.filter.set_words(words)
        self._show_state()

    def _set_color(self, color: HighlightColor | None) -> None:
        self.filter.set_color(color)
        self._color_button.setIcon(self._icons.mark(color) if color else self._icons.icon("highlight"))
        self._on_narrowed()

    def _narrow(self, narrow: Callable[[], None]) -> None:
        narrow()
        self._on_narrowed()

    def _on_narrowed(self) -> None:
        self._color_button.setDown(self.filter.is_narrow())
        self._show_state()

    def _show_state(self) -> None:
        """Say kindly why nothing is to be seen."""
        if self.filter.rowCount():
            self._stack.setCurrentWidget(self.list)
            return
        if self.model.rowCount():
            self._empty.setText(self.tr("没有符合条件的笔记"))
        else:
            self._empty.setText(self.tr("还没有笔记。\n在正文中选中文字，按 N 写笔记，按 1 至 5 高亮。"))
        self._stack.setCurrentWidget(self._empty)

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill_filter_menu(menu))
        return menu

    def _fill_filter_menu(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("全部笔记"), self.clear_filter)
        menu.addSeparator()
        for color in HighlightColor:
            menu.addAction(self._icons.mark(color), color_name(color), lambda c=color: self._set_color(c))
        menu.addSeparator()
        for state, words in (
            (AnchorState.EXACT, self.tr("位置原样")),
            (AnchorState.REPAIRED, self.tr("位置已修复")),
            (AnchorState.UNPLACED, self.tr("没有找到位置")),
        ):
            menu.addAction(words, lambda s=state: self._narrow(lambda: self.filter.set_state(s)))
        people = [placed.annotation for placed in self.model.notes()]
        authors = told_apart(Person(one.creator_key, one.creator, one.group) for one in people)
        authors |= {key: called for key, called in self.model.writers.names.items() if key in authors}
        if len(authors) > 1:
            menu.addSeparator()
            for author, called in sorted(authors.items(), key=lambda item: (item[1], item[0])):
                words = (called or self.tr("未署名")).replace("&", "&&")
                menu.addAction(words, lambda a=author: self._narrow(lambda: self.filter.set_author(a)))

    def _lay_out(self) -> None:
        measures = panel_measures()
        self.filter_field.setPlaceholderText(self.tr("筛选：文字或 #标签"))
        self.filter_field.setAccessibleName(self.tr("筛选笔记"))
        self.filter_field.setClearButtonEnabled(True)
        self._color_button.setToolTip(self.tr("按颜色、状态、作者筛选"))
        self._color_button.setAccessibleName(self.tr("按颜色、状态、作者筛选"))
        self._color_button.setAutoRaise(True)
        self._color_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._color_button.setIconSize(QSize(measures.swatch, measures.swatch))
        self._color_button.setMenu(self._filter_menu())
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(measures.padding)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._stack.setMinimumHeight(measures.list_height)
        row = QHBoxLayout()
        row.setContentsMargins(measures.padding, measures.gap * 2, measures.gap, measures.gap)
        row.addWidget(self.filter_field, 1)
        row.addWidget(self._color_button)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._stack)
        parts.addWidget(self.editor)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 1)
        parts.setSizes([2 * measures.editor_height, measures.editor_height])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(parts, 1)
        self._show_state()


class _NotesList(QListView):
    """Rows of different heights, laid out in pieces so that a thousand notes do not stop the window."""

    delete_pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("本篇的笔记"))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(30)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
