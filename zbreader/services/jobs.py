"""Long work: how it reports progress and how it is asked to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable

from zbreader.model.errors import Cancelled
from zbreader.model.message import Message

Progress = Callable[[int, int, Message | None], None]  # done, total (0: unknown), what is being done


class Job:
    """One piece of long work. Workers call `report` often; it raises Cancelled once `cancel` was called."""

    def __init__(self, progress: Progress | None = None) -> None:
        self._progress = progress
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop; safe from any thread."""
        self._cancelled.set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def report(self, done: int, total: int = 0, doing: Message | None = None) -> None:
        """Tell how far the work is. Raises Cancelled when the person asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._progress is not None:
            self._progress(done, total, doing)
