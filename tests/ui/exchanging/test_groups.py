from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from zbreader.ui.exchanging.groups import offer_groups


def shown(field: QLineEdit) -> list[str]:
    model = field.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_preset_names_are_proposed_by_any_part_and_all_at_the_down_key(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    offer_groups(field, ["机关第一支部", "机关第二支部", "离退休支部"])
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.completer().popup().isVisible()
    assert shown(field) == ["机关第一支部", "机关第二支部", "离退休支部"]
    field.completer().popup().hide()
    typed = QInputMethodEvent()
    typed.setCommitString("第二")
    QCoreApplication.sendEvent(field, typed)
    assert shown(field) == ["机关第二支部"]
    field.setText("别的支部")
    assert field.text() == "别的支部"


def test_nothing_is_offered_where_nothing_was_preset(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    offer_groups(field, [])
    assert field.completer() is None and field.actions() == []
