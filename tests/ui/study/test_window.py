"""学习会 in the window: plan, record, board, the wall, and the sheets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableWidgetItem, QToolTip
from pytestqt.qtbot import QtBot

from zbreader.exchange.notes import load
from zbreader.model.session import Session
from zbreader.services.library import Services
from zbreader.services.session_slides import Slide
from zbreader.ui.exchanging.give import GiveDialog
from zbreader.ui.main_window import MainWindow
from zbreader.ui.study.board_model import COL_HEAT, PEOPLE, STRIP_ROLE, BoardModel
from zbreader.ui.study.export import SessionExportDialog
from zbreader.ui.study.hand_out import HandOutDialog
from zbreader.ui.study.opposites import OppositesDialog
from zbreader.ui.study.projector import Projector
from zbreader.ui.study.sessions_model import SessionsModel
from zbreader.ui.study.window import StudyWindow


def only(services: Services) -> Session:
    (session,) = services.studying.sessions()
    return session


def test_a_new_session_reads_the_open_article(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["sessions"].trigger()
    study = window.study.study
    assert study is not None
    qtbot.waitUntil(lambda: study.pages.currentIndex() == 1)
    assert not study.sheets.isEnabled()
    study.new.click()
    qtbot.waitUntil(lambda: study.model.rowCount() == 1)
    assert [one.article_id for one in only(window.services).articles] == [window.open.id]
    qtbot.waitUntil(lambda: study.sheets.isEnabled())
    qtbot.waitUntil(study.plan.theme.hasFocus)  # one can write at once


def test_the_open_article_goes_into_the_next_session(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["study_article"].trigger()
    qtbot.waitUntil(lambda: "学习会" in window.notice.text)
    window.actions_by_name["next_article"].trigger()
    first = only(window.services).articles[0].article_id
    qtbot.waitUntil(lambda: window.open.id != first)
    window.actions_by_name["study_article"].trigger()
    qtbot.waitUntil(lambda: len(only(window.services).articles) == 2)


def test_what_is_written_is_kept_and_can_be_undone(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    study.plan.place.setText("文化站")
    study.plan.place.editingFinished.emit()
    qtbot.waitUntil(lambda: only(window.services).place == "文化站")
    study.record.remarks.set_rows([("林小禾", "", "")])
    study.record.remarks.item(0, 2).setText("灯要有人守。")
    qtbot.waitUntil(lambda: [one.words for one in only(window.services).remarks] == ["灯要有人守。"])
    study.record.expected.setPlainText("江一苇、林小禾，周望川\n何田")
    study.record.expected.commit()
    qtbot.waitUntil(lambda: len(only(window.services).expected) == 4)
    qtbot.waitUntil(lambda: "应到 4 人" in study.record.count.text())
    study.undo_requested.emit()
    qtbot.waitUntil(lambda: only(window.services).expected == ())
    qtbot.waitUntil(lambda: study.record.expected.toPlainText() == "")


def test_rows_can_be_typed_by_keyboard_and_emptied(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    rows = study.record.decisions
    study.tabs.setCurrentWidget(study.record)
    rows.setCurrentCell(0, 0)
    rows.setItem(0, 0, QTableWidgetItem("排值班表"))
    assert rows.rowCount() == 2
    qtbot.waitUntil(lambda: [one.matter for one in only(window.services).decisions] == ["排值班表"])
    rows.selectRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: only(window.services).decisions == ())


def test_tab_goes_through_a_table_and_out_of_it(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    study.tabs.setCurrentIndex(1)
    study.record.absences.setFocus(Qt.FocusReason.TabFocusReason)
    for words in ("林小禾", "值班", "自学"):
        edit = QApplication.focusWidget()
        assert isinstance(edit, QLineEdit)
        edit.setText(words)
        QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert study.record.absences.rows() == [("林小禾", "值班", "自学")]
    assert study.record.absences.isAncestorOf(QApplication.focusWidget())  # an empty row, to go on
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert not study.record.absences.isAncestorOf(QApplication.focusWidget())
    study.record.absences.setFocus()
    study.record.absences.setCurrentCell(0, 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    focus = QApplication.focusWidget()
    assert focus is not study.record.absences and not study.record.absences.isAncestorOf(focus)


def test_an_article_stays_the_article_when_its_leader_is_written(
    study: StudyWindow, window: MainWindow, group: list[str], qtbot: QtBot
) -> None:
    study.plan.articles.item(0, 2).setText("林小禾")
    qtbot.waitUntil(lambda: only(window.services).articles[0].leader == "林小禾")
    assert [one.article_id for one in only(window.services).articles] == group


def test_the_board_counts_people_and_leads_to_the_page(
    study: StudyWindow, window: MainWindow, group: list[str], qtbot: QtBot
) -> None:
    model = study.board.model
    assert model.columnCount() == PEOPLE + 3
    assert [model.index(0, PEOPLE + number).data() for number in range(3)] == ["●"] * 3
    assert max(model.index(0, COL_HEAT).data(STRIP_ROLE)) == 3
    text = study.board.text.toPlainText()
    assert "大家的共识" in text and "3人" in text and "谁来管？" in text
    window.open_article(group[1])
    qtbot.waitUntil(lambda: window.open.id == group[1])
    study.board.text.anchorClicked.emit(QUrl(f"go:{group[0]}:0:8"))
    qtbot.waitUntil(lambda: window.open.id == group[0])
    note = window.services.annotating.in_article(group[0])[0].annotation.id
    study.board.note_requested.emit(group[0], note)


def test_models_keep_qts_rules(study: StudyWindow, window: MainWindow) -> None:
    sessions, board = SessionsModel(), BoardModel()
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (sessions, board)
    ]
    sessions.set_sessions([Session("a", "2031-06-20", theme="甲"), Session("b")])
    sessions.set_sessions([Session("a", "2031-06-20", theme="乙", held=True), Session("b")])
    assert sessions.index(0).data() == "2031-06-20　已完成\n乙"
    assert sessions.index(1).data() == "日期未定　计划\n（未写主题）"
    board.set_view(window.services.studying.view(only(window.services).id))
    assert board.rowCount() == 2
    board.set_view(None)
    assert board.columnCount() == 0
    assert len(testers) == 2


def test_the_wall_goes_forward_and_back_by_key(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    slides = [Slide("title", "把灯点亮"), Slide("passage", "长" * 400, "甲"), Slide("question", "谁来管？")]
    wall = Projector(window.look.theme, slides)
    qtbot.addWidget(wall)
    wall.resize(800, 450)
    wall.show()
    for key, place in (
        (Qt.Key.Key_Right, 1), (Qt.Key.Key_Space, 2), (Qt.Key.Key_PageDown, 2), (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 2), (Qt.Key.Key_Plus, 2),
    ):  # fmt: skip
        QTest.keyClick(wall, key)
        assert wall.place == place
    assert wall.accessibleName().startswith("谁来管？")
    wall.grab()
    QTest.keyClick(wall, Qt.Key.Key_Escape)


def test_a_sheet_is_filled_seen_and_written(
    study: StudyWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    study.sheets.menu().actions()[0].trigger()
    dialog = study.findChild(SessionExportDialog)
    qtbot.waitUntil(lambda: "把灯点亮" in dialog.preview.toPlainText())
    qtbot.waitUntil(lambda: dialog.fields.values().get("活动主题") == "把灯点亮")
    assert dialog.file_title() == "把灯点亮"
    path = tmp_path / "记录.docx"
    dialog.format.setCurrentIndex(dialog.format.findData("docx"))
    dialog.save_to(path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: "记录.docx" in window.notice.text)


def test_deleting_offers_the_way_back(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    study.delete.click()
    qtbot.waitUntil(lambda: window.services.studying.sessions() == [])
    window.operations.run(window.services.undo.undo)
    qtbot.waitUntil(lambda: study.model.rowCount() == 1)


def test_heat_beside_the_text_counts_people_and_names_them(
    window: MainWindow, group: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_article(group[0])
    qtbot.waitUntil(lambda: window.open.id == group[0])
    window.actions_by_name["group_heat"].setChecked(True)
    qtbot.waitUntil(lambda: window.study.margin is not None and bool(window.study.margin.heat))
    margin = window.study.margin
    assert margin is not None and margin.isVisible()
    assert len(margin.heat[0].people) == 3
    window.pane.go_to(0)
    (_sentence, top, bottom), *_ = margin._shown()
    assert set(margin.people_at((top + bottom) / 2)) == {"林小禾", "周望川", "江一苇"}
    assert margin.people_at(-50) == []
    margin.grab()
    QTest.keyClick(margin, Qt.Key.Key_Down)
    assert set(margin.accessibleDescription().split("、")) == {"林小禾", "周望川", "江一苇"}
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: shown.append(text))
    point = window.pane.cursorRect(window.pane._cursor_at(window.pane.offsets.to_document(1))).center()
    for widget, place in ((window.pane.viewport(), point), (margin, QPoint(3, round((top + bottom) / 2)))):
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert all("3 人" in text and "林小禾" in text for text in shown) and "谁来管？" in shown[0]
    actions = margin.menu().actions()
    assert {action.text() for action in actions} == {"林小禾", "周望川", "江一苇"}
    actions[0].setChecked(False)
    assert len(margin.heat[0].people) == 2
    window.actions_by_name["group_heat"].setChecked(False)
    assert not margin.isVisible() and not margin.strip.isVisible()


def test_the_heat_strip_leads_to_what_is_out_of_view(window: MainWindow, group: list[str], qtbot: QtBot) -> None:
    text = window.services.reading.article(group[1]).text
    window.services.annotating.add_highlight(group[1], 0, 8)
    window.services.annotating.add_highlight(group[1], len(text) - 9, len(text) - 2)
    window.open_article(group[1])
    qtbot.waitUntil(lambda: window.open.id == group[1])
    window.actions_by_name["group_heat"].setChecked(True)
    qtbot.waitUntil(lambda: window.study.margin is not None and len(window.study.margin.heat) >= 2)
    assert window.study.margin is not None
    strip, heat = window.study.margin.strip, window.study.margin.heat
    assert strip.isVisible() and strip.geometry().right() == window.pane.viewport().rect().right()
    assert strip.sentence_at(1) == heat[0] and strip.sentence_at(strip.height() - 2) == heat[-1]
    assert strip.sentence_at(strip.height() / 2) is None
    strip.grab()
    window.pane.go_to(0)
    before = window.pane.verticalScrollBar().value()
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, strip.height() - 2))
    assert window.pane.verticalScrollBar().value() > before


def test_the_notes_of_a_session_are_handed_over_with_what_was_read(
    study: StudyWindow, window: MainWindow, group: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    window.services.reading.mark_read(group, read=True)
    study.give.click()
    (dialog,) = study.findChildren(GiveDialog)
    assert dialog.portion().name == "本次学习：把灯点亮"
    assert dialog.with_read.isChecked()
    qtbot.waitUntil(lambda: dialog.count.text() == "1 条，读完 2 篇")
    with qtbot.waitSignal(dialog.written):
        dialog.save_to(tmp_path / "本次.zbnotes")
    file = load((tmp_path / "本次.zbnotes").read_bytes(), "本次")
    assert (len(file.annotations), {article for _, article in file.read}) == (1, set(group))


def test_a_plan_goes_to_the_group(study: StudyWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    study.plan.place.setText("文化站")
    study.hand_out.click()
    dialog = study.findChild(HandOutDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "1 条" in dialog.with_notes.text())
    assert (dialog.person.text(), dialog.with_notes.isChecked(), dialog.share.isEnabled()) == ("江一苇", True, False)
    dialog.person.clear()
    assert not dialog.save.isEnabled()
    dialog.person.setText("江一苇")
    dialog.with_issues.setChecked(True)
    path = tmp_path / "送学.zbnotes"
    dialog.save_to(path)
    qtbot.waitUntil(lambda: str(path) in window.notice.text)
    (plan,) = load(path.read_bytes(), "a").sessions
    assert (plan.session.theme, plan.session.place, plan.revision) == ("把灯点亮", "文化站", 1)
    assert path.with_suffix(".zbissue").is_file()


def test_a_plan_goes_by_the_shared_folder(study: StudyWindow, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "共享"
    folder.mkdir()
    window.services.sharing.share(folder)
    exchanging = window.services.exchanging
    for words, wanted in (("放进共享文件夹", True), ("不再放进共享文件夹", False)):
        study.hand_out.click()
        dialog = study.findChildren(HandOutDialog)[-1]
        qtbot.waitUntil(lambda dialog=dialog, words=words: dialog.share.text() == words)
        dialog.share.click()
        qtbot.waitUntil(lambda wanted=wanted: exchanging.is_shared(only(window.services)) == wanted)
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 1)


def test_a_session_has_a_menu_by_key(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    QApplication.sendEvent(study.list, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = study.row_menu.menu
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.text()] == [
        button.text() for button in (study.project, study.sheets, study.give, study.hand_out, study.new, study.delete)
    ]
    next(action for action in menu.actions() if action.text() == "删除").trigger()
    menu.close()
    qtbot.waitUntil(lambda: window.services.studying.sessions() == [])


def test_the_opposite_tags_are_asked_for(study: StudyWindow, window: MainWindow, qtbot: QtBot) -> None:
    study.board.opposites.click()
    (dialog,) = study.findChildren(OppositesDialog)
    assert ("赞同", "存疑") in dialog.pairs()
    dialog.rows.set_rows([("快", "慢"), ("只有一个", "")])
    dialog.accept()
    qtbot.waitUntil(lambda: window.services.studying.opposites() == (("快", "慢"),))
