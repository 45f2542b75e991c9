"""The palette under keys, without and with a window around it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from zbreader.ui.palette.entries import Entry, forms_of
from zbreader.ui.palette.palette import CommandPalette


class Stage:
    """A window with a field in it, and a palette over both."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(900, 600)
        self.field = QLineEdit(self.window)
        self.palette = CommandPalette(self.window)
        self.done: list[str] = []
        self.palette.chosen.connect(lambda entry: self.done.append(entry.id))
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.field.setFocus()
        qtbot.waitUntil(self.field.hasFocus)
        self.palette.offer([self.entry("放大"), self.entry("缩小"), self.entry("撤销", "没有可做的")], [], [])

    def entry(self, text: str, reason: str = "") -> Entry:
        return Entry(text, text, lambda: None, reason=reason, forms=forms_of(text))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.palette.field, key)

    def shown(self) -> list[str]:
        return [self.palette.model.index(row).data() for row in range(self.palette.model.rowCount())]

    def current(self) -> str:
        return str(self.palette.list.currentIndex().data())


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_keys_choose_and_the_keyboard_goes_back(stage: Stage) -> None:
    assert stage.palette.field.hasFocus() and stage.current() == "放大"
    stage.press(Qt.Key.Key_Down)
    assert stage.current() == "缩小"
    stage.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert stage.current() == "撤销", "round the end"
    stage.press(Qt.Key.Key_Return)
    assert stage.done == [] and stage.palette.isVisible(), "what is off is not done"
    stage.press(Qt.Key.Key_PageUp, Qt.Key.Key_Return)
    assert stage.done == ["放大"]
    assert not stage.palette.isVisible() and stage.field.hasFocus()


def test_escape_and_a_click_elsewhere_put_it_away(stage: Stage) -> None:
    stage.press(Qt.Key.Key_Escape)
    assert not stage.palette.isVisible() and stage.field.hasFocus() and stage.done == []
    stage.palette.offer([stage.entry("放大")], [], [])
    stage.field.setFocus()
    assert not stage.palette.isVisible()


def test_what_is_typed_narrows_the_list(stage: Stage) -> None:
    typed: list[str] = []
    stage.palette.typed.connect(typed.append)
    QTest.keyClicks(stage.palette.field, "sx")
    assert stage.shown() == ["缩小"] and typed == ["s", "sx"]
    QTest.keyClicks(stage.palette.field, "q")
    assert stage.shown() == [] and not stage.palette.list.isVisible()
    stage.palette.add_found([stage.entry("一篇文章")])
    assert stage.shown() == ["一篇文章"]
    stage.press(Qt.Key.Key_Return)
    assert stage.done == ["一篇文章"]


def test_an_input_method_composes_before_anything_is_sought(stage: Stage) -> None:
    QApplication.sendEvent(stage.palette.field, QInputMethodEvent("suo xiao", []))
    assert len(stage.shown()) == 3, "what is being composed is not yet said"
    committed = QInputMethodEvent()
    committed.setCommitString("缩小")
    QApplication.sendEvent(stage.palette.field, committed)
    assert stage.shown() == ["缩小"]
