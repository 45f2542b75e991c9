"""How services tell what happened, without knowing who listens."""

from __future__ import annotations

import threading
from collections.abc import Callable

from zbreader.services.changes import Changes

Listener = Callable[[Changes], None]


class Events:
    """A list of listeners. Listeners are called on the thread that publishes; ui/bridge takes them to Qt's."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call LISTENER with every Changes from now on; the returned function ends it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, changes: Changes) -> None:
        """Tell every listener; an empty Changes tells nobody."""
        if not changes:
            return
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(changes)
