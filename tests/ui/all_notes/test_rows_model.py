"""The model of all notes: headings, pages that come when rows are looked at, drags."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.ui.annotations.conftest import make_note as make_note
from zbreader.model.collection import Collection
from zbreader.model.note_list import NoteGroup
from zbreader.ui.all_notes.collections_model import CollectionsModel
from zbreader.ui.all_notes.rows_model import HEADING_ROLE, AllNotesModel
from zbreader.ui.annotations.notes_model import ID_ROLE, PLACED_ROLE

MOVE = Qt.DropAction.MoveAction
GROUPS = [NoteGroup("x", "甲", ("a", "b")), NoteGroup("y", "乙", ("b", "c"))]


@pytest.fixture
def model(qapp) -> AllNotesModel:
    made = AllNotesModel()
    made.tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    return made


def picture(model: AllNotesModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_rows_stand_under_their_headings(model: AllNotesModel) -> None:
    assert model.set_groups(GROUPS, ["甲", "乙"])
    assert picture(model) == ["甲（2）", "…", "…", "乙（2）", "…", "…"]
    assert model.index(0).data(HEADING_ROLE) == ("甲", 2)
    assert model.index(1).data(ID_ROLE) == "a"
    assert model.index(1).data(HEADING_ROLE) is None
    assert (model.note_count(), model.row_of("b"), model.row_of("never there")) == (3, 2, None)
    assert model.ids(0, 99) == ["a", "b", "c"]
    assert model.ids_in([(0, 99)], most=2) == ["a", "b"]
    assert model.rows_of(["c", "x", "a"]) == [model.row_of("c"), model.row_of("a")]
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_page_is_asked_for_once_and_shown_when_it_comes(model: AllNotesModel, make_note, qtbot: QtBot) -> None:
    model.set_groups([NoteGroup("", "", tuple(f"n{number}" for number in range(100_000)))], [""])
    asked = []
    model.page_wanted.connect(lambda *rows: asked.append(rows))
    for row in range(5000, 5020):
        assert model.index(row).data(PLACED_ROLE) is None
    qtbot.waitUntil(lambda: bool(asked))
    (first, last), *_ = (rows for rows in asked if rows[0] > 1000)
    assert first <= 5000
    assert last >= 5019
    assert last - first < 500, "only what is near"
    with qtbot.waitSignal(model.dataChanged):
        model.bring([make_note(one, 3, note="想法") for one in model.ids(first, last)], first, last)
    assert model.index(5003).data() == "渡口的茶"
    assert "想法" in str(model.index(5003).data(Qt.ItemDataRole.AccessibleTextRole))
    assert model.index(9000).data() == "…"


def test_the_same_rows_again_are_no_reset(model: AllNotesModel, make_note, qtbot: QtBot) -> None:
    model.set_groups(GROUPS, ["甲", "乙"])
    model.bring([make_note("a", 1)], 1, 1)
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.set_groups(GROUPS, ["甲", "乙"])
    assert model.index(1).data(PLACED_ROLE) is None, "its content may have changed"
    assert model.set_groups([], [])
    assert model.rowCount() == 0
    model.bring([make_note("a", 1)], 0, 5)


def test_rows_are_dragged_only_where_the_order_is_ones_own(model: AllNotesModel, qtbot: QtBot) -> None:
    model.set_groups([NoteGroup("", "", ("a", "b", "c"))], [""])
    data = model.mimeData([model.index(2), model.index(1)])
    assert not model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())
    model.is_ordered_by_hand = True
    for row, parent, before in ((0, QModelIndex(), "a"), (3, QModelIndex(), None), (-1, model.index(1), "b")):
        with qtbot.waitSignal(model.move_requested) as told:
            assert not model.dropMimeData(data, MOVE, row, 0, parent)
        assert told.args == [["b", "c"], before]
    assert picture(model) == ["…", "…", "…"]


def test_collections_come_go_move_and_are_renamed(qapp, qtbot: QtBot) -> None:
    model = CollectionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def rows() -> list[str]:
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    one, two = Collection("1", "甲", ("a",)), Collection("2", "乙")
    model.set_collections([one, two])
    assert rows() == ["全部笔记", "书签", "甲（1）", "乙（0）"]
    model.set_collections([Collection("2", "丁", ("a", "b")), one])
    assert rows() == ["全部笔记", "书签", "丁（2）", "甲（1）"]
    assert model.row_of("1") == 3
    with qtbot.waitSignal(model.rename_requested) as told:
        assert not model.setData(model.index(3), " 新名 ")
    assert told.args == ["1", " 新名 "]
    with qtbot.assertNotEmitted(model.rename_requested):
        model.setData(model.index(3), "甲")
        model.setData(model.index(0), "不行")
    notes = AllNotesModel()
    notes.set_groups([NoteGroup("", "", ("a", "b"))], [""])
    data = notes.mimeData([notes.index(1)])
    assert not model.canDropMimeData(data, MOVE, -1, -1, model.index(0))
    with qtbot.waitSignal(model.notes_dropped) as told:
        assert not model.dropMimeData(data, MOVE, -1, -1, model.index(2))
    assert told.args == ["2", ["b"]]
    model.set_collections([])
    assert rows() == ["全部笔记", "书签"]
    assert tester is not None
