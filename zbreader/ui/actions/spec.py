"""What an action and a menu are as data, and how their words are said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

CONTEXT = "actions"  # tools/i18n.py collects the words of ActionSpec and menu() into it
SEPARATOR = ""


class ActionSpec(NamedTuple):
    """One action. `text` stands in the menu; `keys` are portable sequences (the first is shown); `icon` is a name."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs: str = ""  # "article", "issue", "selection": without it the action is off


class MenuSpec(NamedTuple):
    """One menu. `entries` are names, in the menu's order: of `actions`, SEPARATOR between groups, of `menus`."""

    name: str
    text: str
    entries: tuple[str, ...]
    actions: tuple[ActionSpec, ...] = ()
    menus: tuple[MenuSpec, ...] = ()

    def all_actions(self) -> Iterator[ActionSpec]:
        """The actions of this menu and of those inside it, in the order in which they are seen."""
        actions = {spec.name: spec for spec in self.actions}
        inside = {spec.name: spec for spec in self.menus}
        for entry in self.entries:
            if entry in actions:
                yield actions[entry]
            elif entry in inside:
                yield from inside[entry].all_actions()


def menu(name: str, text: str, *entries: ActionSpec | MenuSpec | str) -> MenuSpec:
    """A menu of actions, SEPARATORs and menus inside it; one without entries is filled when the program runs."""
    return MenuSpec(
        name,
        text,
        tuple(entry if isinstance(entry, str) else entry.name for entry in entries),
        tuple(entry for entry in entries if isinstance(entry, ActionSpec)),
        tuple(entry for entry in entries if isinstance(entry, MenuSpec)),
    )


def said(text: str) -> str:
    """A text of a spec in the language spoken."""
    return QCoreApplication.translate(CONTEXT, text)
