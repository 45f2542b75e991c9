"""Suggestions while one types: for which word, what becomes of the query, and that nothing disturbs the keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zbreader.model.search import Suggestion, SuggestionKind
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.suggesting import MOST, SuggestionList
from zbreader.ui.search.typed_word import Typed, completed, typed_word

TITLE = Suggestion("水渠通了", SuggestionKind.TITLE)
AUTHOR = Suggestion("水木", SuggestionKind.AUTHOR)
SAVED = Suggestion("水利专题", SuggestionKind.SAVED)


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("水渠", Typed("", "水渠")),
        ("大坝 -水渠", Typed("大坝 -", "水渠")),
        ("大坝 作者：林", Typed("大坝 ", "林", SuggestionKind.AUTHOR)),
        ("水", None),
        ("大坝 ", None),
        ("作者:", None),
        ("大坝 “水渠", None),
        ("", None),
    ],
)
def test_only_the_word_at_the_end_is_completed(query: str, word: Typed | None) -> None:
    assert typed_word(query) == word


def test_a_suggestion_says_where_it_is_to_be_found() -> None:
    assert completed(Typed("大坝 ", "水渠"), TITLE) == "大坝 “水渠通了”"
    assert completed(Typed("大坝 -", "水木"), AUTHOR) == "大坝 -作者:水木"
    assert completed(Typed("", "水"), Suggestion("水利", SuggestionKind.TERM)) == "水利"


@given(st.text('水渠 -“”"作者:：', max_size=20))
def test_what_stands_before_the_word_is_kept(query: str) -> None:
    word = typed_word(query)
    if word is not None:
        assert query.startswith(word.before)
        assert completed(word, AUTHOR).startswith(word.before)


def type_in(window: MainWindow, text: str) -> None:
    """What an input method does when its characters are chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(window.sidebar.field, event)


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> SuggestionList:
    window.sidebar.field.setFocus()
    qtbot.waitUntil(window.sidebar.field.hasFocus)

    def suggest(prefix: str, count: int) -> list[Suggestion]:
        return [one for one in (TITLE, AUTHOR, SAVED) if one.text.startswith(prefix)][:count]

    for own in window.sidebar.findChildren(SuggestionList):  # the window's own would take the keys as well
        window.sidebar.field.removeEventFilter(own)
    return SuggestionList(window.sidebar.field, window.operations, suggest, window)


def test_arrows_choose_and_enter_takes(window: MainWindow, listed: SuggestionList, qtbot: QtBot) -> None:
    type_in(window, "大坝 水渠")
    qtbot.waitUntil(listed.isVisible)
    assert window.sidebar.field.hasFocus() and listed.currentRow() == -1
    QTest.keyClick(window.sidebar.field, Qt.Key.Key_Down)
    QTest.keyClick(window.sidebar.field, Qt.Key.Key_Return)
    assert window.sidebar.field.text() == "大坝 “水渠通了”"
    assert listed.isHidden() and window.sidebar.field.hasFocus()


def test_escape_puts_it_away_before_it_clears_the_field(
    window: MainWindow, listed: SuggestionList, qtbot: QtBot
) -> None:
    type_in(window, "作者:水")
    qtbot.waitUntil(listed.isVisible)
    assert listed.count() == 1
    QTest.keyClick(window.sidebar.field, Qt.Key.Key_Escape)
    assert listed.isHidden() and window.sidebar.field.text() == "作者:水"
    QTest.keyClick(window.sidebar.field, Qt.Key.Key_Escape)
    assert window.sidebar.field.text() == ""


def test_what_an_input_method_composes_is_left_alone(window: MainWindow, listed: SuggestionList, qtbot: QtBot) -> None:
    QApplication.sendEvent(window.sidebar.field, QInputMethodEvent("shui'qu", []))
    assert not listed.is_waiting
    type_in(window, "水渠")
    assert listed.is_waiting and window.sidebar.field.text() == "水渠"
    qtbot.waitUntil(listed.isVisible)


def test_a_saved_search_is_called_by_its_name(window: MainWindow, listed: SuggestionList, qtbot: QtBot) -> None:
    called: list[str] = []
    listed.saved_chosen.connect(called.append)
    listed.show_found([SAVED])
    listed.take(0)
    assert called == ["水利专题"]
    assert MOST > 3


def test_the_window_suggests_what_its_library_holds(window: MainWindow, qtbot: QtBot) -> None:
    window.services.saved_searches.save("苇渡专题", "水文 -坝")
    window.sidebar.field.setFocus()
    qtbot.waitUntil(window.sidebar.field.hasFocus)
    listed = window.sidebar.findChildren(SuggestionList)[0]
    type_in(window, "苇渡")
    qtbot.waitUntil(listed.isVisible)
    texts = [listed.item(row).text() for row in range(listed.count())]
    listed.take(next(row for row, text in enumerate(texts) if text.startswith("苇渡专题")))
    assert window.sidebar.field.text() == "水文 -坝"


def test_a_headline_and_its_kind_have_the_width_of_the_side(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.field.setFocus()
    qtbot.waitUntil(window.sidebar.field.hasFocus)
    listed = window.sidebar.findChildren(SuggestionList)[0]
    listed.show_found([TITLE])
    right = window.sidebar.width() - window.sidebar.field.x()
    assert listed.width() > window.sidebar.field.width() and listed.geometry().right() <= right
