"""A window over a library of invented issues, for what a search does in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample, its first article open, and the answers there."""
    yield from sample_window(tmp_path / "library", qapp, qtbot)
