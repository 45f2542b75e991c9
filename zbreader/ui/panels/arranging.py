"""Arranges the panels of a window as its menu says: where each stands, and whether they can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zbreader.ui.panels.docks import PLACES, RIGHT
from zbreader.ui.settings import keys
from zbreader.ui.widgets.choice_menu import fill_choices

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow

INSIDE = "library"  # where results stand when they have no panel of their own


class PanelArranging(QObject):
    """Belongs to one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._results_apart = False
        window.actions_by_name.connect_all(
            {
                "swap_panels": window.panels.swap,
                "unlock_panels": window.panels.unlock,
                "reset_panels": self.reset,
            }
        )
        for name in ("library", "notes", "results"):
            menu = window.actions_by_name.submenus[f"<{name}_place>"]
            menu.aboutToShow.connect(lambda name=name: self._fill(name))
        window.sidebar.results_wanted.connect(self._on_results_wanted)
        if window.services.settings.get(keys.RESULTS_APART, False) is True:
            self._set_apart(True)

    def put(self, name: str, place: str) -> None:
        """Put a panel left, right or below, or the results into the library's panel."""
        if name == "results":
            self._set_apart(place != INSIDE)
            settings = self._window.services.settings
            self._window.operations.run(lambda: settings.set(keys.RESULTS_APART, place != INSIDE))
        if place in PLACES:
            self._window.panels.put(name, place)

    def place(self, name: str) -> str:
        """Where a panel stands."""
        if name == "results" and not self._results_apart:
            return INSIDE
        return self._window.panels.place(name)

    def reset(self) -> None:
        """Everything where it is at the first start."""
        self.put("results", INSIDE)
        self._window.panels.reset()

    def _fill(self, name: str) -> None:
        labels = {"left": self.tr("左边"), "right": self.tr("右边"), "bottom": self.tr("下边")}
        if name == "results":
            labels = {INSIDE: self.tr("目录的位置上"), **labels}
        fill_choices(
            self._window.actions_by_name.submenus[f"<{name}_place>"],
            labels,
            self.place(name),
            lambda place: self.put(name, place),
        )

    def _set_apart(self, on: bool) -> None:
        window = self._window
        if on == self._results_apart:
            return
        self._results_apart = on
        window.sidebar.set_apart(on)
        if on and window.panels.has("results"):
            window.panels.hold("results", window.search_panel)
        elif on:
            title = self.tr("搜索结果")
            window.panels.add("results", title, window.search_panel, RIGHT, shown=False)
        if on:
            window.panels.set_shown("results", window.sidebar.is_searching())
        else:
            window.panels.set_shown("results", False)
            window.sidebar.set_results(window.search_panel)

    def _on_results_wanted(self, wanted: bool) -> None:
        self._window.panels.set_shown("results", wanted)
