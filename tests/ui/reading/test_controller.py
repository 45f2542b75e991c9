"""Reading in the whole window: how the page is set, what was read, what follows."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.services.voices import Manner, Voice
from zbreader.ui import open_article
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys
from zbreader.ui.settings.preferences import Preferences


class Spoken(Voice):
    """A voice whose program is Python."""

    def arguments(self, speed: float) -> list[str]:
        return ["-c", self.language]


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample, its first article open."""
    usual = qapp.font()
    yield from sample_window(tmp_path / "library", qapp, qtbot)
    qapp.setFont(usual)


def test_cancelled_preferences_leave_the_look_as_it_was(window: MainWindow) -> None:
    before = (window.look.theme_name, window.look.choices)
    window.actions_by_name["preferences"].trigger()
    dialog = window.findChild(Preferences)
    dialog.show_page(dialog.type_form)
    dialog.type_form.zoom.step(1)
    dialog.type_form._theme_buttons["dark"].click()
    assert window.pane.settings.zoom == window.look.choices.zoom > 1
    dialog.reject()
    assert (window.look.theme_name, window.look.choices) == before
    assert window.pane.settings.choices == before[1]


def test_large_type_puts_things_away_and_brings_them_back(window: MainWindow) -> None:
    buttons = len(window.toolbar.actions())
    window.actions_by_name["elder"].trigger()
    assert window.pane.settings.zoom > 1.5
    assert len(window.toolbar.actions()) < buttons
    assert not window.panel.isVisible()
    assert window.actions_by_name["export"].isVisible()  # in its menu it stays
    window.actions_by_name["elder"].trigger()
    assert len(window.toolbar.actions()) == buttons
    assert window.pane.settings.zoom == 1.0
    assert window.panel.isVisible()


def test_the_quick_surface_opens_and_leads_to_the_settings(window: MainWindow) -> None:
    popover = window.reading.typesetting()
    assert popover.isVisible()
    window.actions_by_name["paged"].trigger()
    assert popover.form.paged.isChecked()
    assert window.pane.is_paged
    popover.more_requested.emit()
    popover.close()
    dialog = window.findChild(Preferences)
    assert dialog.pages.currentWidget().isAncestorOf(dialog.type_form)
    dialog.reject()


def test_reading_is_seen_in_the_tree_at_once_and_marked_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1000, 400)  # an article that fits into the window is read by being shown
    node = list(window.library.model.root.articles())[2]
    window.open_article(node.id)
    qtbot.waitUntil(lambda: window.open.id == node.id and not window.operations.tasks)
    window.pane.place_changed.emit(0.6)
    assert node.read == 0.6
    window.pane.place_changed.emit(0.2)
    assert node.read == 0.6
    window.actions_by_name["mark_read"].trigger()
    qtbot.waitUntil(lambda: node.is_read)
    window.actions_by_name["mark_read"].trigger()
    qtbot.waitUntil(lambda: node.read == 0.0)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: node.is_read)
    menu = window.tree.menu_for(window.library.model.root.children[0])
    next(action for action in menu.actions() if action.text() == "标为未读").trigger()
    qtbot.waitUntil(lambda: not [article for article in window.library.model.root.articles() if article.read])
    menu.deleteLater()
    window.open.leave()  # what was not read since is not written
    qtbot.wait(50)
    kept = {article.id: article for article in window.services.reading.articles(window.open.issue.id)}
    assert kept[node.id].read_fraction == 0.0


def test_what_follows_stands_under_the_end(window: MainWindow, qtbot: QtBot) -> None:
    articles = list(window.library.model.root.articles())
    assert len(articles) > 1
    window.open_article(articles[0].id)
    qtbot.waitUntil(lambda: window.open.id == articles[0].id)
    part = window.reading.next_part
    assert articles[1].title in part.button.text()
    part.button.click()
    qtbot.waitUntil(lambda: window.open.id == articles[1].id)
    window.open_article(articles[-1].id)
    qtbot.waitUntil(lambda: window.open.id == articles[-1].id)
    assert part.button.isHidden()


