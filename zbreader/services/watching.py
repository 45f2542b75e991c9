"""What another program did to the library while this one had it open."""

from __future__ import annotations

import threading

from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.store import contents
from zbreader.store.contents import State
from zbreader.store.database import Database


class Watching:
    """Asked from time to time, it publishes what others changed. One call at a time; thread-safe."""

    def __init__(self, database: Database, events: Events) -> None:
        self._database = database
        self._events = events
        self._lock = threading.Lock()
        self._own = Changes()
        self._own_lock = threading.Lock()
        self._version = -1
        self._state: State | None = None
        self._publishing = False
        self._unsubscribe = events.subscribe(self._on_own)

    def close(self) -> None:
        """Listen no more."""
        self._unsubscribe()

    def look(self) -> Changes:
        """What others changed since the last call, which is published too; the first call only looks around.

        Costs next to nothing while nobody writes (SQLite's `data_version`).
        """
        with self._lock:
            # What is published from now on may be in the state that is read, or not yet: it stays for the next time.
            with self._own_lock:
                own, self._own = self._own, Changes()
            with self._database.watched() as connection:
                version = int(connection.execute("PRAGMA data_version").fetchone()[0])
                if version == self._version and self._state is not None:
                    return Changes()
                state = contents.state(connection)
            before, self._state, self._version = self._state, state, version
            if before is None:
                return Changes()
            changes = Changes(
                issues=_differing(before.issues, state.issues) - own.issues,
                annotations=_differing(before.annotations, state.annotations) - own.annotations,
            )
            self._publishing = True
            try:
                self._events.publish(changes)
            finally:
                self._publishing = False
            return changes

    def _on_own(self, changes: Changes) -> None:
        if not self._publishing:
            with self._own_lock:
                self._own |= changes


def _differing(before: dict[str, object], after: dict[str, object]) -> frozenset[str]:
    return frozenset(id_ for id_ in before.keys() | after.keys() if before.get(id_) != after.get(id_))
