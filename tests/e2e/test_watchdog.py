"""The watchdog itself: it sees a thread that works too long, and not one that waits or works in pieces."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.e2e.watchdog import Watchdog


def work(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        sum(range(100))


@pytest.mark.parametrize(("seconds", "blocks"), [(0.15, 1), (0.02, 0)])
def test_work_that_takes_too_long_is_seen_and_named(qtbot: QtBot, seconds: float, blocks: int) -> None:
    watchdog = Watchdog(limit=0.1)
    watchdog.start()
    QTimer.singleShot(20, lambda: work(seconds))
    qtbot.wait(400)
    watchdog.stop()
    assert len(watchdog.blocks) == blocks
    assert watchdog.longest >= seconds and watchdog.ticks > 3
    assert ("work" in watchdog.told()) == bool(blocks)


def test_a_thread_that_only_waits_is_not_to_blame(qtbot: QtBot) -> None:
    watchdog = Watchdog(limit=0.1)
    watchdog.start()
    QTimer.singleShot(20, lambda: time.sleep(0.2))
    qtbot.wait(300)
    watchdog.stop()
    assert watchdog.blocks == []
