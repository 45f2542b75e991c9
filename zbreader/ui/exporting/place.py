"""Where a file is to be saved: asked once for all dialogs that write one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from zbreader.services.settings import Settings
from zbreader.ui.settings import keys
from zbreader.ui.settings.folders import last_folder


def ask_place(
    parent: QWidget, settings: Settings, title: str, name: str, kind: str, key: str = keys.EXPORT_FOLDER
) -> Path | None:
    """Let the person choose where a file called NAME goes, beginning where the last one went; None: nowhere.

    What they choose ends as NAME does, and replaces nothing without a question: the dialog asks for the name that was
    typed. title: of the window; kind: the filter of file names, as Qt takes it; key: the setting that remembers the
    folder.
    """
    place = last_folder(settings, key) / name
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(place), kind)
    if not chosen:
        return None
    path = _ending_in(Path(chosen), place.suffix)
    if path != Path(chosen) and path.exists() and not _may_replace(parent, title, path):
        return None
    return path


def _ending_in(path: Path, suffix: str) -> Path:
    """PATH, with SUFFIX behind it unless it has it: a dot in a name (2024.7) begins no suffix."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _may_replace(parent: QWidget, title: str, path: Path) -> bool:
    question = QCoreApplication.translate("ask_place", "{name} 已经有了，要换成新的吗？").format(name=path.name)
    box = QMessageBox(QMessageBox.Icon.Question, title, question, parent=parent)
    replace = box.addButton(QCoreApplication.translate("ask_place", "换成新的"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is replace
