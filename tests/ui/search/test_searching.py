"""Searching in the window: counts, order, notes among the results, and from hit to hit across articles."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.search import IssueHits, SearchOrder
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.counting import Counted
from zbreader.ui.search.rows import HitRow, IssueRow, NoteRow, NotesRow
from zbreader.ui.settings import keys

WORD = "的"  # stands in every article of the sample


def seek(window: MainWindow, qtbot: QtBot, query: str) -> None:
    window.sidebar.field.setText(query)
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.is_answered)


def rows(window: MainWindow, kind: type) -> list:
    model = window.search.model
    found = [model.row_at(model.index(number)) for number in range(model.rowCount())]
    return [row for row in found if isinstance(row, kind)]


def test_articles_and_occurrences_are_told(window: MainWindow, qtbot: QtBot) -> None:
    told: list[str] = []
    window.search.told.connect(told.append)
    seek(window, qtbot, WORD)
    hits = [row.hit for row in rows(window, HitRow)]
    assert told[-1] == f"{len(hits)} 篇 · {sum(hit.count for hit in hits)} 处"
    seek(window, qtbot, "不会有的词句")
    assert told[-1].startswith("没有找到")


def test_by_issue_or_one_by_one_and_by_date(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, WORD)
    assert rows(window, IssueRow) and not rows(window, HitRow)[0].place
    window.search_panel.grouped.click()
    assert not rows(window, IssueRow) and rows(window, HitRow)[0].place
    window.search_panel.dated.click()
    assert window.search.options.order is SearchOrder.DATE
    settings = window.services.settings
    qtbot.waitUntil(lambda: settings.get(keys.SEARCH_ORDER) == "date" and settings.get(keys.SEARCH_GROUPED) is False)


def test_both_writings_are_one_when_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, "學習")
    assert not rows(window, HitRow)
    window.search_panel.variants.click()
    qtbot.waitUntil(lambda: bool(rows(window, HitRow)))
    hits = [row.hit for row in rows(window, HitRow)]
    qtbot.waitUntil(lambda: window.search.counting.is_idle)
    assert sum(bar.articles for bar in window.search_panel.chart.bars) == len(hits)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.SEARCH_VARIANTS) is True)
    window.deeds.open_hit(hits[-1])
    qtbot.waitUntil(lambda: window.open.id == hits[-1].article_id)
    text = window.open.article.text
    assert {text[start:end] for start, end in window.find_bar.ranges} == {"学习"}


def test_a_note_is_found_and_opens_at_its_place(window: MainWindow, qtbot: QtBot) -> None:
    window.open.highlight(0, 6, HighlightColor.BLUE, MarkStyle.HIGHLIGHT)
    qtbot.waitUntil(lambda: len(window.open.notes) == 1)
    note, article = window.open.notes[0].annotation.id, window.open.id
    window.panel.note_edited.emit(note, "井台边的水瓢")
    qtbot.waitUntil(lambda: window.open.notes[0].annotation.note == "井台边的水瓢")
    seek(window, qtbot, "水瓢")
    assert [row.count for row in rows(window, NotesRow)] == [1]
    assert rows(window, NoteRow)[0].note.annotation_id == note
    window.deeds.step_article(1)
    qtbot.waitUntil(lambda: window.open.id != article)
    window.results.choose_first()
    window.results.activate_current()
    qtbot.waitUntil(lambda: window.open.id == article)
    assert window.pane.marks.active == note


def test_the_next_hit_goes_on_into_the_next_article(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, WORD)
    hits = [row.hit for row in rows(window, HitRow)]
    assert len(hits) > 1
    window.deeds.open_hit(hits[0])
    qtbot.waitUntil(lambda: window.open.id == hits[0].article_id and len(window.find_bar.ranges) == len(hits[0].ranges))
    for _ in hits[0].ranges[1:]:
        window.actions_by_name["find_next"].trigger()
    assert window.find_bar.current == len(hits[0].ranges) - 1
    window.actions_by_name["find_next"].trigger()
    qtbot.waitUntil(lambda: window.open.id == hits[1].article_id)
    assert window.find_bar.ranges == list(hits[1].ranges) and window.find_bar.current == 0
    window.actions_by_name["find_previous"].trigger()
    qtbot.waitUntil(lambda: window.open.id == hits[0].article_id)
    assert window.find_bar.current == len(hits[0].ranges) - 1


def test_before_the_first_hit_there_is_none(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, WORD)
    hit = rows(window, HitRow)[0].hit
    window.deeds.open_hit(hit)
    qtbot.waitUntil(lambda: window.open.id == hit.article_id and bool(window.find_bar.ranges))
    window.actions_by_name["find_previous"].trigger()
    qtbot.waitUntil(lambda: window.notice.text == "这是第一处。")


def test_hits_are_counted_by_issue_after_a_pause(window: MainWindow, qtbot: QtBot) -> None:
    counted: list[Counted] = []
    window.search.counting.counted.connect(counted.append)
    seek(window, qtbot, WORD)
    seek(window, qtbot, f"{WORD} -不会有")
    qtbot.waitUntil(lambda: bool(counted))
    assert [one.query for one in counted] == [f"{WORD} -不会有"]
    assert counted[0].occurrences == sum(row.hit.count for row in rows(window, HitRow))
    assert not counted[0].chosen
    issue = counted[0].issues[0]
    seek(window, qtbot, f"{WORD} 期:{issue.year}.{issue.number:02d}")
    qtbot.waitUntil(lambda: len(counted) == 2)
    assert counted[1].chosen == {issue.issue_id}


def test_a_bar_narrows_the_search_and_widens_it_again(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.field.setText(WORD)
    chart = window.search_panel.chart
    chart.set_hits([IssueHits("a", "甲", 2031, 5, 1, 2), IssueHits("b", "乙", 2031, 6, 1, 1)])
    chart.issues_chosen.emit("2031.05")
    assert window.sidebar.field.text() == f"{WORD} 期:2031.05"
    chart.issues_chosen.emit("2031.05")
    assert window.sidebar.field.text() == WORD


def test_a_search_that_nobody_waits_for_is_stopped(window: MainWindow, qtbot: QtBot) -> None:
    first = window.search._job
    seek(window, qtbot, WORD)
    second = window.search._job
    assert first.is_cancelled and not second.is_cancelled
    window.sidebar.field.clear()
    assert second.is_cancelled


def test_the_field_keeps_its_room_in_a_narrow_panel(window: MainWindow, qtbot: QtBot) -> None:
    beside = [one for one in window.sidebar.findChildren(QToolButton) if one.accessibleName() == "存下的搜索"]
    assert [one.isVisible() for one in beside] == [True]
    window.resize(640, 700)
    window.panels.resize_place("left", 145)
    qtbot.waitUntil(lambda: window.sidebar.width() < 150 and not beside[0].isVisible())
    qtbot.waitUntil(lambda: window.sidebar.field.width() > 110)
    window.panels.resize_place("left", 290)
    window.resize(1200, 700)
    qtbot.waitUntil(beside[0].isVisible)


def test_tab_goes_from_the_field_down_to_the_results(window: MainWindow, qtbot: QtBot) -> None:
    seek(window, qtbot, WORD)
    window.sidebar.search_for(WORD)
    qtbot.waitUntil(window.sidebar.field.hasFocus)
    passed = []
    while not window.results.hasFocus() and len(passed) < 10:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert window.results.hasFocus()
    panel = window.search_panel
    assert passed[-5:] == [panel.grouped, panel.dated, panel.variants, panel.excerpts, window.results]
    assert all(window.sidebar.isAncestorOf(widget) for widget in passed)


def test_f3_goes_on_through_an_article_that_has_the_word_in_its_headline_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    articles = window.services.reading.articles(window.services.reading.issues()[0].id)
    title = articles[2].title
    window.sidebar.search_for(f"「{title}」")
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.query != "" and window.search.model.rowCount() > 0)
    window.hit_steps.step(1)
    qtbot.waitUntil(lambda: window.open.id == articles[2].id)
    marked = [span.id for span in window.pane.marks.hits.in_order()]
    assert marked == ["headline 0"]
