"""Plain text only, told in time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from zbreader.ui.widgets.plain_edit import PlainEdit


@pytest.fixture
def edit(qtbot) -> PlainEdit:
    edit = PlainEdit(30)
    qtbot.addWidget(edit)
    edit.show()
    qtbot.waitExposed(edit)
    return edit


def test_pasted_rich_text_becomes_plain(edit: PlainEdit) -> None:
    rich = QMimeData()
    rich.setHtml("<p><b>粗</b>体<script>x</script></p><p>二</p>")
    edit.insertFromMimeData(rich)
    assert edit.toPlainText() == "粗体\n二"
    both = QMimeData()
    both.setHtml("<b>别的</b>")
    both.setText("<b>字面</b>")
    edit.clear()
    edit.insertFromMimeData(both)
    assert edit.toPlainText() == "<b>字面</b>"


def test_typing_without_a_pause_is_told_all_the_same(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zbreader.ui.widgets.plain_edit.LATEST", 60)
    edit = PlainEdit(40)
    qtbot.addWidget(edit)
    told: list[str] = []
    edit.text_settled.connect(told.append)
    for _ in range(30):
        qtbot.keyClicks(edit, "x")
        qtbot.wait(10)
    assert len(told) >= 2 and told[-1].startswith("x" * 10)


def test_the_text_is_told_after_a_pause_and_only_when_it_changed(edit: PlainEdit, qtbot) -> None:
    edit.set_text("旧")
    with qtbot.waitSignal(edit.text_settled) as told:
        qtbot.keyClicks(edit, "x")
    assert told.args == ["x旧"]
    with qtbot.assertNotEmitted(edit.text_settled, wait=60):
        edit.set_text("另一条")
    with qtbot.assertNotEmitted(edit.text_settled):
        edit.commit()


def test_characters_that_qt_changes_are_not_typing(edit: PlainEdit, qtbot) -> None:
    edit.set_text("一\xa0二\u2029三\r\n四")
    with qtbot.assertNotEmitted(edit.text_settled, wait=60):
        edit.commit()
    assert not edit.is_changed()


def test_a_line_end_just_typed_stays_when_the_text_comes_back_without_it(edit: PlainEdit, qtbot) -> None:
    edit.set_text("想法")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.commit()
    edit.bring_text("想法")
    assert edit.toPlainText() == "想法\n"
    edit.bring_text("别处改的")
    assert edit.toPlainText() == "别处改的"


def test_every_character_is_told_as_it_was_typed(edit: PlainEdit, qtbot) -> None:
    exact = "𠮷😀\xa0\u200f\u202e\x01\x0b\ufeff\u3000é"
    with qtbot.waitSignal(edit.text_settled) as told:
        edit.insertPlainText(exact)
    assert told.args == [exact]
    edit.set_text("")
    with qtbot.waitSignal(edit.text_settled) as told:
        qtbot.keyClicks(edit, "a")
        qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(edit, "b")
    assert told.args == ["a\nb"]


def test_lines_are_put_on_lines_of_their_own(edit: PlainEdit, qtbot) -> None:
    edit.insert_lines(["是什么：", "为什么："])
    assert edit.toPlainText() == "是什么：\n为什么："
    assert edit.textCursor().position() == 4
    edit.insert_lines(["怎么做："])
    assert edit.toPlainText() == "是什么：\n怎么做：\n为什么："
    edit.undo()
    assert edit.toPlainText() == "是什么：\n为什么：", "one step of the field's own undo"
