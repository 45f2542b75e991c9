"""A window over the sample, with notes of two people on its articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.model.mark import HighlightColor
from zbreader.ui.all_notes.window import AllNotesWindow
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


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
