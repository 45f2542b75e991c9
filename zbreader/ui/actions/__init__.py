"""Everything that can be done in the window: a file for each menu says what, `window_actions` makes QActions of it."""

from zbreader.ui.actions.spec import CONTEXT, SEPARATOR, ActionSpec, MenuSpec, menu, said
from zbreader.ui.actions.window_actions import ACTIONS, MENUS, Actions

__all__ = ["ACTIONS", "CONTEXT", "MENUS", "SEPARATOR", "ActionSpec", "Actions", "MenuSpec", "menu", "said"]
