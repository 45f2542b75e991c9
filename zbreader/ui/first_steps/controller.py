"""Watches what a newcomer does and ticks it off; what was done is remembered, and so is that the card was closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from zbreader.ui.first_steps.card import STEPS, StepsCard
from zbreader.ui.settings import keys

if TYPE_CHECKING:
    from zbreader.model.issue import IssueSummary
    from zbreader.ui.main_window import MainWindow


class FirstSteps(QObject):
    """Belongs to one window. The card comes with the first, empty library, and from the menu of help."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        kept = window.services.settings.get(keys.FIRST_STEPS)
        self.done = {name for name in STEPS if isinstance(kept, list) and name in kept}
        self._is_wanted = isinstance(kept, list) and len(self.done) < len(STEPS)
        if window.services.settings.get(keys.FIRST_STEPS_CLOSED, False) is True:
            self._is_wanted = False
        self.card = StepsCard(window.sidebar)
        self.card.show_done(self.done)
        window.sidebar.set_foot(self.card)
        self._show()
        self._connect()

    def open(self) -> None:
        """Show the card, whatever was done."""
        self._window.actions_by_name["show_library"].setChecked(True)
        self._set_wanted(True)

    def tick(self, name: str) -> None:
        """A step was done. Nothing is kept for those who never saw the card."""
        if name in self.done or not self._is_wanted:
            return
        self.done.add(name)
        self.card.show_done(self.done)
        settings, kept = self._window.services.settings, [one for one in STEPS if one in self.done]
        self._window.operations.run(lambda: settings.set(keys.FIRST_STEPS, kept))

    def _connect(self) -> None:
        window = self._window
        window.actions_by_name.connect_all({"first_steps": self.open})
        window.library.loaded.connect(self._on_loaded)
        window.open.opened.connect(lambda *_: self.tick("read"))
        window.pane.highlight_requested.connect(lambda *_: self.tick("mark"))
        window.pane.note_requested.connect(lambda *_: self.tick("mark"))  # it marks what it is about
        window.panel.note_edited.connect(lambda _id, text: self.tick("note") if text.strip() else None)
        window.search.found.connect(lambda found: self.tick("search") if found else None)
        window.search.searching.connect(lambda _on: self._show())
        window.deeds.written.connect(lambda: self.tick("export"))
        self.card.closed.connect(lambda: self._set_wanted(False))
        self.card.step_requested.connect(self._on_step_requested)

    def _on_loaded(self, issues: list[IssueSummary]) -> None:
        settings = self._window.services.settings
        self.card.set_empty(not issues)
        if not issues and settings.get(keys.FIRST_STEPS) is None and not settings.get(keys.FIRST_STEPS_CLOSED, False):
            self._is_wanted = True
            self._show()

    def _on_step_requested(self, name: str) -> None:
        window = self._window
        self.card.explain(name)
        if name == "search":
            window.deeds.search()
        elif name == "export":
            window.deeds.export("", "")
        elif not window.open.id:
            window.deeds.open_sample()
        elif name != "read":
            window.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_wanted(self, wanted: bool) -> None:
        self._is_wanted = wanted
        self._show()
        settings = self._window.services.settings
        self._window.operations.run(lambda: settings.set(keys.FIRST_STEPS_CLOSED, not wanted))

    def _show(self) -> None:
        """Results of a search need the room that the card takes."""
        self.card.setVisible(self._is_wanted and not self._window.search.query)
