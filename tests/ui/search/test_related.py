"""What an article is about, and what stands near it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from zbreader.model.search import Keyword
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.cloud import cloud
from zbreader.ui.search.furnishing import open_related
from zbreader.ui.theme.theme import WindowColors, load_theme


def test_heavier_words_are_larger_and_nothing_is_mark_up(colors: WindowColors) -> None:
    shown = cloud([Keyword("水渠", 1.0, 9), Keyword("<b>", 0.0, 1)], 10.0, colors)
    assert shown.index("font-size:22.0pt") < shown.index("font-size:9.0pt") < shown.index("word:%3Cb%3E")
    assert "<b>" not in shown and "&lt;\u2060b\u2060&gt;" in shown
    assert cloud([], 10.0, colors) == ""


@pytest.fixture
def colors(qapp: object) -> WindowColors:
    return load_theme("paper").window


def test_a_word_is_sought_and_an_article_opened(window: MainWindow, qtbot: QtBot) -> None:
    first = window.open.id
    dialog = open_related(window)
    assert dialog is not None
    qtbot.waitUntil(lambda: "相关文章" in dialog.page.toPlainText(), timeout=20_000)
    word = window.services.wording.keywords(article_id=first)[0].word
    assert word in dialog.page.toPlainText().replace("\u2060", "")
    dialog.page.anchorClicked.emit(QUrl(f"word:{word}"))
    assert window.find_bar.field.text() == word and window.find_bar.ranges
    window.deeds.step_article(1)
    qtbot.waitUntil(lambda: window.open.id != first)
    dialog.page.anchorClicked.emit(QUrl(f"article:{first}"))
    qtbot.waitUntil(lambda: window.open.id == first)
    dialog.close()
