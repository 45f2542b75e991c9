"""The chart of hits by issue: what its bars stand for, and how mouse and keys ask them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from zbreader.model.search import IssueHits
from zbreader.ui.search.bars import bars_of
from zbreader.ui.search.chart import HitChart
from zbreader.ui.theme.theme import load_theme


def issue(number: int, count: int = 0, year: int | None = 2031) -> IssueHits:
    return IssueHits(f"i{number}", f"{year}年第{number}期", year, number, min(count, 2), count)


ISSUES = [issue(1, 3), issue(2), issue(3, 6), issue(4, 1)]


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What tool tips would say (a platform without a screen cannot raise them)."""
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget=None: said.append(text))
    return said


def chart_of(
    qtbot: QtBot, width: int = 300, issues: list[IssueHits] = ISSUES, chosen: tuple[str, ...] = ()
) -> HitChart:
    chart = HitChart(load_theme("paper"))
    qtbot.addWidget(chart)
    chart.resize(width, 50)
    chart.set_hits(issues, chosen)
    return chart


def test_a_bar_names_its_issues() -> None:
    assert [bar.filter for bar in bars_of(ISSUES, 4)] == ["2031.01", "2031.02", "2031.03", "2031.04"]
    assert [(bar.filter, bar.occurrences) for bar in bars_of(ISSUES, 2)] == [
        ("2031.01..2031.02", 3),
        ("2031.03..2031.04", 7),
    ]
    assert bars_of([issue(1, 1, year=None)], 5)[0].filter == ""
    assert bars_of([], 5) == []


@given(st.lists(st.integers(0, 9), max_size=60), st.integers(0, 40))
def test_bars_lose_no_hit(counts: list[int], most: int) -> None:
    bars = bars_of([issue(number, count) for number, count in enumerate(counts)], most)
    assert len(bars) <= max(most, 1)
    assert sum(bar.occurrences for bar in bars) == sum(counts)
    assert [one.issue_id for bar in bars for one in bar.issues] == [f"i{n}" for n in range(len(counts))]


def test_it_shows_only_what_can_be_compared(qtbot: QtBot) -> None:
    assert not chart_of(qtbot, issues=ISSUES[:1]).isVisibleTo(None)
    assert not chart_of(qtbot, issues=[issue(1), issue(2)]).isVisibleTo(None)
    chart = chart_of(qtbot)
    assert not chart.isHidden()
    chart.set_hits(())
    assert chart.isHidden()


def test_keys_go_from_bar_to_bar_and_choose(qtbot: QtBot, tips: list[str]) -> None:
    chart = chart_of(qtbot)
    chosen: list[str] = []
    chart.issues_chosen.connect(chosen.append)
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "2031年第3期：2 篇，6 处"
    QTest.keyClick(chart, Qt.Key.Key_Return)
    for _ in range(9):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    assert chosen == ["2031.03", "2031.01"]
    assert tips[1] == "2031年第3期：2 篇，6 处"


def test_a_click_chooses_and_the_mouse_is_told(qtbot: QtBot, tips: list[str]) -> None:
    chart = chart_of(qtbot, chosen=("i3",))
    chart.show()
    chosen: list[str] = []
    chart.issues_chosen.connect(chosen.append)
    third = next(QPoint(x, 20) for x in range(chart.width()) if chart.bar_at(QPoint(x, 20)) == 2)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=third)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(chart.width() - 2, 20))
    assert chosen == ["2031.03"]
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, third, chart.mapToGlobal(third)))
    assert tips == ["2031年第3期：2 篇，6 处"]


def test_bars_come_together_where_there_is_no_room(qtbot: QtBot) -> None:
    chart = chart_of(qtbot, width=100, issues=[issue(number % 12 + 1, 1, 2000 + number // 12) for number in range(500)])
    assert 1 < len(chart.bars) <= 25
    assert chart.told(0).startswith("2000年第1期 至 ")
    assert not chart.grab().isNull()
    chart.resize(2500, 50)
    chart.grab()
    assert len(chart.bars) == 500
