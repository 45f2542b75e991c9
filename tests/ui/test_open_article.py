"""The article that lies open, when its issue changes under it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, sample_window
from zbreader.resources import resource
from zbreader.ui.main_window import MainWindow
from zbreader.ui.open_article import Arrival


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


def test_an_article_stays_open_though_a_new_conversion_gives_it_another_headline(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    article = window.open.article
    assert article is not None
    better = tmp_path / "better.txt"
    text = resource("sample", "sample-issue.txt").read_text(encoding="utf-8")
    better.write_text(text.replace(article.title, f"{article.title}新"), encoding="utf-8")
    window.importing.import_now([better])
    qtbot.waitUntil(
        lambda: window.open.article is not None and window.open.article.title != article.title, timeout=LONG
    )
    assert window.open.article.title == f"{article.title}新"
    assert window.open.id != article.id
    qtbot.waitUntil(lambda: not window.operations.tasks, timeout=LONG)
    qtbot.wait(300)  # the tree is read again and may lead elsewhere
    assert window.open.article.title == f"{article.title}新"
    assert "更新了 1 期" in window.notice.text
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: window.open.id == article.id, timeout=LONG)


def test_an_import_does_not_lead_to_the_first_article_while_another_is_loaded_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    first, issue = window.open.id, window.open.issue
    assert issue is not None
    window.actions_by_name["next_article"].trigger()
    qtbot.waitUntil(lambda: window.open.id not in (first, ""), timeout=LONG)
    second = window.open.id
    with qtbot.waitSignal(window.library.loaded, timeout=LONG):
        window.bridge.issues_changed.emit(frozenset({issue.id}))
        assert window.open.id == ""
        window.deeds.on_imported([issue.id])
    qtbot.waitUntil(lambda: not window.operations.tasks, timeout=LONG)
    qtbot.wait(300)
    assert window.open.id == second


def test_an_article_that_cannot_be_shown_leaves_the_open_one_alone(window: MainWindow, qtbot: QtBot) -> None:
    """Also afterwards, when the issue of the open one changes."""
    first, issue = window.open.id, window.open.issue
    assert issue is not None
    with qtbot.waitSignal(window.operations.failed, timeout=LONG):
        window.open_article("gone")
    assert window.open.id == window.open.id_to_keep == first
    window.bridge.issues_changed.emit(frozenset({issue.id}))
    qtbot.waitUntil(lambda: window.open.id == first, timeout=LONG)


def test_a_place_that_was_asked_for_is_kept_while_the_issue_changes(window: MainWindow, qtbot: QtBot) -> None:
    first, issue = window.open.id, window.open.issue
    assert issue is not None
    second = window.services.reading.articles(issue.id)[1].id
    shown: list[list[tuple[int, int]]] = []
    window.open.hits_shown.connect(lambda hits, at: shown.append(hits))
    window.open_article(second, Arrival(hits=((3, 5),)))
    window.bridge.issues_changed.emit(frozenset({issue.id}))
    qtbot.waitUntil(lambda: window.open.id == second, timeout=LONG)
    assert shown == [[(3, 5)]] and first != second
