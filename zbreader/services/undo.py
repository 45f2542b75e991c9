"""Undo and redo: a stack of named steps, each of which knows how to go back and forth."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from zbreader.model.message import Message
from zbreader.services.changes import Changes
from zbreader.services.events import Events


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did. `backward` and `forward` write to the store and say what changed."""

    name: Message
    backward: Callable[[], Changes]
    forward: Callable[[], Changes]
    key: str = ""  # steps of one key that follow each other are one: what a person typed in one go


class UndoStack:
    """The steps of this session, newest last. Thread-safe; publishes what undoing and redoing changed."""

    def __init__(self, events: Events, limit: int = 200) -> None:
        self._events = events
        self._limit = limit
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._lock = threading.RLock()

    def do(self, step: Step) -> None:
        """Do a step for the first time: go forward, remember it, publish what changed. One that raises is not kept."""
        changes = step.forward()
        self.push(step)
        self._events.publish(changes)

    def push(self, step: Step) -> None:
        """Remember a step that was just done; what was undone before it can no longer be redone."""
        with self._lock:
            if step.key and not self._undone and self._done and self._done[-1].key == step.key:
                step = replace(step, backward=self._done.pop().backward)
            self._done.append(step)
            del self._done[: -self._limit]
            self._undone.clear()

    def clear(self) -> None:
        """Forget all steps: the library has other content now."""
        with self._lock:
            self._done.clear()
            self._undone.clear()

    @property
    def undo_name(self) -> Message | None:
        """Name of the step that `undo` would take back."""
        return self._done[-1].name if self._done else None

    @property
    def redo_name(self) -> Message | None:
        """Name of the step that `redo` would do again."""
        return self._undone[-1].name if self._undone else None

    def undo(self) -> Changes:
        """Take the newest step back; nothing happens when there is none. A step that fails stays where it was."""
        with self._lock:
            if not self._done:
                return Changes()
            changes = self._done[-1].backward()
            self._undone.append(self._done.pop())
        self._events.publish(changes)
        return changes

    def redo(self) -> Changes:
        """Do the step that was undone last again."""
        with self._lock:
            if not self._undone:
                return Changes()
            changes = self._undone[-1].forward()
            self._done.append(self._undone.pop())
        self._events.publish(changes)
        return changes
