"""From the services' events, told on any thread, to Qt's signals, told on the window's."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from zbreader.services.changes import Changes
from zbreader.services.events import Events


class Bridge(QObject):
    """One listener of `events`; each signal carries ids of its own kind (frozenset[str]) and is silent without."""

    changed = Signal(object)  # Changes, before the finer ones
    issues_changed = Signal(object)
    articles_changed = Signal(object)
    annotations_changed = Signal(object)
    settings_changed = Signal(object)  # keys
    collections_changed = Signal(object)
    sessions_changed = Signal(object)

    _arrived = Signal(object)

    def __init__(self, events: Events, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = events.subscribe(self._arrived.emit)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    @Slot(object)
    def _on_arrived(self, changes: Changes) -> None:
        self.changed.emit(changes)
        for signal, ids in (
            (self.issues_changed, changes.issues),
            (self.articles_changed, changes.articles),
            (self.annotations_changed, changes.annotations),
            (self.settings_changed, changes.settings),
            (self.collections_changed, changes.collections),
            (self.sessions_changed, changes.sessions),
        ):
            if ids:
                signal.emit(ids)
