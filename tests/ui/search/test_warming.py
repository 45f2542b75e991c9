"""The word list is loaded after the first search, and then a double click takes a Chinese word."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.warming import Warming


def test_words_are_there_after_warming(window: MainWindow, qtbot: QtBot) -> None:
    warming = Warming(window)
    assert window.pane.word_bounds is None
    warming.begin()
    qtbot.waitUntil(lambda: window.pane.word_bounds is not None, timeout=20_000)
    bounds = window.pane.word_bounds
    assert bounds is not None and bounds("我们学习文件。", 3) == (2, 4)


def test_a_search_begins_it_when_idle(window: MainWindow, qtbot: QtBot) -> None:
    begun: list[int] = []
    warming = Warming(window)
    warming._idle.setInterval(0)
    warming._idle.timeout.connect(lambda: begun.append(1))
    window.sidebar.field.setText("学习")
    window.search.search_now()
    qtbot.waitUntil(lambda: bool(begun))
