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

from benchmarks.measure import Row
from tools.make_corpus import make_issues

FELT = 100.0  # milliseconds: a longer pause is felt as a hang
BEAT = 2  # milliseconds between two beats
ISSUES = 12
PATIENCE = 120.0  # seconds


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
    from PySide6.QtWidgets import QApplication

    from zbreader.services.library import open_library
    from zbreader.ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(["zbreader"])
    heart = Heartbeat()
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
        yield told("longest pause: import", heart, f"{ISSUES} issues of 75,000 characters, the first article opened")

        heart.start()
        for text in ("支", "支部", "支部书", "支部书记"):
            window.sidebar.field.setText(text)
            wait(application, lambda: window.search.model.rowCount() > 0)
        wait(application, lambda: window.search.is_answered)
        yield told("longest pause: search as one types", heart, "four queries")

        heart.start()
        for _ in range(8):
            before = window.open.id
            window.actions_by_name["next_article"].trigger()
            wait(application, lambda: window.open.id != before)  # noqa: B023
        yield told("longest pause: article to article", heart, "eight articles")
        window.close()
        services.close()


def told(name: str, heart: Heartbeat, note: str) -> Row:
    """One row, against what a person feels."""
    return Row(name, heart.longest * 1000, None, FELT, "ms", 0.0, note)


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