def test_reading_aloud_is_hidden_without_a_voice_and_follows_on_the_page_with_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    speaking, action = window.reading.speaking, window.actions_by_name["read_aloud"]
    speaking.take_voice(None)
    assert not action.isVisible()
    script = "import sys, time; sys.stdin.read(); time.sleep(30)"
    speaking.take_voice(Spoken("test", sys.executable, Manner.INPUT, script))
    assert action.isVisible()
    action.trigger()
    assert speaking.bar.isVisible()
    first = window.pane.marks.spoken
    assert first is not None
    speaking.bar.onward.click()
    assert window.pane.marks.spoken[0] >= first[1]
    speaking.bar.toggle.click()
    assert speaking.bar.toggle.accessibleName() == "继续"
    speaking.bar.speed.step(1)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.SPEED) == 1.15)
    speaking.bar.stop.click()
    assert not speaking.bar.isVisible()
    assert window.pane.marks.spoken is None


def test_the_room_reads_on_and_the_page_with_it(window: MainWindow, qtbot: QtBot) -> None:
    projector = window.reading.project()
    qtbot.waitExposed(projector)
    assert projector.page.article is window.open.article
    assert projector.page.settings.zoom > window.pane.settings.zoom
    qtbot.keyClick(projector, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.PROJECTOR_ZOOM) == 2.8)
    qtbot.keyClick(projector, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.PROJECTOR_MARKS) == "none")
    projector.page.set_place(1.0)
    wanted = projector.page.top_offset()
    assert wanted > 0
    window.resize(700, 300)
    with qtbot.waitSignal(projector.left):
        qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert window.pane.verticalScrollBar().value() > 0


def test_in_another_light_the_page_is_laid_out_once(window: MainWindow) -> None:
    laid_out: list[int] = []
    window.pane.column_changed.connect(lambda: laid_out.append(window.pane.viewport().width()))
    width = window.pane.viewport().width()
    window.look.set_theme("sepia")
    assert laid_out == [width]


def test_very_many_notes_are_listed_after_their_page_is_there(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_article, "AT_ONCE", 2)
    services, first = window.services, window.open.id
    wanted = services.reading.articles(services.reading.issues()[0].id)[1].id
    ids = [services.annotating.add_highlight(wanted, start, start + 4).annotation.id for start in (0, 10, 20)]
    listed: list[int] = []
    window.open.opened.connect(lambda *_: listed.append(window.panel.model.rowCount()))
    window.open_article(wanted, open_article.Arrival(note=ids[1]))
    qtbot.waitUntil(lambda: window.panel.model.rowCount() == 3)
    assert listed == [0] and window.panel.selected_id() == ids[1] == window.pane.marks.active
    window.open_article(first)
    qtbot.waitUntil(lambda: window.open.id == first)
    assert window.panel.model.rowCount() == 0


def test_what_lies_open_is_kept_while_it_does(window: MainWindow, qtbot: QtBot) -> None:
    settings, first = window.services.settings, window.open.id
    qtbot.waitUntil(lambda: settings.get(keys.LAST_ARTICLE) == first)
    window.actions_by_name["next_article"].trigger()
    qtbot.waitUntil(lambda: window.open.id != first and settings.get(keys.LAST_ARTICLE) == window.open.id)
    window.services.importing.remove_issue(window.open.issue.id)
    qtbot.waitUntil(lambda: window.open.article is None and settings.get(keys.LAST_ARTICLE) is None)


def test_the_whole_screen_and_back_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["full_screen"].trigger()
    assert window.isFullScreen()
    assert window.toolbar.isHidden()
    qtbot.keyClick(window.pane, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert not window.toolbar.isHidden()
    assert not window.actions_by_name["full_screen"].isChecked()


def test_a_key_word_jumps_to_its_places(window: MainWindow) -> None:
    text = window.open.article.text
    word = text[2:4]
    window.find_bar.find_words(word)
    assert window.find_bar.isVisible()
    assert window.find_bar.ranges[0] == (text.index(word), text.index(word) + 2)
    assert window.pane.marks.current_hit == "0"
