"""Threads for everything that may take time: the window only ever waits for a signal.

Three lanes, each one thread that does one thing after another: what is written keeps its order, a question never waits
behind an import of five hundred issues, and an import never waits for a question.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from enum import Enum
from itertools import count
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid


class Lane(str, Enum):
    """Which thread does it."""

    WRITE = "write"  # changes, in the order in which they were asked for
    READ = "read"  # questions
    LONG = "long"  # imports, merges, rebuilding: minutes


class Outcome(NamedTuple):
    """What a call gave: its value, or the exception it ended with."""

    value: Any = None
    error: BaseException | None = None


Call = Callable[[], Any]
Receive = Callable[[Outcome], None]


class Worker(QObject):
    """Runs calls on its lanes and hands their outcomes to the thread that it was made on (the window's)."""

    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)
        self._queues: dict[Lane, queue.SimpleQueue[int | None]] = {}
        # Kept here until their outcome is received: a closure may hold the last reference to a widget, and whatever
        # thread drops that one destroys the widget.
        self._asked: dict[int, tuple[Call, Receive]] = {}
        self._numbers = count()
        self._threads: dict[Lane, threading.Thread] = {}
        self._stopped = False

    def submit(self, lane: Lane, call: Call, receive: Receive) -> None:
        """Do CALL on LANE, then RECEIVE its outcome on this object's thread. After `stop` nothing is done any more."""
        if self._stopped:
            return
        if lane not in self._threads:
            self._start(lane)
        number = next(self._numbers)
        self._asked[number] = (call, receive)
        self._queues[lane].put(number)

    def stop(self, patience: float = 5.0) -> bool:
        """Finish what is queued, give up on what lasts longer than PATIENCE seconds; True when all lanes are done."""
        self._stopped = True
        for lane_queue in self._queues.values():
            lane_queue.put(None)
        for thread in self._threads.values():
            thread.join(patience)
        return not any(thread.is_alive() for thread in self._threads.values())

    def _start(self, lane: Lane) -> None:
        self._queues[lane] = queue.SimpleQueue()
        # A daemon: a disk that never answers must not keep the program from ending.
        thread = threading.Thread(
            target=self._work, args=(self._queues[lane],), name=f"zbreader-{lane.value}", daemon=True
        )
        self._threads[lane] = thread
        thread.start()

    def _work(self, lane_queue: queue.SimpleQueue[int | None]) -> None:
        while (number := lane_queue.get()) is not None:
            outcome = _outcome_of(self._asked[number][0])
            if not self._stopped and isValid(self):
                self._came_back.emit((number, outcome))

    @Slot(object)
    def _on_came_back(self, item: tuple[int, Outcome]) -> None:
        number, outcome = item
        _, receive = self._asked.pop(number)
        if not self._stopped:
            receive(outcome)


def _outcome_of(call: Call) -> Outcome:
    try:
        return Outcome(value=call())
    except BaseException as error:  # whatever it was, it is told on the window's thread, never lost here
        return Outcome(error=error)
