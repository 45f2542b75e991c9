"""The guide, offline: the project's own Markdown file in a window of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from zbreader.resources import resource

NAME = "user-guide.zh-CN.md"
SIZE = (46, 46)  # in heights of the font
MARGIN = 1.5  # around the text, in heights of the font


def guide_path() -> Path | None:
    """Where the guide lies: among the resources once installed, in docs/ in a checkout; None when there is none."""
    places = []
    try:
        places.append(resource("guide", NAME))
    except FileNotFoundError:
        places.append(resource("i18n").parent.parent / "docs" / NAME)
    return next((place for place in places if place.is_file()), None)


class GuideWindow(QDialog):
    """Links go to places in the guide itself and nowhere else."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用手册"))
        height = self.fontMetrics().height()
        page = _Page(path.parent, round(height * (SIZE[0] - MARGIN * 4)), self)
        page.setObjectName("guide")
        page.setAccessibleName(self.tr("使用手册"))
        page.setOpenLinks(False)
        page.document().setDocumentMargin(height * MARGIN)
        page.setMarkdown(path.read_text(encoding="utf-8"))
        page.anchorClicked.connect(lambda link: page.scrollToAnchor(QUrl(link).fragment()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        self.resize(SIZE[0] * height, SIZE[1] * height)


class _Page(QTextBrowser):
    """Pictures come from the guide's own folder and nowhere else, as wide as the page at most."""

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
