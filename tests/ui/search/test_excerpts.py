"""From a search to a file of excerpts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from zbreader.model.search import SearchOptions
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.excerpts import ExcerptDialog
from zbreader.ui.search.furnishing import open_excerpts


def test_a_search_becomes_a_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.sidebar.field.setText("学习")
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.is_answered)
    assert window.search_panel.excerpts.isEnabled()
    dialog = open_excerpts(window)
    assert dialog is not None
    qtbot.waitUntil(dialog.save.isEnabled)
    assert "学习" in dialog.preview.toPlainText()
    dialog.title.setText("学习专题")
    dialog.references.setChecked(True)
    qtbot.waitUntil(lambda: "引用：" in dialog.preview.toPlainText())
    dialog.format.setCurrentIndex(dialog.format.findData("md"))
    dialog.save_to(tmp_path / "excerpts.md")
    qtbot.waitUntil(lambda: "excerpts.md" in window.notice.text)
    written = (tmp_path / "excerpts.md").read_text(encoding="utf-8")
    assert "学习专题" in written and "引用：" in written


def test_without_a_search_it_says_what_to_do(window: MainWindow) -> None:
    window.actions_by_name["excerpts"].trigger()
    assert "先搜索" in window.notice.text


def test_without_a_result_there_is_nothing_to_collect(window: MainWindow, qtbot: QtBot) -> None:
    window.sidebar.field.setText("不会有的词句")
    window.search.search_now()
    qtbot.waitUntil(lambda: window.search.is_answered)
    assert not window.search_panel.excerpts.isEnabled()
    dialog = ExcerptDialog("不会有的词句", SearchOptions(), window.services, window.operations, window)
    qtbot.waitUntil(lambda: "没有可摘编的内容" in dialog._state.text())
    assert not dialog.save.isEnabled()


def test_only_a_preview_that_is_cut_says_so(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(query: str) -> str:
        dialog = ExcerptDialog(query, SearchOptions(), window.services, window.operations, window)
        qtbot.waitUntil(dialog.save.isEnabled)
        return dialog._state.text()

    assert told("三十一年") == ""
    monkeypatch.setattr("zbreader.ui.search.excerpts.PREVIEW_ARTICLES", 1)
    assert told("三十一年") == ""
    assert "前 1 篇" in told("学习")
