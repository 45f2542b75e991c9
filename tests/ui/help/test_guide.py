"""The guide in the window: all of it, with its pictures, and nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from zbreader.ui.help.guide import GuideWindow, guide_path

PICTURE = QTextDocument.ResourceType.ImageResource.value


def test_the_guide_opens_with_its_pictures_inside_the_page(qtbot: QtBot) -> None:
    path = guide_path()
    assert path is not None
    window = GuideWindow(path)
    qtbot.addWidget(window)
    window.show()
    page = window.findChild(QTextBrowser)
    assert "第一个小时" in page.toPlainText()
    image = page.loadResource(PICTURE, QUrl("screenshots/reading.png"))
    assert isinstance(image, QImage) and 100 < image.width() / image.devicePixelRatio() <= page.viewport().width()
    assert page.horizontalScrollBar().maximum() == 0


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
    page = window.findChild(QTextBrowser)
    assert isinstance(page.loadResource(PICTURE, QUrl("own.png")), QImage)
    for address in ("../secret.png", str(tmp_path / "secret.png"), "https://example.org/own.png"):
        assert page.loadResource(PICTURE, QUrl(address)) is None
