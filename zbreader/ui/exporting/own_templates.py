"""Two quiet links under the choice of a sheet: for those who want a Word template of their own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from zbreader.services.library import Services
from zbreader.ui.health.keeping import open_folder
from zbreader.ui.operations import Operations

COPY, FOLDER = "copy", "folder"


class OwnTemplateLinks(QLabel):
    """Copies a template of the program for changing, or shows where one's own lie."""

    copied = Signal(str)  # name of the new template

    def __init__(self, services: Services, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._operations = services, operations
        self._sheet = ""
        self.setObjectName("quiet")
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.LinksAccessibleByKeyboard | flags.LinksAccessibleByMouse)
        self.setText(
            f'<a href="{COPY}">{self.tr("复制这份模板来改")}</a>　<a href="{FOLDER}">{self.tr("打开模板文件夹")}</a>'
        )
        self.linkActivated.connect(self._follow)

    def set_sheet(self, name: str) -> None:
        """Copy the template of this sheet."""
        self._sheet = name

    def _follow(self, link: str) -> None:
        templates, sheet = self._services.exporting.own_templates, self._sheet
        if link == FOLDER:
            self._operations.run(templates.folder, on_done=open_folder)
        elif sheet in templates.names():
            self._operations.run(templates.folder, on_done=open_folder)  # it is one's own: there it lies
        else:
            self._operations.run(lambda: templates.copy(sheet), on_done=self._on_copied)

    def _on_copied(self, path: Path) -> None:
        self.copied.emit(path.stem)
        open_folder(path.parent)
