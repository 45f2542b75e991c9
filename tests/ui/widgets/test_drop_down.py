"""Drop-down fields: under a style sheet, too, one sees that there is something to choose from."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QDateEdit
from pytestqt.qtbot import QtBot

from zbreader.ui.widgets.drop_down import DayField, DropDown


@pytest.mark.parametrize("editable", [False, True])
def test_a_chevron_stands_at_the_end(qtbot: QtBot, editable: bool) -> None:
    plain, drawn = QComboBox(), DropDown()
    for box in (plain, drawn):
        box.addItem("集中学习")
        box.setEditable(editable)
    assert differ_at_the_end(qtbot, plain, drawn)


def test_a_day_has_one_too(qtbot: QtBot) -> None:
    plain = QDateEdit()
    plain.setCalendarPopup(True)
    assert differ_at_the_end(qtbot, plain, DayField())


def test_words_without_room_end_in_an_ellipsis(qtbot: QtBot) -> None:
    box, whole = DropDown(), DropDown()
    for each, words in ((box, "最近修改的在前"), (whole, "最近…")):
        qtbot.addWidget(each)
        each.setStyleSheet("* { border: 1px solid gray; padding: 0; } *::drop-down { border: none; width: 22px; }")
        each.addItem(words)
    box.resize(300, 30)
    assert box.shown_text() == "最近修改的在前"
    room = whole.fontMetrics().horizontalAdvance("最近…") + 30
    for each in (box, whole):
        each.resize(room, 30)
    assert box.shown_text() == whole.shown_text() == "最近…"
    assert box.grab().toImage() == whole.grab().toImage()
    assert box.currentText() == "最近修改的在前"


def differ_at_the_end(qtbot: QtBot, plain: QComboBox | QDateEdit, drawn: QComboBox | QDateEdit) -> bool:
    """Whether two fields look alike but for their last part."""
    pictures = []
    for field in (plain, drawn):
        qtbot.addWidget(field)
        field.setStyleSheet("* { border: 1px solid gray; } *::drop-down { border: none; width: 22px; }")
        field.resize(200, 30)
        pictures.append(field.grab().toImage())
    first, second = ((picture.copy(0, 0, 170, 30), picture.copy(170, 0, 30, 30)) for picture in pictures)
    return first[0] == second[0] and first[1] != second[1]
