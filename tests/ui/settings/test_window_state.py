"""How the window stands: no larger than the screen the first time, as it was left afterwards."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driven
from zbreader.ui.settings import keys
from zbreader.ui.settings.window_state import fit_screen, keep_window


def test_the_first_window_fits_the_screen_and_later_ones_are_as_they_were_left(qtbot: QtBot, driven: Driven) -> None:
    settings, window = driven.services.settings, QMainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry().size()
    window.resize(room.width() * 2, room.height() * 2)
    fit_screen(settings, window)
    assert window.width() == room.width() and room.height() * 0.8 < window.height() < room.height()
    window.resize(300, 200)
    fit_screen(settings, window)
    assert (window.width(), window.height()) == (300, 200), "what is small enough stays"
    keep_window(settings, window, {})
    assert settings.get(keys.GEOMETRY)
    window.resize(room.width() * 2, 200)
    fit_screen(settings, window)
    assert window.width() == room.width() * 2
