"""What was corrected, as sentences; what is only longer at its end grows there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from zbreader.model.correction import Correction, Reauthor
from zbreader.ui.correcting.corrections_model import ROLE_CORRECTION, CorrectionsModel


def correction(line: int) -> Correction:
    return Correction(str(line), Reauthor((line,), ("江平",)), creator="林小禾", created="2031-04-01T08:00:00.000Z")


@pytest.fixture
def model(qapp: object) -> Iterator[CorrectionsModel]:
    model = CorrectionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()


def shown(model: CorrectionsModel) -> list[Correction]:
    return [model.index(row).data(ROLE_CORRECTION) for row in range(model.rowCount())]


def test_a_correction_in_words(model: CorrectionsModel) -> None:
    model.set_corrections([correction(7)])
    index = model.index(0)
    assert "江平" in index.data() and index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data()
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "林小禾　2031-04-01"
    assert model.correction_at(index) == correction(7)
    assert model.correction_at(model.index(-1)) is None


def test_one_more_is_one_new_row(model: CorrectionsModel) -> None:
    model.set_corrections([correction(1)])
    told: list[str] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"+{first}-{last}"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.set_corrections([correction(1), correction(2)])
    model.set_corrections([correction(1), correction(2)])
    assert told == ["+1-1"]
    model.set_corrections([correction(1)])
    assert told == ["+1-1", "reset"]


@given(st.lists(st.lists(st.integers(1, 5), max_size=6), max_size=6))
def test_whatever_comes_is_shown(qapp: object, steps: list[list[int]]) -> None:
    model = CorrectionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for lines in steps:
        wanted = [correction(line) for line in lines]
        model.set_corrections(wanted)
        assert shown(model) == wanted
    tester.deleteLater()
