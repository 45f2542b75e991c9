"""What an issue or a year is about, and where a word of it is sought."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.cloud import CloudDialog
from zbreader.ui.search.furnishing import open_cloud


def wait(dialog: CloudDialog, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: "word:" in dialog.page.toHtml() or "没有" in dialog.page.toPlainText(), timeout=20_000)
    return dialog.page.toPlainText().replace("\u2060", "")


def test_it_begins_with_the_open_issue_and_shows_whole_years(window: MainWindow, qtbot: QtBot) -> None:
    issue = window.open.issue
    assert issue is not None
    year, number = issue.identity.year, issue.identity.number
    assert year is not None and number is not None
    dialog = open_cloud(window)
    words = wait(dialog, qtbot)
    assert (dialog.year.currentData(), dialog.issue.currentData()) == (year, issue.id)
    heaviest = window.services.wording.keywords(issue_id=issue.id)[0].word
    assert words.split()[0] == heaviest
    assert dialog.where() == f"期:{year}.{number:02d}"
    dialog.page.anchorClicked.emit(QUrl(f"word:{heaviest}"))
    assert window.sidebar.field.text() == f"{heaviest} 期:{year}.{number:02d}"
    qtbot.waitUntil(lambda: bool(window.find_bar.ranges))
    first = (window.open.id, window.find_bar.ranges[window.find_bar.current])
    where = window.services.searching.neighbours(window.search.query, "", -1, window.search.options).next
    assert where is not None and first == (where.article_id, (where.start, where.end))
    assert window.open.article is not None
    assert heaviest in window.open.article.text[slice(*first[1])].replace("\n", "")
    dialog.page.anchorClicked.emit(QUrl(f"word:{heaviest}"))
    qtbot.waitUntil(lambda: (window.open.id, window.find_bar.ranges[window.find_bar.current]) != first)
    dialog.page.setPlainText("")
    dialog.issue.setCurrentIndex(0)
    assert wait(dialog, qtbot).split()[0] == heaviest and dialog.where() == f"期:{year}"
    dialog.close()


def test_without_issues_it_says_so(window: MainWindow, qtbot: QtBot) -> None:
    assert window.open.issue is not None
    window.services.importing.remove_issue(window.open.issue.id)
    qtbot.waitUntil(lambda: window.open.issue is None)
    dialog = open_cloud(window)
    assert "还没有期刊" in wait(dialog, qtbot)
    dialog.close()
