"""The guide in the window: all of it, with its pictures, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from zbreader.ui.actions import ACTIONS
from zbreader.ui.help.guide import GuideWindow, guide_path, short_pages
from zbreader.ui.translation import CHINESE, ENGLISH

PICTURE = QTextDocument.ResourceType.ImageResource.value


def test_the_guide_opens_with_its_pictures_inside_the_page(qtbot: QtBot) -> None:
    path = guide_path()
    assert path is not None
    window = GuideWindow(path)
    qtbot.addWidget(window)
    window.show()
    window.show_long()
    page = window.long
    assert "第一个小时" in page.toPlainText()
    image = page.loadResource(PICTURE, QUrl("screenshots/reading.png"))
    assert isinstance(image, QImage) and 100 < image.width() / image.devicePixelRatio() <= page.viewport().width()
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() == 0)


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_the_short_guide_has_two_pages_and_names_the_keys_there_are(qapp: QApplication, language: str) -> None:
    pages = short_pages(language)
    assert len(pages) == 2
    for page in pages:
        assert page.startswith("# ") and "{" not in page
        assert len(page) < (1200 if language == CHINESE else 2400), "a page that is looked through, not studied"
    search = next(spec for spec in ACTIONS if spec.name == "search")
    assert QKeySequence(search.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) in pages[1]


def test_the_short_guide_comes_first_and_fits_its_window(qtbot: QtBot) -> None:
    path = guide_path()
    assert path is not None
    window = GuideWindow(path)
    qtbot.addWidget(window)
    window.show()
    assert [window.tabs.tabText(tab) for tab in range(3)] == ["读和记", "找、交、一起学", "完整手册"]
    assert window.tabs.currentIndex() == 0 and window.long.toPlainText() == ""
    page = window.tabs.currentWidget()
    assert isinstance(page, QTextBrowser) and page.horizontalScrollBar().maximum() == 0


def test_nothing_comes_from_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    inside = tmp_path / "guide"
    inside.mkdir()
    (inside / "guide.md").write_text("# 手册\n\n![图](../secret.png)\n", encoding="utf-8")
    picture = QImage(4, 4, QImage.Format.Format_RGB888)
    picture.fill(0)
    for place in (tmp_path / "secret.png", inside / "own.png"):
        assert picture.save(str(place))
    window = GuideWindow(inside / "guide.md")
    qtbot.addWidget(window)
    page = window.long
    assert isinstance(page.loadResource(PICTURE, QUrl("own.png")), QImage)
    for address in ("../secret.png", str(tmp_path / "secret.png"), "https://example.org/own.png"):
        assert page.loadResource(PICTURE, QUrl(address)) is None
