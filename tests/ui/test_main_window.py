"""The window over a real library in a folder of its own: what its parts do together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.citation import CitationStyle
from zbreader.model.errors import KnownError
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.ui.exchanging.give import GiveDialog
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.exporting.dialog import ExportDialog
from zbreader.ui.health.backups_dialog import BackupsDialog
from zbreader.ui.health.page import HealthPage
from zbreader.ui.help.about import AboutBox
from zbreader.ui.help.shortcuts import ShortcutSheet
from zbreader.ui.main_window import MainWindow, dropped_paths
from zbreader.ui.settings import keys
from zbreader.ui.settings.preferences import Preferences
from zbreader.ui.theme.theme import theme_names

Opener = Callable[[Path], MainWindow]


def services_in(folder: Path) -> Services:
    return open_library(folder, clock=lambda: datetime(2026, 3, 1, tzinfo=timezone.utc), random_bits=secrets.randbits)


@pytest.fixture
def opener(qapp: QApplication, qtbot: QtBot) -> Iterator[Opener]:
    opened: list[tuple[MainWindow, Services]] = []

    def unexpected(error: BaseException) -> None:
        raise error

    def open_window(folder: Path) -> MainWindow:
        services = services_in(folder)
        window = MainWindow(services, unexpected, offers_sample=False)
        opened.append((window, services))
        window.show()
        window.furnish()
        return window

    yield open_window
    for window, services in opened:
        window.close()
        services.close()
        window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


@pytest.fixture
def window(opener: Opener, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window with the sample in it, its first article open."""
    window = opener(tmp_path / "library")
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None)
    qtbot.waitUntil(lambda: not window.operations.tasks)
    return window


def add_note(
    window: MainWindow, qtbot: QtBot, start: int, end: int, color: HighlightColor = HighlightColor.BLUE
) -> None:
    count = len(window.open.notes)
    window.open.highlight(start, end, color, MarkStyle.HIGHLIGHT)
    qtbot.waitUntil(lambda: len(window.open.notes) == count + 1)


def box_of(window: MainWindow, qtbot: QtBot) -> QMessageBox:
    found: list[QMessageBox] = []
    qtbot.waitUntil(lambda: bool(found or found.extend(b for b in window.findChildren(QMessageBox) if b.isVisible())))
    return found[0]


