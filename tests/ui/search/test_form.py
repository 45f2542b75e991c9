"""The form beside the search box."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.form import SearchForm
from zbreader.ui.search.furnishing import open_form


def test_it_begins_with_what_stands_in_the_box(qtbot: QtBot) -> None:
    form = SearchForm("水渠 “通 了” -坝 栏目:乡村 期:2031.05..2031.11 有笔记")
    qtbot.addWidget(form)
    assert form.words.text() == "水渠" and form.phrase.text() == "通 了" and form.without.text() == "坝"
    assert form.column.text() == "乡村" and form.with_notes.isChecked()
    assert (form.first_issue.text(), form.last_issue.text()) == ("2031.05", "2031.11")


def test_an_empty_form_seeks_nothing(qtbot: QtBot) -> None:
    form = SearchForm("")
    qtbot.addWidget(form)
    assert not form.go.isEnabled()
    form.tag.setText("水利")
    assert form.go.isEnabled() and form.query == "标签:水利"


def test_an_issue_is_a_year_and_a_number(qtbot: QtBot) -> None:
    form = SearchForm("")
    qtbot.addWidget(form)
    qtbot.keyClicks(form.first_issue, "x2031.05y")
    assert form.first_issue.text() == "2031.05"


def test_what_is_filled_in_goes_into_the_box(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.field.setText("学习")
    form = open_form(window)
    form.without.setText("水渠")
    form.go.click()
    assert window.sidebar.field.text() == "学习 -水渠"
    qtbot.waitUntil(lambda: window.search.is_answered and window.search.query == "学习 -水渠")
