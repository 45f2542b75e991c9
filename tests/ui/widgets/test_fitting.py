"""Windows that fit their screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from zbreader.ui.widgets.fitting import fit, screen_room


def test_a_dialog_is_no_larger_than_screen_or_parent(qtbot: QtBot) -> None:
    alone = QDialog()
    qtbot.addWidget(alone)
    room = screen_room(alone)
    fit(alone, room.width() + 500, room.height() + 500)
    assert alone.size() == room
    fit(alone, 200, 150)
    assert alone.size() == QSize(200, 150)


def test_a_parent_that_is_larger_than_the_screen_lends_its_room(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    room = screen_room(parent)
    parent.resize(room.width() + 100, 300)
    dialog = QDialog(parent)
    fit(dialog, room.width() + 500, room.height() + 500)
    assert dialog.size() == QSize(room.width() + 100, room.height())
