"""The first steps: ticked by doing, remembered, put away for good, and never forced on those who know the program."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.ui.exporting.dialog import ExportDialog
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys

Opener = Callable[[], MainWindow]


@pytest.fixture
def opener(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    """Opens the window over the same library; the one before is closed."""
    kept: list[tuple[MainWindow, Services]] = []

    def unexpected(error: BaseException) -> None:
        raise error

    def close() -> None:
        while kept:
            window, services = kept.pop()
            window.close()
            services.close()
            window.deleteLater()

    def open_window() -> MainWindow:
        close()
        services = open_library(
            tmp_path / "library", clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits
        )
        window = MainWindow(services, unexpected, offers_sample=False)
        kept.append((window, services))
        window.show()
        window.furnish()
        qtbot.waitUntil(lambda: window.deeds.has_begun)
        return window

    yield open_window
    close()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def rows(window: MainWindow) -> list[QPushButton]:
    return window.first_steps.card.findChildren(QPushButton)


def click(window: MainWindow, words: str) -> None:
    next(row for row in rows(window) if words in row.text()).click()


def test_each_step_is_ticked_by_doing_it_and_remembered(opener: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    window = opener()
    steps = window.first_steps
    assert steps.card.isVisible() and steps.done == set()
    click(window, "打开一篇文章")
    qtbot.waitUntil(lambda: steps.done == {"read"})
    window.pane.select_range(0, 6)
    QTest.keyClick(window.pane, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: len(window.open.notes) == 1)
    assert steps.done == {"read", "mark"}
    window.panel.note_edited.emit(window.open.notes[0].annotation.id, "  ")
    assert "note" not in steps.done, "nothing was written"
    window.panel.note_edited.emit(window.open.notes[0].annotation.id, "记下")
    click(window, "搜索全部期刊")
    window.sidebar.field.setText("没有这样的话可找")
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.is_answered)
    assert not steps.card.isVisible(), "results need the room"
    assert "search" not in steps.done
    window.sidebar.field.setText("水")
    window.search.search_now()
    qtbot.waitUntil(lambda: steps.done == {"read", "mark", "note", "search"})
    window.sidebar.field.clear()
    assert steps.card.isVisible()

    window = opener()
    assert window.first_steps.done == {"read", "mark", "note", "search"}
    assert window.first_steps.card.isVisible()
    assert [row.text()[0] for row in rows(window)] == ["☑", "☑", "☑", "☑", "☐"]
    click(window, "导出笔记")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: "记下" in dialog.preview.toPlainText())
    dialog.save_to(tmp_path / "笔记.docx")
    qtbot.waitUntil(lambda: "export" in window.first_steps.done)
    assert window.first_steps.card.isVisible(), "one is told that it was the last"
    assert not opener().first_steps.card.isVisible()


def test_what_was_put_away_stays_away_until_it_is_asked_for(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    window.first_steps.card.findChildren(QToolButton)[0].click()
    assert not window.first_steps.card.isVisible()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.FIRST_STEPS_CLOSED) is True)
    window = opener()
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None)
    assert not window.first_steps.card.isVisible() and window.first_steps.done == set()
    window.actions_by_name["first_steps"].trigger()
    assert window.first_steps.card.isVisible()


def test_an_empty_library_has_nothing_to_choose_from_and_the_card_says_so(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    card = window.first_steps.card

    def told() -> str:
        return next(label for label in card.findChildren(QLabel) if label.wordWrap()).text()

    assert "空的" in told() and "示例" in told()
    click(window, "标记一句话")
    qtbot.waitUntil(lambda: window.open.article is not None)
    assert "空的" not in told() and "1 到 5" in told()
    window.services.importing.remove_issue(window.library.model.root.children[0].id)
    qtbot.waitUntil(lambda: "空的" in told())


def test_a_library_that_has_issues_already_needs_no_steps(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    window.services.importing.import_files([resource("sample", "sample-issue.txt")])
    window = opener()
    qtbot.waitUntil(lambda: window.library.model.rowCount() == 1)
    assert not window.first_steps.card.isVisible()
    assert all(row.accessibleName() and row.accessibleDescription() for row in rows(window))


@pytest.mark.parametrize("elder", [False, True])
def test_the_card_gives_way_on_a_small_screen(opener: Opener, qtbot: QtBot, elder: bool) -> None:
    window = opener()
    window.look.set_elder(elder)
    card = window.first_steps.card
    window.resize(1000, 1000)
    qtbot.waitUntil(card.isVisible)
    card_height, lowest = card.height(), window.minimumSizeHint().height()
    window.resize(1000, lowest)
    qtbot.waitUntil(lambda: window.height() == lowest)
    qtbot.waitUntil(lambda: window.tree.height() >= window.tree.minimumSizeHint().height())
    window.sidebar.resize(window.sidebar.width(), card_height)
    assert not card.isVisible() and not card.isHidden()
    window.resize(1000, 1000)
    qtbot.waitUntil(card.isVisible)


def test_in_large_type_the_window_still_fits_a_small_laptop(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    window.look.set_elder(True)
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None)
    assert window.minimumSizeHint().height() < 700  # logical pixels, of 768
