"""The article that lies open, when its issue changes under it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, sample_window
from zbreader.resources import resource
from zbreader.ui.main_window import MainWindow


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from sample_window(tmp_path / "library", qapp, qtbot)


def test_an_article_stays_open_though_a_new_conversion_gives_it_another_headline(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    article = window.open.article
    assert article is not None
    better = tmp_path / "better.txt"
    text = resource("sample", "sample-issue.txt").read_text(encoding="utf-8")
    better.write_text(text.replace(article.title, f"{article.title}新"), encoding="utf-8")
    window.importing.import_now([better])
    qtbot.waitUntil(
        lambda: window.open.article is not None and window.open.article.title != article.title, timeout=LONG
    )
    assert window.open.article.title == f"{article.title}新"
    assert window.open.id != article.id
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: window.open.id == article.id, timeout=LONG)
