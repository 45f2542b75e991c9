"""Issues handed on: out of the tree as a file that is written when it is asked for, and every kind of file dropped."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import sample_window
from zbreader.model.annotation import AnnotationFilter
from zbreader.resources import resource
from zbreader.services.library import Services, open_library
from zbreader.ui.library.packing import file_name
from zbreader.ui.main_window import MainWindow


def library(folder: Path) -> Services:
    return open_library(folder, clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window over the sample."""
    yield from sample_window(tmp_path / "library", qapp, qtbot)


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), copy, data, left, no))


def test_an_issue_is_written_when_the_drop_asks_for_it(window: MainWindow, tmp_path: Path) -> None:
    issue = window.library.model.root.children[0]
    asked: list[tuple[str, str]] = []
    window.tree.drag_requested.disconnect()
    window.tree.drag_requested.connect(lambda *what: asked.append(what))
    window.tree.setCurrentIndex(window.library.model.index_of(issue))
    window.tree.startDrag(Qt.DropAction.CopyAction)
    assert asked == [(issue.id, issue.title)]
    article = next(issue.articles())
    window.tree.setCurrentIndex(window.library.model.index_of(article))
    window.tree.startDrag(Qt.DropAction.CopyAction)
    assert len(asked) == 1, "an article is no file"

    data = window.packing.offer(issue.id, issue.title)
    assert data.hasUrls() and window.packing._folder is None, "nothing is written while one only hovers"
    path = Path(data.urls()[0].toLocalFile())
    assert path.name == file_name(issue.title) and data.urls() == data.urls()
    other = library(tmp_path / "other")
    outcomes = other.importing.import_files([path])
    assert [outcome.issue_id for outcome in outcomes] == [issue.id]
    other.close()
    window.packing.close()
    assert not path.exists()


def test_what_cannot_be_written_is_told(window: MainWindow) -> None:
    assert window.packing.offer("no such issue", "无").urls() == []
    assert "no such issue" in window.notice.text


def test_an_issue_is_saved_from_its_menu(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    issue = window.library.model.root.children[0]
    menu = window.tree.menu_for(issue)
    assert menu is not None and "存成期刊包…" in [action.text() for action in menu.actions()]
    window.packing.save(issue.id, tmp_path / "一期.zbissue")
    qtbot.waitUntil(lambda: "一期.zbissue" in window.notice.text)
    assert (tmp_path / "一期.zbissue").stat().st_size > 1000
    assert file_name('a/b:"c"?') == "a b c.zbissue"


def test_each_kind_of_file_finds_its_place_when_dropped(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    services, article = window.services, window.open.article
    assert article is not None
    issue_id = window.library.model.root.children[0].id
    pack, notes, fix, folder = (tmp_path / name for name in ("期.zbissue", "记.zbnotes", "校.zbfix", "夹"))
    services.exchanging.pack([issue_id], pack)
    services.annotating.add_highlight(article.id, 0, 4)
    services.exchanging.save_notes(AnnotationFilter(), notes)
    services.correcting.retitle(article.id, "换了题目")
    services.handing_corrections.save(issue_id, fix)
    for _ in range(2):
        services.undo.undo()
    folder.mkdir()
    (folder / "一.txt").write_bytes(resource("sample", "sample-issue.txt").read_bytes())
    qtbot.waitUntil(lambda: not window.operations.tasks)

    drop(window, fix)
    qtbot.waitUntil(lambda: window.notice.text == "套用了 1 处校订。")
    assert services.reading.article(article.id).title == "换了题目"
    drop(window, fix)
    qtbot.waitUntil(lambda: window.notice.text == "这些校订都已经在了。")
    for file in (pack, folder):
        window.notice.tell("")
        drop(window, file)
        qtbot.waitUntil(lambda: "已经" in window.notice.text or "没有变化" in window.notice.text)
    assert len(services.reading.issues()) == 1
    drop(window, notes)
    qtbot.waitUntil(lambda: "没有新的笔记" in window.notice.text)
