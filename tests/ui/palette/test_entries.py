"""What the palette offers and what it finds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from zbreader.ui.actions import ACTIONS, Actions
from zbreader.ui.palette.entries import Entry, entries_of, fitting, plain
from zbreader.ui.palette.model import PaletteModel


@pytest.fixture
def entries(qtbot: QtBot) -> list[Entry]:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    themes = actions.submenus["<themes>"]
    themes.aboutToShow.connect(lambda: themes.isEmpty() and themes.addAction("深色(&D)"))
    return entries_of(window.menuBar(), actions.specs)


def first(typed: str, entries: list[Entry], recent: tuple[str, ...] = ()) -> str:
    return fitting(typed, entries, recent)[0].id


def test_everything_in_the_menus_is_offered(entries: list[Entry]) -> None:
    assert {spec.name for spec in ACTIONS} <= {entry.id for entry in entries}
    (theme,) = [entry for entry in entries if entry.id == "查看/页面配色/深色"]
    assert (theme.text, theme.place) == ("深色", "查看 › 页面配色")


@pytest.mark.parametrize("typed", ["导入期刊", "drqk", "import files", "import", "导期刊", "Ctrl+O"])
def test_an_action_is_found_by_many_names(typed: str, entries: list[Entry]) -> None:
    assert first(typed, entries) == "import_files"


@pytest.mark.parametrize(
    ("typed", "name"), [("jdbq", "correct"), ("F11", "full_screen"), ("深色", "查看/页面配色/深色")]
)
def test_more_ways_to_find(typed: str, name: str, entries: list[Entry]) -> None:
    assert first(typed, entries) == name


def test_what_was_used_comes_first(entries: list[Entry]) -> None:
    assert [entry.id for entry in fitting(" ", entries, ("zoom_in", "gone", "about"))][:2] == ["zoom_in", "about"]
    assert len(fitting("", entries, ())) == len(entries)
    assert first("导出", entries, ("export_article",)) != first("导入", entries, ("import_folder",))
    assert first("导入", entries, ("import_folder",)) == "import_folder"


def test_what_cannot_be_done_says_why_and_stands_below(entries: list[Entry]) -> None:
    reasons = {entry.id: entry.reason for entry in entries}
    assert reasons["find"] == reasons["correct"] == "先打开一篇文章"
    assert reasons["highlight"] == "先在页面上选中文字"
    assert reasons["import_files"] == ""
    found = fitting("笔记", entries, ())
    assert [bool(entry.reason) for entry in found] == sorted(bool(entry.reason) for entry in found)
    assert fitting("没有这种东西", entries, ()) == []


def test_words_without_marks() -> None:
    assert [plain(text) for text in ("文件(&F)", "&File", "导入期刊…", "图 (a) 与 b")] == [
        "文件",
        "File",
        "导入期刊",
        "图 (a) 与 b",
    ]


def test_model(entries: list[Entry], qtbot: QtBot) -> None:
    model = PaletteModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_entries(entries)
    model.set_entries(entries[:3])
    assert tester.model() is model and model.rowCount() == 3
    index = model.index(0)
    assert model.entry(index) == entries[0] and index.data() == entries[0].text
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "导入期刊，文件，Ctrl+O"
    assert model.entry(model.index(7)) is None
