"""The guide, offline: the project's own Markdown file in a window of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from zbreader.resources import resource

NAME = "user-guide.zh-CN.md"
SIZE = (46, 46)  # in heights of the font


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
        page = QTextBrowser(self)
        page.setObjectName("guide")
        page.setAccessibleName(self.tr("使用手册"))
        page.setOpenLinks(False)
        page.setSearchPaths([str(path.parent)])
        page.document().setDocumentMargin(self.fontMetrics().height() * 1.5)
        page.setMarkdown(path.read_text(encoding="utf-8"))
        page.anchorClicked.connect(lambda link: page.scrollToAnchor(QUrl(link).fragment()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        height = self.fontMetrics().height()
        self.resize(SIZE[0] * height, SIZE[1] * height)
