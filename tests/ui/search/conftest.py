"""A window over a library of invented issues, for what a search does in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zbreader.services.library import open_library
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample, its first article open, and the answers there."""

    def unexpected(error: BaseException) -> None:
        raise error

    services = open_library(
        tmp_path / "library", clock=lambda: datetime(2026, 3, 1, tzinfo=timezone.utc), random_bits=secrets.randbits
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
