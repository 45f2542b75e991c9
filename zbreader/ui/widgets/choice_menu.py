"""A menu of which one entry holds: filled when it is opened, ticked at what holds now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu


def fill_choices(menu: QMenu, labels: Mapping[str, str], current: str, choose: Callable[[str], None]) -> None:
    """Make MENU anew: an entry for each of LABELS (by name), CURRENT ticked; the one that is taken goes to CHOOSE."""
    menu.clear()
    group = QActionGroup(menu)
    for name, label in labels.items():
        action = menu.addAction(label)
        action.setCheckable(True)
        action.setChecked(name == current)
        action.triggered.connect(lambda _checked=False, name=name: choose(name))
        group.addAction(action)
