"""The editor in the window: prompts of one's own, the way back, marks that are seen before they are written."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from tests.hostile_notes import NOTES
from tests.ui.all_notes.conftest import window as window
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.annotations.controller import NotesController
from zbreader.ui.annotations.prompt_menu import PromptDialog
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys


def test_prompts_of_one_s_own(window: MainWindow, qtbot: QtBot) -> None:
    controller = window.findChild(NotesController)
    dialog = controller.change_prompts()
    assert isinstance(dialog, PromptDialog)
    assert dialog.text.toPlainText().startswith("三问\n是什么：")
    dialog.text.setPlainText("晨读\n读了什么：\n\n")
    dialog.accept()
    qtbot.waitUntil(lambda: [one.name for one in window.panel.editor.prompts()] == ["晨读"])
    qtbot.waitUntil(lambda: window.services.undo.undo_name is not None and not window.operations.tasks)
    window.services.undo.undo()
    qtbot.waitUntil(lambda: window.panel.editor.prompts()[0].name == "三问")


def test_mark_note_and_leave_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.actions_by_name["caret"].trigger()
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window.pane, Qt.Key.Key_Greater, shift)
    assert window.pane.selection_range() is not None
    qtbot.keyClick(window.pane, Qt.Key.Key_N)
    editor = window.panel.editor
    qtbot.waitUntil(lambda: editor.note_id() is not None and editor.text.isEnabled())
    qtbot.keyClicks(editor.text, "abc")
    qtbot.keyClick(editor.text, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: [note.annotation.note for note in window.open.notes] == ["abc"])
    assert window.pane.is_caret_shown, "one reads on where one was"


def test_a_mark_is_seen_before_it_is_written(window: MainWindow, qtbot: QtBot, monkeypatch) -> None:
    written, annotating = threading.Event(), window.services.annotating
    add = annotating.add_highlight

    def slowly(*args, **fields):
        written.wait(10)
        return add(*args, **fields)

    monkeypatch.setattr(annotating, "add_highlight", slowly)
    window.open.highlight(3, 9, HighlightColor.GREEN, MarkStyle.WAVY)
    ((seen,),) = [tuple(window.pane.marks.marks.in_order())]
    assert (seen.style, seen.color) == (MarkStyle.WAVY, HighlightColor.GREEN)
    assert window.open.notes == []
    written.set()
    spans = window.pane.marks.marks
    qtbot.waitUntil(lambda: len(window.open.notes) == len(spans) == 1 and window.open.notes[0].annotation.id in spans)


def test_a_mark_that_cannot_be_written_goes_away_again(window: MainWindow, qtbot: QtBot, monkeypatch) -> None:
    def refuse(*args, **fields):
        raise KnownError("磁盘满了。")

    monkeypatch.setattr(window.services.annotating, "add_highlight", refuse)
    window.open.highlight(3, 9, HighlightColor.GREEN, MarkStyle.HIGHLIGHT)
    assert len(window.pane.marks.marks) == 1
    qtbot.waitUntil(lambda: window.notice.text == "磁盘满了。")
    assert len(window.pane.marks.marks) == 0


def test_notes_in_the_margin_or_in_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    action = window.actions_by_name["margin_notes"]
    assert window.panel.isVisible()
    action.setChecked(True)
    assert not window.panel.isVisible()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.MARGIN_NOTES) is True)
    window.open.highlight(3, 9, HighlightColor.GREEN, MarkStyle.HIGHLIGHT)
    qtbot.waitUntil(lambda: len(window.open.notes) == 1)
    note = window.open.notes[0].annotation.id
    window.pane.card_edit_requested.emit(note)
    assert window.panel.isVisible()
    assert window.panel.selected_id() == note
    action.setChecked(False)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.MARGIN_NOTES) is False)
    assert window.panel.isVisible()


@pytest.mark.parametrize("name", NOTES)
def test_a_hard_note_is_pasted_shown_as_text_and_saved_exactly(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.open.write_note(3, 9)
    editor = window.panel.editor
    qtbot.waitUntil(lambda: editor.note_id() is not None)
    pasted = QMimeData()
    pasted.setText(NOTES[name])
    pasted.setHtml("<script>x</script><img src='http://example.invalid/x.png'>")
    editor.text.insertFromMimeData(pasted)
    editor.commit()
    annotating = window.services.annotating
    qtbot.waitUntil(lambda: annotating.in_article(window.open.id)[0].annotation.note is not None)
    assert annotating.in_article(window.open.id)[0].annotation.note == NOTES[name]
    qtbot.waitUntil(lambda: window.open.notes[0].annotation.note == NOTES[name])
    window.pane.set_margin_notes(True)
    window.grab()
    assert editor.text.typed() == NOTES[name]


def test_what_one_writes_is_large_in_large_type_and_only_there(window: MainWindow) -> None:
    def size() -> float:
        return window.panel.editor.text.font().pointSizeF()

    usual = size()
    window.look.set_elder(True)
    assert size() > 1.2 * usual
    window.look.set_elder(False)
    assert size() == usual
