"""The QActions of a window and its menus, made from what the files of this room say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from zbreader.ui.actions import edit_menu, file_menu, help_menu, notes_menu, view_menu
from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, MenuSpec, said

MENUS = (file_menu.MENU, edit_menu.MENU, view_menu.MENU, notes_menu.MENU, help_menu.MENU)
ACTIONS = tuple(spec for menu in MENUS for spec in menu.all_actions())
ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Actions(QObject):
    """The QActions of a window, by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.specs = {spec.name: spec for spec in ACTIONS}
        self._actions = {spec.name: _made(spec, window) for spec in ACTIONS}
        self.submenus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[ActionSpec]:
        return iter(ACTIONS)

    def connect_all(self, slots: dict[str, Callable[..., Any]]) -> None:
        """Connect actions by name; those that can be checked tell whether they are, the others tell nothing."""
        for name, slot in slots.items():
            action = self._actions[name]
            if action.isCheckable():
                action.toggled.connect(slot)
            else:
                action.triggered.connect(lambda _checked=False, slot=slot: slot())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus; those inside them can be had from `submenus` by name."""
        for spec in MENUS:
            self._fill(bar.addMenu(said(spec.text)), spec)

    def set_available(self, need: str, available: bool) -> None:
        """Switch everything on or off that needs an article, an issue or a selection."""
        for name, spec in self.specs.items():
            if spec.needs == need:
                self._actions[name].setEnabled(available)

    def _fill(self, menu: QMenu, spec: MenuSpec) -> None:
        inside = {one.name: one for one in spec.menus}
        for entry in spec.entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in inside:
                self.submenus[entry] = menu.addMenu(said(inside[entry].text))
                self._fill(self.submenus[entry], inside[entry])
            else:
                menu.addAction(self._actions[entry])


def _made(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(said(spec.text), window)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setEnabled(not spec.needs)
    action.setMenuRole(ROLES.get(spec.name, QAction.MenuRole.NoRole))
    window.addAction(action)
    return action
