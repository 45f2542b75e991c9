"""Loads the word list once someone has searched or gone for a word, so that nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from zbreader.ui.worker import Lane, Outcome

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow

IDLE = 1500  # milliseconds after the first answer


class Warming(QObject):
    """Belongs to one window. Until the words are there, a double click takes a character."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._has_begun = False
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self.begin)
        window.search.told.connect(self._on_told)
        window.pane.words_wanted.connect(self.begin)

    def begin(self) -> None:
        """Load now, beside everything else; does nothing the second time."""
        if not self._has_begun:
            self._has_begun = True
            services = self._window.services
            # No task of its own in the bar: nobody asked for it, and nobody waits.
            self._window.worker.submit(Lane.LONG, lambda: services.wording.warm(), self._on_warm)

    def _on_told(self, sentence: str) -> None:
        if sentence and not self._has_begun:
            self._idle.start()

    def _on_warm(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._window.operations.failed.emit(outcome.error)
        else:
            self._window.pane.set_words(self._window.services.wording.word_at)