def test_an_empty_library_tells_what_to_do(opener: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    window = opener(tmp_path / "library")
    qtbot.waitUntil(lambda: window.deeds.has_begun)
    assert window.middle.currentWidget() is window.welcome
    assert window.welcome.currentIndex() == 0
    assert not window.panel.isVisible()
    assert not window.actions_by_name["find"].isEnabled()


def test_from_article_to_article(window: MainWindow, qtbot: QtBot) -> None:
    first = window.open.id
    assert window.windowTitle().startswith(window.open.article.title)
    window.actions_by_name["previous_article"].trigger()
    assert "第一篇" in window.notice.text
    window.actions_by_name["next_article"].trigger()
    qtbot.waitUntil(lambda: window.open.id != first)
    window.actions_by_name["previous_article"].trigger()
    qtbot.waitUntil(lambda: window.open.id == first)


def test_marks_notes_and_counts_follow_every_change(window: MainWindow, qtbot: QtBot) -> None:
    add_note(window, qtbot, 0, 6)
    node = window.library.model.find(window.open.id)
    qtbot.waitUntil(lambda: node.notes == 1)
    note = window.open.notes[0].annotation.id
    window.panel.tags_edited.emit(note, ["初心", "研讨"])
    qtbot.waitUntil(lambda: window.open.notes[0].annotation.tags == ("初心", "研讨"))
    window.panel.color_changed.emit(note, HighlightColor.PINK, MarkStyle.WAVY)
    qtbot.waitUntil(lambda: window.open.notes[0].annotation.style is MarkStyle.WAVY)
    window.panel.delete_requested.emit(note)
    qtbot.waitUntil(lambda: not window.open.notes)
    qtbot.waitUntil(lambda: node.notes == 0)
    qtbot.waitUntil(lambda: window.actions_by_name["undo"].isEnabled())
    assert window.actions_by_name["undo"].text().startswith("撤销：")
    for _ in range(4):
        window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(
        lambda: not window.actions_by_name["undo"].isEnabled() or "导入" in window.actions_by_name["undo"].text()
    )
    assert not window.services.annotating.notes(AnnotationFilter())


def test_an_issue_that_is_removed_leaves_the_page_and_comes_back(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_note(window, qtbot, 0, 6)
    window.actions_by_name["remove_issue"].trigger()
    box = box_of(window, qtbot)
    next(button for button in box.buttons() if button.text() == "移除").click()
    qtbot.waitUntil(lambda: window.open.article is None and window.library.model.rowCount() == 0)
    assert "已移除" in window.notice.text
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1)
    assert len(window.services.annotating.notes(AnnotationFilter())) == 1


def test_find_in_the_article(window: MainWindow, qtbot: QtBot) -> None:
    words = window.open.article.text[10:12]
    window.actions_by_name["find"].trigger()
    window.find_bar.field.setText(words)
    assert (10, 12) in window.find_bar.ranges
    count = len(window.find_bar.ranges)
    window.actions_by_name["find_previous"].trigger()
    assert window.find_bar.current == count - 1
    window.actions_by_name["find_next"].trigger()
    assert window.find_bar.current == 0
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible() and not window.find_bar.ranges


def test_search_drops_what_nobody_asks_any_more(window: MainWindow, qtbot: QtBot) -> None:
    for text in ("水", "水渠", "这几个字哪里也没有呀"):
        window.sidebar.field.setText(text)
    window.search.search_now()
    told: list[str] = []
    window.search.told.connect(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert "没有找到" in told[-1]
    assert window.sidebar.is_searching()
    window.sidebar.field.clear()
    assert not window.sidebar.is_searching()


def test_the_export_dialog_previews_and_writes(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: "没有符合条件的标注" in dialog.state)
    dialog.reject()
    add_note(window, qtbot, 0, 12)
    window.deeds.export("", window.open.id)
    dialog = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
    assert dialog.wanted() == AnnotationFilter(article_id=window.open.id)
    qtbot.waitUntil(lambda: window.open.article.text[1:6] in dialog.preview.toPlainText())
    dialog.template.setCurrentIndex(1)
    assert dialog.fields.values() == {}
    pdf = tmp_path / "笔记.pdf"
    dialog.format.setCurrentIndex(dialog.format.findData("pdf"))
    dialog.save_to(pdf)
    qtbot.waitUntil(pdf.exists)
    assert pdf.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: "笔记.pdf" in window.notice.text)
    assert window.services.settings.get(keys.EXPORT_FORMAT) == "pdf"


def test_notes_handed_in_are_collected_elsewhere(
    window: MainWindow, opener: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    add_note(window, qtbot, 0, 6)
    window.actions_by_name["give_notes"].trigger()
    give = window.findChild(GiveDialog)
    give.person.setText("林溪")
    paper = tmp_path / "林溪.zbnotes"
    give.save_to(paper)
    qtbot.waitUntil(lambda: "林溪.zbnotes" in window.notice.text)

    leader = opener(tmp_path / "leader")
    leader.bring([paper])
    qtbot.waitUntil(lambda: leader.findChild(ReportDialog) is not None)
    report = leader.findChild(ReportDialog)
    assert [report.people.topLevelItem(0).text(column) for column in (0, 2)] == ["林溪", "1"]
    assert not leader.services.annotating.notes(AnnotationFilter())
    report.take.click()
    qtbot.waitUntil(lambda: len(leader.services.annotating.notes(AnnotationFilter())) == 1)
    qtbot.waitUntil(lambda: "新收 1 条" in leader.notice.text)
    leader.bring([paper])
    qtbot.waitUntil(lambda: "没有新的笔记" in leader.notice.text)


def test_files_dropped_on_the_window_are_imported(opener: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    window = opener(tmp_path / "library")
    issue, broken = tmp_path / "一期.txt", tmp_path / "空.txt"
    issue.write_bytes(resource("sample", "sample-issue.txt").read_bytes())
    broken.write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(issue)), QUrl.fromLocalFile(str(broken)), QUrl("https://example.org/x.txt")])
    assert dropped_paths(data) == [issue, broken]
    copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, no))
    qtbot.waitUntil(lambda: "1 个文件没有导入" in window.notice.text)
    assert "导入了 1 期" in window.notice.text
    qtbot.waitUntil(lambda: window.open.article is not None)


