"""Searches that a person keeps: the menu that saves, runs and removes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from zbreader.model.search import SavedSearch, SearchOptions, SearchOrder

if TYPE_CHECKING:
    from zbreader.services.saved_searches import SavedSearches
    from zbreader.ui.main_window import MainWindow


class SavedMenu(QMenu):
    """Filled each time it opens. Saving and removing are changes like any other: they can be undone."""

    def __init__(self, window: MainWindow, saved: Callable[[], SavedSearches], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._saved = saved  # asked for when the menu first opens: no part of the start
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show what is saved now."""
        self.clear()
        query = self._window.search.query
        keep = self.addAction(self.tr("存下这次搜索…"), self.ask_name)
        keep.setEnabled(bool(query))
        found = self._saved().all()
        if not found:
            return
        self.addSeparator()
        for one in found:
            self._entry(self, one).triggered.connect(lambda _checked=False, one=one: self.recall(one))
        self.addSeparator()
        removing = self.addMenu(self.tr("移除"))
        for one in found:
            self._entry(removing, one).triggered.connect(lambda _checked=False, one=one: self.remove(one))

    def ask_name(self) -> None:
        """Ask under which name the search is to be kept."""
        query, options = self._window.search.query, self._window.search.options
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("存下搜索"))
        dialog.setLabelText(self.tr("名称（同名的会被替换）"))
        dialog.setTextValue(query)
        dialog.textValueSelected.connect(lambda name: self.save(name, query, options))
        dialog.open()

    def save(self, name: str, query: str, options: SearchOptions) -> None:
        """Keep a query and how it is asked under a name."""
        self._window.operations.run(
            lambda: self._saved().save(name, query, options),
            on_done=lambda saved: self._window.notice.tell(self.tr("已存下“{name}”。").format(name=saved.name)),
        )

    def recall(self, saved: SavedSearch) -> None:
        """Search for what was saved, in the way in which it was."""
        panel = self._window.search_panel
        panel.dated.setChecked(saved.options.order is SearchOrder.DATE)
        panel.variants.setChecked(saved.options.variants)
        self._window.sidebar.search_for(saved.query)
        self._window.search.search_now()

    def recall_named(self, name: str) -> None:
        """Search for what was saved under NAME, if there is such a search."""
        for saved in self._saved().all():
            if saved.name == name:
                self.recall(saved)

    def remove(self, saved: SavedSearch) -> None:
        """Forget a saved search; the notice offers to undo it."""
        window = self._window

        def tell(_value: object) -> None:
            window.notice.tell(
                self.tr("已移除“{name}”。").format(name=saved.name),
                action=self.tr("撤销"),
                act=lambda: window.operations.run(window.services.undo.undo),
            )

        window.operations.run(lambda: self._saved().remove(saved.name), on_done=tell)

    def _entry(self, menu: QMenu, saved: SavedSearch) -> QAction:
        action = menu.addAction(saved.name.replace("&", "&&"))
        action.setToolTip(saved.query)
        return action
