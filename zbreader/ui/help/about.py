"""Who we are: version, licence, where one's own things lie."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from zbreader import __version__

ICON = 64  # logical pixels
TITLE_SCALE = 1.5


class AboutBox(QDialog):
    """Everything a person is asked for when they ask for help, ready to be copied."""

    def __init__(self, library: Path, icon: QIcon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("关于支部阅读"))
        picture = QLabel(self)
        picture.setPixmap(icon.pixmap(ICON))
        title = QLabel(self.tr("支部阅读 {version}").format(version=__version__), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * TITLE_SCALE)
        title.setFont(font)
        words = QLabel(
            self.tr("给学习小组的期刊阅读、标记和笔记程序。\n不连网，不收集任何信息；以 MIT 许可证发布。"), self
        )
        words.setObjectName("quiet")
        details = QLabel(about_details(library), self)
        details.setObjectName("quiet")
        details.setTextFormat(Qt.TextFormat.PlainText)
        details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        grid = QGridLayout()
        gap = self.fontMetrics().height()
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(gap // 2)
        grid.addWidget(picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(title, 0, 1)
        grid.addWidget(words, 1, 1)
        grid.addWidget(details, 2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addLayout(grid)
        layout.addWidget(buttons)


def about_details(library: Path) -> str:
    """Version, system and library folder, a line each."""
    return "\n".join(
        (
            f"zbreader {__version__} · Qt {qVersion()} · Python {platform.python_version()}",
            platform.platform(),
            str(library),
        )
    )
