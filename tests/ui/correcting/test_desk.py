"""The desk over a real library with the sample issue: every deed by its key, undone by one, and nothing jumps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG
from zbreader.model.correction import Correction, FurnitureKind, LineKind, Mend
from zbreader.model.issue import Article
from zbreader.services.settings import SIGN
from zbreader.services.trusting import Standing
from zbreader.ui.correcting.asking import AskDialog, ColumnDialog, MendDialog, TextDialog
from zbreader.ui.correcting.deeds import DESK_ACTIONS, FURNITURE_KEYS, KIND_KEYS
from zbreader.ui.correcting.desk import CorrectionDesk
from zbreader.ui.correcting.desk_deeds import DeskDeeds
from zbreader.ui.correcting.handing import SaveDialog
from zbreader.ui.correcting.outline import Part
from zbreader.ui.correcting.source_model import lines_mime
from zbreader.ui.correcting.source_rows import SourceRow

Desk = tuple[CorrectionDesk, DeskDeeds]


def row_with(desk: CorrectionDesk, words: str, role: str | None = None) -> SourceRow:
    assert desk.state is not None
    return next(row for row in desk.state.rows if words in row.text and role in (None, row.role))


def article_with(desk: CorrectionDesk, words: str) -> Article:
    assert desk.state is not None
    return next(one for one in desk.state.issue.articles if words in one.title)


def corrected(qtbot: QtBot, desk: CorrectionDesk, deed: Callable[[], object]) -> Correction:
    """Do DEED and wait until the desk shows what came of it; the correction it made."""
    assert desk.state is not None
    before = len(desk.state.corrections)
    deed()
    qtbot.waitUntil(lambda: desk.state is not None and len(desk.state.corrections) == before + 1, timeout=LONG)
    return desk.state.corrections[-1]


def trigger(desk: CorrectionDesk, name: str) -> Callable[[], None]:
    assert desk.actions_by_name[name].isEnabled(), name
    return desk.actions_by_name[name].trigger


def test_no_key_means_two_things() -> None:
    given = [key for spec in DESK_ACTIONS for key in spec.keys] + [*KIND_KEYS.values(), *FURNITURE_KEYS.values()]
    keys = [QKeySequence(key).toString() for key in given]
    assert "" not in keys and len(set(keys)) == len(keys)


def test_both_sides_go_together(desk: Desk) -> None:
    window, _ = desk
    headline = row_with(window, "从念稿子到拉家常", "headline")
    window.go_to([headline.number + 4])
    node = window.outline.current_node()
    assert node is not None and node.part is Part.PARAGRAPH and headline.number + 4 in node.lines
    assert window.line.row is not None and window.line.toPlainText() == window.line.row.text
    article = node.parent
    assert article is not None
    window.outline.setCurrentIndex(window.outline_model.index_of(article))
    assert window.chosen() == article.lines


def test_lines_of_no_article_offer_only_what_makes_sense(desk: Desk) -> None:
    window, _ = desk
    window.go_to([row_with(window, "目录", "contents").number])
    names = ("split", "merge", "retitle", "put", "mend")
    assert [window.actions_by_name[name].isEnabled() for name in names] == [True, False, False, False, True]


def test_retitle_is_asked_for_done_and_undone(qtbot: QtBot, desk: Desk) -> None:
    window, deeds = desk
    title = article_with(window, "从念稿子").title
    window.go_to([row_with(window, "从念稿子到拉家常", "headline").number])
    deeds.retitle()
    dialog = window.findChild(TextDialog)
    assert dialog is not None and dialog.text == title
    dialog.field.setText("  ")
    assert not dialog.ok.isEnabled()
    dialog.field.setText("从念稿到拉家常")
    corrected(qtbot, window, dialog.accept)
    assert article_with(window, "从念稿到拉家常").title == "从念稿到拉家常"
    assert window.actions_by_name["undo"].text().startswith("撤销：")
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: not window.state.corrections, timeout=LONG)
    assert article_with(window, "从念稿子").title == title
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: len(window.state.corrections) == 1, timeout=LONG)


def test_authors_and_column(qtbot: QtBot, desk: Desk) -> None:
    window, deeds = desk
    window.go_to([row_with(window, "从念稿子到拉家常", "headline").number])
    deeds.reauthor()
    names = window.findChild(TextDialog)
    assert names is not None
    names.field.setText("芦小舟、林溪")
    corrected(qtbot, window, names.accept)
    assert article_with(window, "从念稿子").authors == ("芦小舟", "林溪")
    deeds.regroup()
    columns = window.findChild(ColumnDialog)
    assert columns is not None and columns.column.findText("宣讲台") > 0
    columns.column.setCurrentText("新栏目")
    corrected(qtbot, window, columns.accept)
    assert article_with(window, "从念稿子").column == "新栏目"
    assert window.outline.current_node() is not None


def test_articles_are_parted_and_put_together(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    count = len(window.state.issue.articles)
    place = row_with(window, "记下她的三样").number
    window.go_to([place])
    corrected(qtbot, window, trigger(window, "split"))
    assert len(window.state.issue.articles) == count + 1
    assert article_with(window, "记下她的三样").paragraphs
    corrected(qtbot, window, trigger(window, "merge"))
    assert len(window.state.issue.articles) == count


def test_a_kind_and_furniture(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    number = row_with(window, "记下她的三样").number
    window.go_to([number])
    corrected(qtbot, window, window.actions_by_name.kinds[LineKind.CAPTION].trigger)
    assert row_with(window, "记下她的三样").role == "caption" and row_with(window, "记下她的三样").corrected
    corrected(qtbot, window, window.actions_by_name.furniture[FurnitureKind.NOTICE].trigger)
    assert row_with(window, "记下她的三样").role == "notice"


def test_paragraphs_are_joined_and_cut(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    row = row_with(window, "记下她的三样")
    count = len(article_with(window, "从念稿子").paragraphs)
    window.go_to([row.number])
    corrected(qtbot, window, trigger(window, "join"))
    assert len(article_with(window, "从念稿子").paragraphs) == count - 1
    cursor = window.line.textCursor()
    cursor.setPosition(5)
    window.line.setTextCursor(cursor)
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    change = corrected(qtbot, window, trigger(window, "cut")).change
    assert getattr(change, "start", None) == 5
    assert any(paragraph.text.startswith(row.text[5:]) for paragraph in article_with(window, "从念稿子").paragraphs)


def test_lines_are_taken_and_put(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    moved = row_with(window, "记下她的三样").number
    after = row_with(window, "下课以后，孩子们").number
    window.go_to([moved])
    assert not window.actions_by_name["put"].isEnabled()
    window.actions_by_name["take"].trigger()
    assert window.source.delegate.taken == {moved}
    window.go_to([after])
    corrected(qtbot, window, trigger(window, "put"))
    assert article_with(window, "给孩子们讲一座桥").paragraphs[-1].lines == (moved,)
    assert window.taken == ()


def test_a_character_is_mended(qtbot: QtBot, desk: Desk) -> None:
    window, deeds = desk
    row = row_with(window, "记下她的三样")
    window.go_to([row.number])
    cursor = window.line.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    window.line.setTextCursor(cursor)
    deeds.mend()
    dialog = window.findChild(MendDialog)
    assert dialog is not None and not dialog.ok.isEnabled()
    assert dialog.field.textCursor().selectedText() == row.text[2]
    dialog.field.insertPlainText("五")
    change = corrected(qtbot, window, dialog.accept).change
    assert change == Mend((row.number,), 2, 3, row.text[2], "五")
    assert row_with(window, "记下她的三样").text == row.text, "the source is never rewritten"
    assert any("记了五天" in paragraph.text for paragraph in article_with(window, "从念稿子").paragraphs)


@pytest.mark.parametrize("deed", ["split_body", "retitle", "reauthor", "regroup", "mend"])
def test_what_is_typed_goes_into_the_dialog_and_enter_ends_it(qtbot: QtBot, desk: Desk, deed: str) -> None:
    window, _ = desk
    window.go_to([row_with(window, "记下她的三样").number])
    window.actions_by_name[deed].trigger()
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    before = dialog.focusWidget()
    assert isinstance(before, (QLineEdit, QComboBox, QPlainTextEdit)), before
    qtbot.keyClicks(before, "a b")
    if isinstance(dialog, MendDialog):
        assert "a b" in dialog.change().new
    seen = [before]
    while len(seen) < 4 and not isinstance(seen[-1], QPushButton):
        dialog.focusNextChild()
        seen.append(dialog.focusWidget())
    assert seen[-1] is dialog.ok
    corrected(qtbot, window, lambda: qtbot.keyClick(before, Qt.Key.Key_Return))


def test_the_arrow_keys_pass_over_blank_lines(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    headline = row_with(window, "从念稿子到拉家常", "headline")
    rows = [row for row in window.state.rows if row.number >= headline.number]
    assert rows[1].is_blank
    window.go_to([headline.number])
    for row in [row for row in rows if not row.is_blank][1:4]:
        qtbot.keyClick(window.source, Qt.Key.Key_Down)
        assert window.chosen() == (row.number,)
    qtbot.keyClick(window.source, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert len(window.chosen()) == 2, "two paragraphs are chosen by one key, and can be joined"


def test_what_is_settled_does_not_lead_away(qtbot: QtBot, desk: Desk) -> None:
    window, deeds = desk
    count = window.findings_model.rowCount()
    window.actions_by_name["next_doubt"].trigger()
    finding = window.findings_model.findings[0]
    assert window.chosen() == tuple(sorted(finding.lines))
    deeds.reauthor()
    dialog = window.findChild(TextDialog)
    assert dialog is not None
    dialog.field.setText("芦小舟")
    place = window.source.verticalScrollBar().value()
    corrected(qtbot, window, dialog.accept)
    assert window.findings_model.rowCount() == count - 1
    assert window.chosen() == tuple(sorted(finding.lines))
    assert window.source.verticalScrollBar().value() == place
    window.actions_by_name["next_doubt"].trigger()
    assert window.chosen() == tuple(sorted(window.findings_model.findings[0].lines)), "none is passed over"


def test_what_makes_no_sense_is_said(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    article = window.state.issue.articles[0]
    window.go_to(article.paragraphs[-1].lines)
    window.actions_by_name["join"].trigger()
    assert window.notice.text
    assert not window.state.corrections


def test_corrections_are_listed_saved_removed_and_applied(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window, deeds = desk
    window.go_to([row_with(window, "记下她的三样").number])
    corrected(qtbot, window, window.actions_by_name.kinds[LineKind.QUOTE].trigger)
    listed = window.corrections_model.index(0).data()
    assert listed.endswith("（引文）") and window.tabs.tabText(1) == "已做的校订（1）"
    file = tmp_path / "校订.zbfix"
    deeds.files.save_to(file)
    qtbot.waitUntil(lambda: "1 处校订" in window.notice.text, timeout=LONG)
    window.corrections.setCurrentIndex(window.corrections_model.index(0))
    assert window.remove.isEnabled()
    window.remove.click()
    qtbot.waitUntil(lambda: not window.state.corrections, timeout=LONG)
    assert window.corrections_model.rowCount() == 0 and not window.remove.isEnabled()
    corrected(qtbot, window, lambda: deeds.files.apply_from(file))
    assert row_with(window, "记下她的三样").role == "quote"
    deeds.files.apply_from(tmp_path / "没有.zbfix")
    qtbot.waitUntil(lambda: "没有.zbfix" in window.notice.text, timeout=LONG)


def test_corrections_are_signed_on_wish_and_another_signature_is_asked_about(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, deeds = desk
    services = deeds.files._services
    services.people.describe("林溪")
    window.go_to([row_with(window, "记下她的三样").number])
    corrected(qtbot, window, window.actions_by_name.kinds[LineKind.QUOTE].trigger)
    file = tmp_path / "校订.zbfix"
    monkeypatch.setattr("zbreader.ui.correcting.handing.QFileDialog.getSaveFileName", lambda *_a: (str(file), ""))
    window.actions_by_name["save"].trigger()
    dialog = window.findChild(SaveDialog)
    dialog.signing.sign.click()
    dialog.ok.click()
    qtbot.waitUntil(lambda: "1 处校订" in window.notice.text, timeout=LONG)
    assert services.settings.get(SIGN) is True
    origin = services.handing_corrections.origin(file)
    assert origin.standing is Standing.OWN
    deeds.files.apply_from(file)
    qtbot.waitUntil(lambda: "由这台电脑签名" in window.notice.text, timeout=LONG)
    # Another key is remembered of the same person, and this machine's is gone.
    for path in (services.directory / "keys").iterdir():
        path.unlink()
    services.settings.set("signers", {origin.person.id: {"key": "A" * 43, "name": "林溪", "since": ""}})
    deeds.files.apply_from(file)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=LONG)
    box = window.findChild(QMessageBox)
    assert "签名却与以前记住的不是同一个" in box.text()
    window.notice.hide()
    next(button for button in box.buttons() if button.text() == "已核对，套用").click()
    qtbot.waitUntil(lambda: "这些校订都已经在了" in window.notice.text, timeout=LONG)
    assert origin.signer in services.trusting.signers()[0].keys


def test_what_is_open_stays_open(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    window.go_to([row_with(window, "记下她的三样").number])
    node = window.outline.current_node()
    assert node is not None and node.parent is not None
    open_index = window.outline_model.index_of(node.parent)
    assert window.outline.isExpanded(open_index)
    corrected(qtbot, window, window.actions_by_name.kinds[LineKind.HEADING].trigger)
    again = window.outline.current_node()
    assert again is not None and again.kind == "heading"
    assert window.outline.isExpanded(window.outline_model.index_of(again.parent))


def test_everything_has_a_name_for_those_who_listen(desk: Desk) -> None:
    window, _ = desk
    for part in (window.source, window.outline, window.findings, window.line, window.corrections):
        assert part.accessibleName()


@pytest.mark.parametrize("name", ["dark", "contrast"])
def test_it_is_painted_in_every_theme(desk: Desk, name: str) -> None:
    from zbreader.ui.theme.theme import load_theme

    window, _ = desk
    before = window.grab().toImage()
    window.set_theme(load_theme(name))
    assert window.grab().toImage() != before


def test_the_line_leaves_the_desk_its_keys(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    window.activateWindow()
    row = row_with(window, "记下她的三样")
    window.go_to([row.number])
    cursor = window.line.textCursor()
    cursor.setPosition(5)
    window.line.setTextCursor(cursor)
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    corrected(qtbot, window, lambda: qtbot.keyClick(window.line, Qt.Key.Key_Return, shift))
    qtbot.keyClick(window.line, Qt.Key.Key_X, control)
    assert window.taken == (row.number,)
    qtbot.keyClick(window.line, Qt.Key.Key_Escape)
    assert window.taken == ()
    qtbot.keyClick(window.line, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: not window.state.corrections, timeout=LONG)


def test_lines_are_dropped_on_an_article(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    moved = row_with(window, "记下她的三样").number
    target = article_with(window, "给孩子们讲一座桥")
    window.go_to(target.paragraphs[0].lines)
    node = window.outline.current_node()
    assert node is not None
    place = window.outline.visualRect(window.outline_model.index_of(node)).center()
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    data = lines_mime([moved])
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(window.outline.viewport(), kind(place, copy, data, Qt.MouseButton.LeftButton, none))
    drop = QDropEvent(QPointF(place), copy, data, Qt.MouseButton.LeftButton, none)
    corrected(qtbot, window, lambda: QApplication.sendEvent(window.outline.viewport(), drop))
    assert article_with(window, "给孩子们讲一座桥").paragraphs[1].lines == (moved,)


def test_the_keyboard_goes_round(qtbot: QtBot, desk: Desk) -> None:
    window, _ = desk
    window.activateWindow()
    window.source.setFocus(Qt.FocusReason.OtherFocusReason)
    seen = []
    for _step in range(4):
        window.step_part()
        seen.append(window.focusWidget())
    assert seen == [window.line, window.outline, window.findings, window.source]
    assert window.outline_model.index(0, 0, QModelIndex()).isValid()
