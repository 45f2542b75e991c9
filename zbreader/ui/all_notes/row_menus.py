"""Context menus of all notes: what the buttons below the list and the shelf do, where the hand is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from zbreader.ui.annotations.notes_model import ID_ROLE
from zbreader.ui.widgets.row_menu import RowMenu

if TYPE_CHECKING:
    from zbreader.ui.all_notes.window import AllNotesWindow


class NotesMenus:
    """The menus of one window: `list` for its notes, `shelf` for its collections."""

    def __init__(self, notes: AllNotesWindow) -> None:
        self._notes = notes
        self.list = RowMenu(notes.list, self.of_note)
        self.shelf = RowMenu(notes.shelf, self.of_collection)

    def of_note(self, index: QModelIndex) -> QMenu | None:
        """For the chosen notes, or for the one at INDEX when it is not among them; None on a heading."""
        notes = self._notes
        if not index.data(ID_ROLE):
            return None
        if not notes.list.selectionModel().isSelected(index):
            notes.list.setCurrentIndex(index)
        menu = QMenu(notes)
        _add(menu, notes.go)
        menu.addSeparator()
        for button, fill in ((notes.color, notes.fill_colors), (notes.collect, notes.set_collections_to_offer)):
            fill(menu.addMenu(button.text()))
        _add(menu, notes.tags)
        menu.addSeparator()
        _add(menu, notes.export)
        if notes.collection_id():
            _add(menu, notes.take_out)
        _add(menu, notes.delete)
        return menu

    def of_collection(self, index: QModelIndex) -> QMenu | None:
        """For a collection; for all notes and bookmarks only a new one can be made."""
        notes = self._notes
        if index != notes.shelf.currentIndex():
            notes.shelf.setCurrentIndex(index)
        menu = QMenu(notes)
        for button in (notes.rename, notes.drop) if notes.collection_id() else ():
            _add(menu, button)
        _add(menu, notes.new)
        return menu


def _add(menu: QMenu, button: QPushButton | QToolButton) -> None:
    menu.addAction(button.text(), button.click)
