"""A window over the sample, with marks of three people, and a session about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.ui.main_window import MainWindow
from zbreader.ui.study.window import StudyWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


@pytest.fixture
def group(window: MainWindow) -> list[str]:
    """Ids of the sample's first two articles; three people marked the first sentence of the first one."""
    services = window.services
    ids = [one.id for one in services.reading.articles(services.reading.issues()[0].id)[:2]]
    for name in ("林小禾", "周望川", "江一苇"):
        services.people.add(name)
        services.annotating.add_highlight(ids[0], 0, 8, note="谁来管？", tags=["存疑"])
    return ids


@pytest.fixture
def study(window: MainWindow, group: list[str], qtbot: QtBot) -> StudyWindow:
    """The sessions, with one that reads both articles."""
    services = window.services
    services.studying.plan(group, theme="把灯点亮", day="2031-06-20")
    window.actions_by_name["sessions"].trigger()
    shown = window.study.study
    assert shown is not None
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1 and shown.board.model.view is not None)
    return shown
