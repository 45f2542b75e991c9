"""Doubtful places, the most doubtful first; those that stay are not touched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from zbreader.model.issue import Finding
from zbreader.model.message import message
from zbreader.ui.correcting.findings_model import ROLE_PLACE, FindingsModel, ranked
from zbreader.ui.correcting.views import FindingsView
from zbreader.ui.theme.theme import load_theme


def doubt(line: int, confidence: float) -> Finding:
    return Finding("rule", (line,) if line else (), message("第 {n} 处", n=line), confidence)


@pytest.fixture
def model(qapp: object) -> Iterator[FindingsModel]:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def picture(model: FindingsModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_ranked() -> None:
    assert [one.lines for one in ranked([doubt(9, 0.8), doubt(0, 0.5), doubt(7, 0.5), doubt(2, 0.8)])] == [
        (7,),
        (),
        (2,),
        (9,),
    ]


def test_what_is_settled_goes_and_the_rest_stays(model: FindingsModel) -> None:
    model.set_findings([doubt(3, 0.6), doubt(1, 0.9), doubt(2, 0.2)])
    assert picture(model) == ["第 2 处", "第 3 处", "第 1 处"]
    told: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, _last: told.append(f"+{first}"))
    model.rowsRemoved.connect(lambda _parent, first, _last: told.append(f"-{first}"))
    model.set_findings([doubt(1, 0.9), doubt(2, 0.2), doubt(4, 0.7)])
    assert picture(model) == ["第 2 处", "第 4 处", "第 1 处"]
    assert told == ["-1", "+1"]


def test_said(model: FindingsModel) -> None:
    model.set_findings([doubt(3, 0.25), doubt(0, 0.5)])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0).data(role) == "第 3 行，把握 25%，第 3 处"
    assert model.index(1).data(role) == "把握 50%，第 0 处"


def test_the_place_and_how_sure(qapp: object) -> None:
    model = FindingsModel(file_of=lambda finding: "甲.txt" if finding.lines else "")
    model.set_findings([doubt(3, 0.25), doubt(0, 0.5), doubt(0, 0.0)])
    assert [model.index(row).data(ROLE_PLACE) for row in range(3)] == ["", "甲.txt · 第 3 行 · 把握 25%", "把握 50%"]


@given(st.lists(st.lists(st.integers(0, 4), max_size=6), max_size=5))
def test_any_findings_after_any_others(qapp: object, states: list[list[int]]) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        found = [doubt(line, 0.5) for line in state]
        model.set_findings(found)
        assert list(model.findings) == ranked(found)
    tester.deleteLater()


def test_going_round_by_steps(qtbot: QtBot, model: FindingsModel) -> None:
    view = FindingsView(model, load_theme("paper"))
    qtbot.addWidget(view)
    gone: list[tuple[int, ...]] = []
    view.finding_chosen.connect(lambda one: gone.append(one.lines))
    assert view.step(1) is None
    model.set_findings([doubt(1, 0.1), doubt(2, 0.2), doubt(3, 0.3)])
    for step in (1, 1, 1, 1, -1):
        view.step(step)
    assert gone == [(1,), (2,), (3,), (1,), (3,)]


def test_the_tab_key_leads_to_the_first(qtbot: QtBot, model: FindingsModel) -> None:
    view = FindingsView(model, load_theme("paper"))
    qtbot.addWidget(view)
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))  # nothing to go to
    model.set_findings([doubt(1, 0.1), doubt(2, 0.2)])
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.MouseFocusReason))
    assert view.currentIndex().row() == -1
    view.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert view.currentIndex().row() == 0
