"""What an article is about, and what stands near it."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from zbreader.model.search import Keyword
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.furnishing import open_related
from zbreader.ui.search.related import cloud


def test_heavier_words_are_larger_and_nothing_is_mark_up() -> None:
    shown = cloud([Keyword("水渠", 1.0, 9), Keyword("<b>", 0.0, 1)], 10.0)
    assert shown.index("19.0pt") < shown.index('9.0pt;text-decoration:none" href="word:%3Cb%3E')
    assert "<b>" not in shown and "&lt;b&gt;" in shown
    assert cloud([], 10.0) == ""


def test_a_word_is_sought_and_an_article_opened(window: MainWindow, qtbot: QtBot) -> None:
    first = window.open.id
    dialog = open_related(window)
    assert dialog is not None
    qtbot.waitUntil(lambda: "相关文章" in dialog.page.toPlainText(), timeout=20_000)
    word = window.services.wording.keywords(article_id=first)[0].word
    assert word in dialog.page.toPlainText()
    dialog.page.anchorClicked.emit(QUrl(f"word:{word}"))
    assert window.sidebar.field.text() == word
    window.deeds.step_article(1)
    qtbot.waitUntil(lambda: window.open.id != first)
    dialog.page.anchorClicked.emit(QUrl(f"article:{first}"))
    qtbot.waitUntil(lambda: window.open.id == first)
    dialog.close()