def test_the_look_is_remembered(window: MainWindow, opener: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    window.look.set_theme("dark")
    window.look.choose(face="sans")
    window.actions_by_name["zoom_in"].trigger()
    zoom = window.look.choices.zoom
    assert zoom > 1
    window.actions_by_name["show_notes"].setChecked(False)
    assert not window.panel.isVisible()
    window.close()
    window.services.close()
    again = opener(tmp_path / "library")
    assert (again.look.theme.name, again.look.choices.face, again.look.choices.zoom) == ("dark", "sans", zoom)
    assert again.pane.settings.zoom == zoom
    qtbot.waitUntil(lambda: again.open.article is not None)
    assert not again.panel.isVisible()


def test_a_window_closed_before_all_was_there_forgets_nothing(window: MainWindow, opener: Opener, qtbot: QtBot) -> None:
    """On a slow machine: what lay open and stood unfolded still does the next time."""
    article, issue = window.open.id, window.open.issue.id
    qtbot.waitUntil(lambda: window.tree.unfolded() == [issue])
    window.close()
    settings = window.services.settings
    early = opener(window.services.directory)
    early.close()
    assert early.open.article is None
    for kept in (settings, early.services.settings):
        assert (kept.get(keys.LAST_ARTICLE), kept.get(keys.UNFOLDED)) == (article, [issue])
    again = opener(window.services.directory)
    qtbot.waitUntil(lambda: again.open.id == article and again.tree.unfolded() == [issue])


def test_menus_of_looks_say_what_is_on(window: MainWindow) -> None:
    for name, current in (("<themes>", "跟随系统明暗"), ("<faces>", "宋体")):
        menu = window.actions_by_name.submenus[name]
        menu.aboutToShow.emit()
        assert [action.text() for action in menu.actions() if action.isChecked()] == [current]
    menu.actions()[1].trigger()
    assert window.look.choices.face == "sans"


def test_preferences(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["preferences"].trigger()
    dialog = window.findChild(Preferences)
    dialog.resize(dialog.width(), 300)
    assert dialog.height() == 300, "its pages scroll where the screen is small"
    dialog.person.setText(" 林溪 ")
    dialog.type_form._theme_buttons["sepia"].click()
    assert dialog.changes() == {keys.PERSON: "林溪"}
    dialog.citation.setCurrentIndex(1)
    assert dialog.changes() == {keys.PERSON: "林溪", keys.CITATION: "gbt7714-2015"}
    dialog.accept()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.PERSON) == "林溪")
    assert window.look.theme.name == "sepia"
    qtbot.waitUntil(lambda: window.pane.citation is CitationStyle.GBT_2015)


def test_backup_check_and_restore(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "备份.db"
    window.services.wording.set_dictionary(["苇渡夜校"])
    theme = window.look.theme.name
    monkeypatch.setattr("zbreader.ui.exporting.place.QFileDialog.getSaveFileName", lambda *_a: (str(copy), ""))
    monkeypatch.setattr("zbreader.ui.health.backups_dialog.QFileDialog.getOpenFileName", lambda *_a: (str(copy), ""))
    window.actions_by_name["backup"].trigger()
    qtbot.waitUntil(lambda: "已备份" in window.notice.text)
    window.actions_by_name["check"].trigger()
    page = next(iter(window.findChildren(HealthPage)))
    qtbot.waitUntil(lambda: "一切正常" in page.verdict.text())
    page.close()
    add_note(window, qtbot, 0, 6)
    window.services.wording.set_dictionary(["磨坊课"])
    window.look.set_theme(next(name for name in theme_names() if name != theme))
    window.actions_by_name["restore"].trigger()
    dialog = next(iter(window.findChildren(BackupsDialog)))
    qtbot.waitUntil(lambda: "还没有备份" in dialog.preview.text())
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "别的文件…").click()
    qtbot.waitUntil(dialog.go.isEnabled)
    assert "1 条后来写的笔记会没有" in dialog.preview.text() and "2 项设置会变回" in dialog.preview.text()
    dialog.go.click()
    qtbot.waitUntil(lambda: "已从" in window.notice.text)
    qtbot.waitUntil(lambda: not window.open.notes)
    assert window.look.theme.name == theme, "settings are at work at once"
    assert "苇渡夜校" in window.services._words.terms and "磨坊课" not in window.services._words.terms
    next(button for button in window.notice.findChildren(QPushButton) if button.text() == "换回来").click()
    qtbot.waitUntil(lambda: len(window.open.notes) == 1)
    qtbot.waitUntil(lambda: window.look.theme.name != theme)


