"""A library of its own with the sample issue in it, and what drives it as the window does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.ui.bridge import Bridge
from zbreader.ui.correcting.desk import CorrectionDesk
from zbreader.ui.correcting.desk_deeds import DeskDeeds
from zbreader.ui.operations import Operations
from zbreader.ui.theme.theme import load_theme
from zbreader.ui.worker import Worker

SAMPLE = resource("sample", "sample-issue.txt")


@dataclass
class Driven:
    """A library and the worker over it; `failures` are what nobody asked to be told."""

    services: Services
    operations: Operations
    bridge: Bridge
    failures: list[BaseException]


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    seconds, bits = count(), count(1)
    start = datetime(2031, 4, 1, tzinfo=timezone.utc)
    services = open_library(
        tmp_path / "library",
        clock=lambda: start + timedelta(seconds=next(seconds)),
        random_bits=lambda _n: next(bits),
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


@pytest.fixture
def desk(qtbot: QtBot, driven: Driven) -> Iterator[tuple[CorrectionDesk, DeskDeeds]]:
    issue_id = driven.services.importing.import_files([SAMPLE])[0].issue_id
    assert issue_id is not None
    desk = CorrectionDesk(driven.services.settings, load_theme("paper"))
    qtbot.addWidget(desk)
    deeds = DeskDeeds(driven.services, driven.operations, driven.bridge, desk, issue_id)
    desk.show()
    deeds.open()
    qtbot.waitUntil(lambda: desk.state is not None, timeout=20_000)
    yield desk, deeds
    desk.close()
