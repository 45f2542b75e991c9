"""How the window asks for work: `run` a change, `ask` a question, `start` something long. It never waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from zbreader.model.message import Message
from zbreader.services.jobs import Job
from zbreader.ui.worker import Lane, Outcome, Worker

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]

PROGRESS_EVERY = 0.05  # seconds between two told steps: more would only keep the window busy


class Task(QObject):
    """One long piece of work that is under way."""

    progressed = Signal(int, int, object)  # done, total (0: unknown), Message | None
    finished = Signal()  # done, failed or cancelled; told before the callbacks

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.job = Job(self._tell)
        self._told = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; it ends with Cancelled at its next report."""
        self.job.cancel()

    def _tell(self, done: int, total: int, doing: Message | None) -> None:
        now = time.monotonic()
        if now - self._told >= PROGRESS_EVERY or (total and done >= total):
            self._told = now
            self.progressed.emit(done, total, doing)


class Operations(QObject):
    """The window's only way to the services: no call of theirs runs on the thread that draws."""

    failed = Signal(object)  # an exception for which the caller had no `on_error`
    changed = Signal()  # a change was made (or tried): undo and redo may have other names now
    started = Signal(object)  # Task

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._newest: dict[str, int] = {}
        self._tasks: set[Task] = set()

    @property
    def tasks(self) -> frozenset[Task]:
        """What is under way."""
        return frozenset(self._tasks)

    def run(self, call: Callable[[], Any], *, on_done: Done | None = None, on_error: Failed | None = None) -> None:
        """Make a change; changes are made one after another, in this order."""

        def receive(outcome: Outcome) -> None:
            self.changed.emit()
            self._deliver(outcome, on_done, on_error)

        self._worker.submit(Lane.WRITE, call, receive)

    def ask(
        self, call: Callable[[], Any], *, on_done: Done, on_error: Failed | None = None, key: str | None = None
    ) -> None:
        """Ask a question. Of questions with one KEY only the newest is answered."""
        if key is None:
            self._worker.submit(Lane.READ, call, lambda outcome: self._deliver(outcome, on_done, on_error))
            return
        number = self._newest[key] = self._newest.get(key, 0) + 1

        def call_if_wanted() -> Any:
            return call() if self._newest[key] == number else None

        def receive(outcome: Outcome) -> None:
            if self._newest[key] == number:
                self._deliver(outcome, on_done, on_error)

        self._worker.submit(Lane.READ, call_if_wanted, receive)

    def forget(self, key: str) -> None:
        """The answer to the newest question of KEY is no longer wanted."""
        self._newest[key] = self._newest.get(key, 0) + 1

    def start(
        self, call: Callable[[Job], Any], title: str, *, on_done: Done | None = None, on_error: Failed | None = None
    ) -> Task:
        """Begin something long; the returned Task tells its progress and can be cancelled."""
        task = Task(title, self)
        self._tasks.add(task)

        def receive(outcome: Outcome) -> None:
            self._tasks.discard(task)
            task.finished.emit()
            self.changed.emit()
            self._deliver(outcome, on_done, on_error)
            task.deleteLater()

        self._worker.submit(Lane.LONG, lambda: call(task.job), receive)
        self.started.emit(task)
        return task

    def behind(self, call: Callable[[], Any], *, on_done: Done, on_error: Failed | None = None) -> None:
        """Do something on the long lane that nobody asked for and nobody needs to see."""
        self._worker.submit(Lane.LONG, call, lambda outcome: self._deliver(outcome, on_done, on_error))

    def cancel_all(self) -> None:
        """Ask everything that is under way to stop."""
        for task in self._tasks:
            task.cancel()

    def _deliver(self, outcome: Outcome, on_done: Done | None, on_error: Failed | None) -> None:
        if outcome.error is None:
            if on_done is not None and _is_alive(on_done):
                on_done(outcome.value)
        elif on_error is None:
            self.failed.emit(outcome.error)
        elif _is_alive(on_error):
            on_error(outcome.error)


def _is_alive(callback: Callable[[Any], None]) -> bool:
    """False when CALLBACK belongs to a widget that was closed while the work was done."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)
