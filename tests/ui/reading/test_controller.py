"""Reading in the whole window: how the page is set, what was read, what follows."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zbreader.services.library import open_library
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings.preferences import Preferences


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample, its first article open."""

    def unexpected(error: BaseException) -> None:
        raise error

    services = open_library(
        tmp_path / "library", clock=lambda: datetime(2026, 3, 1, tzinfo=timezone.utc), random_bits=secrets.randbits
    )
    usual = qapp.font()
    window = MainWindow(services, unexpected, offers_sample=False)
    window.show()
    window.furnish()
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None)
    qtbot.waitUntil(lambda: not window.operations.tasks)
    yield window
    window.close()
    services.close()
    window.deleteLater()
    qapp.setFont(usual)
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


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
    node = window.library.model.find(window.open.id)
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
    assert window.services.reading.articles(window.open.issue.id)[0].read_fraction == 0.0


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
