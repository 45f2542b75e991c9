"""The window's tests need no screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from pytestqt.qtbot import QtBot

from tests.ui.driving import Driven, drive
from zbreader.ui.cycles import search_if_due


@pytest.fixture(autouse=True)
def _cycles_on_this_thread() -> Iterator[None]:
    """As in the program: no widget is freed on a worker's thread."""
    gc.disable()
    yield
    search_if_due()
    gc.enable()


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """A library of its own, with a worker."""
    yield from drive(tmp_path / "library")
