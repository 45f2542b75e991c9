"""Watches how long the thread that draws is kept from its events, and what kept it.

A timer ticks on that thread; between two ticks it may not have used more processor time than the limit: processor time,
because a loaded machine may let a thread wait as long as it likes. A second thread looks at what the first is doing
while a tick is overdue, so that a block names its cause.
"""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer

TICK = 2  # milliseconds
LOOKS_EVERY = 0.01  # seconds
DEPTH = 12  # calls of a stack that are kept


@dataclass(frozen=True, slots=True)
class Block:
    """One time the thread was kept. seconds: of processor time; stack: what it was seen doing, the latest look last."""

    seconds: float
    stack: str


def _ended() -> threading.Event:
    over = threading.Event()
    over.set()
    return over


@dataclass
class Watchdog:
    """`start` and `stop` on the thread that draws; then `blocks` are those beyond `limit` (seconds)."""

    limit: float
    longest: float = 0.0
    ticks: int = 0
    blocks: list[Block] = field(default_factory=list)
    _over: threading.Event = field(default_factory=_ended)

    def start(self) -> None:
        """Begin to watch the calling thread."""
        self._watched = threading.get_ident()
        self._used, self._seen = time.thread_time(), ""
        self._over.clear()
        self._tick_at = time.monotonic()
        self._looker = threading.Thread(target=self._look, daemon=True)
        self._looker.start()
        self._timer = QTimer()
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def stop(self) -> None:
        """End it; nothing more when it has ended."""
        if self._over.is_set():
            return
        self._tick()
        self._timer.stop()
        self._over.set()
        self._looker.join()

    def told(self) -> str:
        """The blocks, the longest first."""
        blocks = sorted(self.blocks, key=lambda block: -block.seconds)
        return "\n\n".join(f"{block.seconds * 1000:.0f} ms\n{block.stack}" for block in blocks)

    def _tick(self) -> None:
        used = time.thread_time()
        seconds, self._used = used - self._used, used
        self.longest = max(self.longest, seconds)
        if seconds > self.limit:
            self.blocks.append(Block(seconds, self._seen))
        self._seen, self._tick_at = "", time.monotonic()
        self.ticks += 1

    def _look(self) -> None:
        while not self._over.wait(LOOKS_EVERY):
            if time.monotonic() - self._tick_at > self.limit / 2:
                self._seen = "\n".join(reversed(_calls(self._watched)))


def _calls(thread: int) -> list[str]:
    """What a thread is doing, the innermost call first. No frame is kept: a painter in it would live on with it."""
    frame = sys._current_frames().get(thread)
    places: list[tuple[str, int, str]] = []
    while frame is not None and len(places) < DEPTH:
        places.append((frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name))
        frame = frame.f_back
    return [f"{file}:{line} in {name}" for file, line, name in places]
