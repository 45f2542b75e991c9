"""The window's tests need no screen."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
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


@pytest.fixture(autouse=True)
def _buttons_up() -> Iterator[None]:
    """A double click of QTest's leaves the button pressed for every test that comes after it."""
    yield
    if QApplication.instance() is not None and QApplication.mouseButtons():
        widget = QWidget()
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton)
        widget.deleteLater()


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication) -> Iterator[None]:
    """A test that ends in large type leaves small type to every test that comes after it."""
    font = QApplication.font()
    yield
    if qapp.styleSheet():
        qapp.setStyleSheet("")
    if QApplication.font() != font:
        qapp.setFont(font)


@pytest.fixture
def driven(qtbot: QtBot, tmp_path: Path) -> Iterator[Driven]:
    """A library of its own, with a worker."""
    yield from drive(tmp_path / "library")
