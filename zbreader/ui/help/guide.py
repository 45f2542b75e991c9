"""The guide, offline: two pages to begin with, and the project's own long guide one click further."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from zbreader.resources import resource
from zbreader.ui.actions import ACTIONS
from zbreader.ui.actions.page_keys import PAGE
from zbreader.ui.translation import CHINESE
from zbreader.ui.widgets.fitting import fit

NAME = "user-guide.zh-CN.md"
PAGE_BREAK = "\n---\n"  # between the pages of the short guide
SIZE = (46, 46)  # in heights of the font
LARGER = 3  # points: the short pages are to be read at a glance
MARGIN = 1.5  # around the text, in heights of the font


def guide_path() -> Path | None:
    """Where the guide lies: among the resources once installed, in docs/ in a checkout; None when there is none."""
    places = []
    try:
        places.append(resource("guide", NAME))
    except FileNotFoundError:
        places.append(resource("i18n").parent.parent / "docs" / NAME)
    return next((place for place in places if place.is_file()), None)


def short_pages(language: str) -> list[str]:
    """The pages of the short guide as Markdown, with the keys that the menus and the page have now.

    LANGUAGE is one of `translation`. Raises FileNotFoundError where the program is not complete, KeyError for a page
    that names a key that there is not.
    """
    words = resource("guide", f"short.{language}.md").read_text(encoding="utf-8")
    keys = {spec.name: _shown(spec.keys[0]) for spec in (*ACTIONS, *PAGE.actions) if spec.keys}
    return [page.strip() for page in words.format_map(keys).split(PAGE_BREAK)]


class GuideWindow(QDialog):
    """Tabs: the short guide's pages, then the long guide at PATH, which is read when it is first looked at."""

    def __init__(self, path: Path, language: str = CHINESE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用手册"))
        self._path, self._is_read = path, False
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)
        self.tabs = QTabWidget(self)
        for page in short_pages(language):
            title = page.partition("\n")[0].removeprefix("# ")
            self._add(page, title).zoomIn(LARGER)
        self.long = self._add("", self.tr("完整手册"))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)

    def show_long(self) -> None:
        """Turn to the long guide."""
        self.tabs.setCurrentWidget(self.long)

    def _on_tab_changed(self, _number: int) -> None:
        if self.tabs.currentWidget() is self.long and not self._is_read:
            self._is_read = True
            self.long.setMarkdown(self._path.read_text(encoding="utf-8"))

    def _add(self, words: str, title: str) -> QTextBrowser:
        height = self.fontMetrics().height()
        page = _Page(self._path.parent, round(self.width() - height * MARGIN * 4), self)
        page.setObjectName("guide")
        page.setAccessibleName(title)
        page.setOpenLinks(False)
        page.document().setDocumentMargin(height * MARGIN)
        page.setMarkdown(words)
        page.anchorClicked.connect(lambda link: page.scrollToAnchor(QUrl(link).fragment()))
        self.tabs.addTab(page, title)
        return page


class _Page(QTextBrowser):
    """Pictures come from the guide's own folder and nowhere else, as wide as the page at most. Links go to places in
    the guide itself."""

    def __init__(self, folder: Path, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder, self._width = folder, width

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture of the guide; nothing for everything else."""
        place = (self._folder / QUrl(name).path()).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or self._folder.resolve() not in place.parents:
            return None
        image = QImage(str(place))
        ratio = self.devicePixelRatioF()
        if image.width() > self._width * ratio:
            image = image.scaledToWidth(round(self._width * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
