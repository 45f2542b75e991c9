"""What the window says after an import, and where it looks for files first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.resources import resource
from zbreader.ui.importing.controller import ImportController
from zbreader.ui.notice import NoticeBar
from zbreader.ui.settings import keys

SAMPLE = resource("sample", "sample-issue.txt")


@pytest.fixture
def notice(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def importing(qtbot: QtBot, driven: Driven, notice: NoticeBar) -> ImportController:
    window = QWidget()
    qtbot.addWidget(window)
    return ImportController(driven.services, driven.operations, notice, window)


def test_moved_notes_are_told_beside_what_failed(
    qtbot: QtBot, driven: Driven, importing: ImportController, notice: NoticeBar, tmp_path: Path
) -> None:
    driven.services.importing.import_files([SAMPLE])
    article = driven.services.reading.articles(driven.services.reading.issues()[0].id)[0].id
    driven.services.annotating.add_by_quote(article, "看一眼水位尺")
    better, empty = tmp_path / "甲.txt", tmp_path / "空.txt"
    better.write_text(SAMPLE.read_text(encoding="utf-8").replace("看一眼水位尺", "看一看水位尺"), encoding="utf-8")
    empty.write_bytes(b"")
    importing.import_now([better, empty])
    qtbot.waitUntil(lambda: "1 个文件没有导入" in notice.text, timeout=LONG)
    assert "1 条笔记的文字有变动" in notice.text


def test_a_folder_without_anything_is_named(
    qtbot: QtBot, importing: ImportController, notice: NoticeBar, tmp_path: Path
) -> None:
    importing.bring([tmp_path])
    qtbot.waitUntil(lambda: str(tmp_path) in notice.text, timeout=LONG)
    assert "没有可导入的文件" in notice.text


def test_files_are_looked_for_at_home_first_then_where_they_were(
    qtbot: QtBot, driven: Driven, importing: ImportController, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def choose(_parent: QWidget, title: str, folder: str, _kinds: str) -> tuple[list[str], str]:
        asked.append((title, folder))
        return ([] if len(asked) == 1 else [str(SAMPLE)]), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    importing.choose_files()
    with qtbot.waitSignal(importing.preview_wanted, timeout=LONG):
        importing.choose_preview()
    qtbot.waitUntil(lambda: bool(driven.services.settings.get(keys.IMPORT_FOLDER, "")), timeout=LONG)
    with qtbot.waitSignal(importing.imported, timeout=LONG):
        importing.choose_files()
    home, there = str(Path.home()), str(SAMPLE.parent)
    assert asked == [("导入期刊", home), ("导入前预览", home), ("导入期刊", there)]
