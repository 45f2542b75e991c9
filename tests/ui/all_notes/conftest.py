"""A window over the sample, with notes of two people on its articles."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zbreader.model.annotation import HighlightColor
from zbreader.services.library import open_library
from zbreader.ui.all_notes.window import AllNotesWindow
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    seconds, start = count(), datetime(2031, 4, 1, tzinfo=timezone.utc)

    def unexpected(error: BaseException) -> None:
        raise error

    services = open_library(
        tmp_path / "library", clock=lambda: start + timedelta(seconds=next(seconds)), random_bits=secrets.randbits
    )
    made = MainWindow(services, unexpected, offers_sample=False)
    made.show()
    made.furnish()
    made.deeds.open_sample()
    qtbot.waitUntil(lambda: made.open.article is not None)
    qtbot.waitUntil(lambda: not made.operations.tasks)
    yield made
    made.close()
    services.close()
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


@pytest.fixture
def marks(window: MainWindow) -> list[str]:
    """Ids of five notes: 甲's on the first article, 乙's on the second."""
    services = window.services
    first, second = services.reading.articles(services.reading.issues()[0].id)[:2]
    services.settings.set("person", "乙")
    others = [services.annotating.add_highlight(second.id, 0, 4, tags=["领学"], color=HighlightColor.PINK)]
    services.settings.set("person", "甲")
    add = services.annotating.add_highlight
    own = [add(first.id, start, start + 4, note=f"第 {start} 处", tags=["方法"]) for start in (0, 10, 20, 30)]
    return [one.annotation.id for one in (*own, *others)]


@pytest.fixture
def notes(window: MainWindow, marks: list[str], qtbot: QtBot) -> AllNotesWindow:
    """All notes, shown."""
    window.all_notes.open()
    shown = window.all_notes.notes
    assert shown is not None
    qtbot.waitUntil(lambda: shown.model.note_count() == 5)
    return shown
