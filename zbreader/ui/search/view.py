"""The list of results."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu, QWidget

from zbreader.ui.search.delegate import ResultDelegate
from zbreader.ui.search.model import ResultsModel
from zbreader.ui.search.rows import HEADINGS, HitRow, MoreNotesRow, MoreRow, NoteRow
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.row_menu import RowMenu


class ResultsView(QListView):
    """Enter or a click opens a hit at its first place, or a note, or brings more of them."""

    hit_requested = Signal(object)  # Hit
    note_requested = Signal(object)  # NoteHit
    more_requested = Signal()
    more_notes_requested = Signal()

    def __init__(self, model: ResultsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = ResultDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("搜索结果"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        model.modelReset.connect(self._on_model_reset)
        self.row_menu = RowMenu(self, self.menu_for)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._delegate.theme = theme
        self.viewport().update()

    def choose_first(self) -> None:
        """Make the first result the current one (for the keyboard), when there is one."""
        for number in range(self._model.rowCount()):
            index = self._model.index(number)
            if not isinstance(self._model.row_at(index), HEADINGS):
                self.setCurrentIndex(index)
                return

    def activate_current(self) -> None:
        """Do what Enter does."""
        self._on_clicked(self.currentIndex())

    def menu_for(self, index: QModelIndex) -> QMenu | None:
        """What can be done with a result; None for a heading."""
        row = self._model.row_at(index)
        if not isinstance(row, HitRow | NoteRow):
            return None
        found = row.hit if isinstance(row, HitRow) else row.note
        menu = QMenu(self)
        menu.addAction(self.tr("打开"), lambda: self._on_clicked(index))
        menu.addAction(self.tr("复制这段文字"), lambda: QApplication.clipboard().setText(found.snippet.text))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activate_current()
            return
        super().keyPressEvent(event)

    def _on_model_reset(self) -> None:
        if self.hasFocus():
            self.choose_first()

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        if isinstance(row, HitRow):
            self.hit_requested.emit(row.hit)
        elif isinstance(row, NoteRow):
            self.note_requested.emit(row.note)
        elif isinstance(row, MoreNotesRow):
            self.more_notes_requested.emit()
        elif isinstance(row, MoreRow):
            self.more_requested.emit()
