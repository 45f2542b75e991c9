"""A library and the worker over it, as the window has them, without the window."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zbreader.services.library import Services, open_library
from zbreader.ui.bridge import Bridge
from zbreader.ui.main_window import MainWindow
from zbreader.ui.operations import Operations
from zbreader.ui.worker import Worker

LONG = 20_000  # milliseconds that anything may take


@dataclass
class Driven:
    """`failures` are what nobody asked to be told."""

    services: Services
    operations: Operations
    bridge: Bridge
    failures: list[BaseException]


def drive(folder: Path) -> Iterator[Driven]:
    """Open a library in FOLDER and close it when the test is over; no failure may be left."""
    seconds, bits = count(), count(1)
    start = datetime(2031, 4, 1, tzinfo=timezone.utc)
    services = open_library(
        folder, clock=lambda: start + timedelta(seconds=next(seconds)), random_bits=lambda _n: next(bits)
    )
    worker = Worker()
    operations = Operations(worker)
    failures: list[BaseException] = []
    operations.failed.connect(failures.append)
    bridge = Bridge(services.events)
    yield Driven(services, operations, bridge, failures)
    bridge.close()
    assert worker.stop()
    services.close()
    assert failures == []


def sample_window(folder: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A whole window over a library in FOLDER that holds the sample, its first article open; nothing may go wrong."""
    seconds, start = count(), datetime(2031, 4, 1, tzinfo=timezone.utc)

    def unexpected(error: BaseException) -> None:
        raise error

    services = open_library(
        folder, clock=lambda: start + timedelta(seconds=next(seconds)), random_bits=secrets.randbits
    )
    window = MainWindow(services, unexpected, offers_sample=False)
    window.show()
    window.furnish()
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None)
    qtbot.waitUntil(lambda: not window.operations.tasks)
    yield window
    window.close()
    services.close()
    window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())
