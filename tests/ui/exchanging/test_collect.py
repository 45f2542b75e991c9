"""收笔记 in the window: from choosing files to what is said of them."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.model.annotation import AnnotationFilter
from zbreader.resources import resource
from zbreader.services.library import open_library
from zbreader.ui.annotations.notes_model import WRITER_ROLE
from zbreader.ui.exchanging.collect import collect_notes
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


@pytest.fixture
def handed(tmp_path: Path) -> list[Path]:
    """Another's file, and one that was cut off."""
    folder = tmp_path / "handed"
    folder.mkdir()
    sound, broken = folder / "一.zbnotes", folder / "二.zbnotes"
    start = datetime(2031, 4, 1, tzinfo=timezone.utc)
    other = open_library(tmp_path / "other", clock=lambda: start, random_bits=secrets.randbits)
    other.people.describe("林小禾")
    other.importing.import_files([resource("sample", "sample-issue.txt")])
    article = other.reading.articles(other.reading.issues()[0].id)[0]
    other.annotating.add_highlight(article.id, 0, 6, note="要紧")
    other.exchanging.save_notes(AnnotationFilter(), sound)
    other.close()
    broken.write_bytes(sound.read_bytes()[:200])
    return [sound, broken]


def test_it_begins_where_one_last_looked(
    window: MainWindow, handed: list[Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        begun.append(folder)
        return ([str(handed[0])], "") if len(begun) == 1 else ([], "")

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    collect_notes(window)
    qtbot.waitUntil(lambda: window.services.settings.get(keys.COLLECT_FOLDER) is not None)
    collect_notes(window)
    assert begun == [str(Path.home()), str(handed[0].parent)]


def test_what_could_not_be_read_is_still_told_afterwards(window: MainWindow, handed: list[Path], qtbot: QtBot) -> None:
    collect_notes(window, handed)
    qtbot.waitUntil(lambda: window.findChild(ReportDialog) is not None)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None and "二.zbnotes 不完整" in dialog.unread.text()
    dialog.take.click()
    qtbot.waitUntil(lambda: "有 1 份文件没有读出来" in window.notice.text)


def test_the_notes_of_others_bear_their_names(window: MainWindow, handed: list[Path], qtbot: QtBot) -> None:
    services, model = window.services, window.panel.model
    services.people.describe("江一苇")
    services.annotating.add_highlight(window.open.id, 0, 4, note="我的")
    window.services.exchanging.merge_notes(handed[:1])
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [index.data(WRITER_ROLE) for index in map(model.index, range(2))] == ["", "林小禾"]
    other = model.index(1)
    assert str(other.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("林小禾，")
    option = QStyleOptionViewItem()
    window.panel.list.initViewItemOption(option)
    delegate = window.panel.list.itemDelegate()
    named = delegate.sizeHint(option, other).height()
    with qtbot.waitSignal(model.dataChanged):
        services.people.switch_to(window.open.notes[1].annotation.creator_id)
    assert [index.data(WRITER_ROLE) for index in map(model.index, range(2))] == ["江一苇", ""]
    assert delegate.sizeHint(option, other).height() < named


def test_namesakes_are_told_apart_beside_the_article_too(window: MainWindow, handed: list[Path], qtbot: QtBot) -> None:
    services, model = window.services, window.panel.model
    services.people.add("林小禾", "二组")
    services.annotating.add_highlight(window.open.id, 8, 12, note="另一位")
    services.exchanging.merge_notes(handed[:1])
    services.people.add("江一苇")
    rows = ["林小禾", "林小禾（二组）"]
    qtbot.waitUntil(lambda: [model.index(row).data(WRITER_ROLE) for row in range(model.rowCount())] == rows)
    assert [window.pane.signature(one.annotation) for one in window.open.notes] == [f"—— {name}" for name in rows]
    window.panel._fill_filter_menu(menu := QMenu())
    assert [action.text() for action in menu.actions()][-2:] == rows
