"""Where a file is to be saved: asked once for all dialogs that write one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from zbreader.services.settings import Settings
from zbreader.ui.settings import keys
from zbreader.ui.settings.folders import last_folder


def ask_place(
    parent: QWidget, settings: Settings, title: str, name: str, kind: str, key: str = keys.EXPORT_FOLDER
) -> Path | None:
    """Let the person choose where a file called NAME goes, beginning where the last one went; None: nowhere.

    title: of the window; kind: the filter of file names, as Qt takes it; key: the setting that remembers the folder.
    """
    place = last_folder(settings, key) / name
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(place), kind)
    return Path(chosen) if chosen else None


def ending_in(path: Path, suffix: str) -> Path:
    """PATH, with SUFFIX behind it unless it has it: a dot in a name (2024.7) begins no suffix."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