def test_what_goes_wrong_is_told_and_stays_until_it_is_closed(window: MainWindow) -> None:
    window.operations.failed.emit(KnownError("磁盘已满，请腾出空间。"))
    assert window.notice.text == "磁盘已满，请腾出空间。"
    with pytest.raises(ZeroDivisionError):
        window.on_failed(ZeroDivisionError())


def test_sheets_of_help(window: MainWindow) -> None:
    window.actions_by_name["shortcuts"].trigger()
    window.actions_by_name["about"].trigger()
    assert window.findChild(ShortcutSheet) and window.findChild(AboutBox)


def test_the_palette_does_what_the_menus_do_and_finds_articles(window: MainWindow, qtbot: QtBot) -> None:
    first, title = window.open.id, window.open.article.title
    window.actions_by_name["next_article"].trigger()
    qtbot.waitUntil(lambda: window.open.id != first)
    window.actions_by_name["palette"].trigger()
    palette = window.palette_opening.palette
    qtbot.keyClicks(palette.field, "sz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    dialog = window.findChild(Preferences)
    assert dialog is not None
    dialog.reject()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.PALETTE_RECENT) == ["preferences"])
    window.actions_by_name["palette"].trigger()
    assert palette.list.currentIndex().data() == "设置"
    palette.field.setText(title[1:5])
    qtbot.waitUntil(lambda: palette.model.rowCount() > 0)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.open.id == first)
    window.actions_by_name["palette"].trigger()
    window.actions_by_name["palette"].trigger()
    assert not palette.isVisible()


def test_rows_have_menus_and_notes_can_be_dragged_out(window: MainWindow, qtbot: QtBot) -> None:
    add_note(window, qtbot, 0, 6)
    index = window.panel.list.model().index(0, 0)
    menu = window.panel.menu_for(index)
    assert next(action.text() for action in menu.actions() if action.text()) == "在正文中显示"
    words = window.open.article.text[:6]
    assert words in window.panel.list.model().mimeData([index]).text()
    copy = next(action for action in menu.actions() if action.text() == "复制原文和笔记")
    copy.trigger()
    assert words in QApplication.clipboard().text()
    window.sidebar.field.setText("水")
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.model.rowCount() >= 2)
    window.results.choose_first()
    found = window.results.menu_for(window.results.currentIndex())
    assert [action.text() for action in found.actions()] == ["打开", "复制这段文字"]
    assert window.tree.row_menu.menu is None


def test_what_is_dragged_out_of_the_page_says_where_it_comes_from(window: MainWindow) -> None:
    window.pane.select_range(0, 6)
    copied = window.pane.createMimeDataFromSelection().text()
    window.pane._is_dragging = True
    dragged = window.pane.createMimeDataFromSelection().text()
    window.pane._is_dragging = False
    assert copied == window.open.article.text[:6]
    assert copied in dragged and window.open.article.title in dragged


def test_every_part_can_be_reached_and_named(window: MainWindow) -> None:
    for part in (window.tree, window.results, window.pane, window.panel, window.sidebar.field, window.find_bar.field):
        assert part.accessibleName()
    window.pane.setFocus()
    window.actions_by_name["next_pane"].trigger()
    assert window.panel.isAncestorOf(QApplication.focusWidget()) or window.panel.hasFocus()
    window.actions_by_name["next_pane"].trigger()
    assert window.tree.hasFocus()
    window.actions_by_name["previous_pane"].trigger()
    assert window.panel.isAncestorOf(QApplication.focusWidget()) or window.panel.hasFocus()
