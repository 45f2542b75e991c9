"""Pauses: the longest time for which the window does not answer, while issues are imported, opened and searched.

A timer in the window's thread beats every few milliseconds; what is told is the longest time between two beats.
"""

from __future__ import annotations

import os
import secrets
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timezone
from pathlib import Path

from benchmarks.measure import Row, Timing
from tools.make_corpus import make_issues

FELT = 100.0  # milliseconds: a longer pause is felt as a hang
BEAT = 2  # milliseconds between two beats
ISSUES = 12
PATIENCE = 120.0  # seconds
ROUNDS = 5


class Heartbeat:
    """Measures the pauses of the thread whose events it handles.

    clock: `time.thread_time` tells only what the thread did itself, not what others on the machine did meanwhile.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        from PySide6.QtCore import QTimer

        self._clock = clock
        self._timer = QTimer(interval=BEAT)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self.longest = 0.0  # seconds

    def start(self) -> None:
        """Begin to listen, forgetting what was."""
        self.longest, self._last = 0.0, self._clock()
        self._timer.start()

    def _beat(self) -> None:
        now = self._clock()
        self.longest, self._last = max(self.longest, now - self._last), now


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rounds = [pauses() for _ in range(ROUNDS)]
    abouts = {
        "import": f"{ISSUES} issues of 75,000 characters, the first article opened",
        "search as one types": "four queries",
        "article to article": "eight articles",
    }
    for name, about in abouts.items():
        longest = Timing(tuple(one[name] for one in rounds))
        note = f"{about}; the middle of {ROUNDS} rounds, by the clock"
        yield Row(f"longest pause: {name}", longest.median * 1000, None, FELT, "ms", longest.spread, note)


def pauses() -> dict[str, float]:
    """The longest pause of each deed, in seconds, of one program with a new library."""
    from PySide6.QtWidgets import QApplication

    from zbreader.services.library import open_library
    from zbreader.ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(["zbreader"])
    heart = Heartbeat()
    longest: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="zbreader-pauses-") as folder:
        incoming = Path(folder) / "incoming"
        incoming.mkdir()
        for name, text in make_issues(ISSUES):
            (incoming / name).write_text(text, encoding="utf-8")
        services = open_library(
            Path(folder) / "library", clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits
        )
        window = MainWindow(services, report, offers_sample=False)
        window.show()
        wait(application, lambda: window.is_furnished and window.deeds.has_begun)

        heart.start()
        window.importing.bring([incoming])
        wait(application, lambda: window.open.article is not None and not window.operations.tasks)
        longest["import"] = heart.longest

        heart.start()
        for text in ("支", "支部", "支部书", "支部书记"):
            window.sidebar.field.setText(text)
            wait(application, lambda: window.search.model.rowCount() > 0)
        wait(application, lambda: window.search.is_answered)
        longest["search as one types"] = heart.longest

        heart.start()
        for _ in range(8):
            before = window.open.id
            window.actions_by_name["next_article"].trigger()
            wait(application, lambda: window.open.id != before)  # noqa: B023
        longest["article to article"] = heart.longest
        window.close()
        services.close()
    return longest


def wait(application: object, condition: Callable[[], object]) -> None:
    """Let the program go on until CONDITION holds."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("the window did not do what was asked of it")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def report(error: BaseException) -> None:
    """A mistake of ours ends the measuring."""
    raise error
