"""The page before an article is open: as large as the window's letters, and whole in a small window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.ui.library.welcome import Welcome
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


def sizes(welcome: Welcome) -> list[float]:
    return [label.font().pointSizeF() for label in welcome.findChildren(QLabel)]


def test_it_follows_large_type(window: MainWindow) -> None:
    usual = sizes(window.welcome)
    assert len(set(usual)) > 2
    window.look.set_elder(True)
    assert all(now > 1.2 * before for now, before in zip(sizes(window.welcome), usual, strict=True))
    window.look.set_elder(False)
    assert sizes(window.welcome) == usual


@pytest.mark.parametrize("elder", [False, True])
def test_no_line_is_squeezed_where_there_is_little_room(window: MainWindow, elder: bool, qtbot: QtBot) -> None:
    window.look.set_elder(elder)
    welcome = Welcome()
    qtbot.addWidget(welcome)
    welcome.set_empty(True)
    welcome.resize(560, 320)
    welcome.show()
    QApplication.processEvents()
    labels = [label for label in welcome.findChildren(QLabel) if label.isVisible()]
    assert len(labels) == 11
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert label.width() >= label.minimumSizeHint().width(), label.text()
