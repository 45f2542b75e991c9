"""Where a dialog for files begins."""

from __future__ import annotations

from pathlib import Path

from zbreader.services.events import Events
from zbreader.services.settings import Settings
from zbreader.ui.settings.folders import last_folder


def test_the_last_folder_or_ones_own(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json", Events())
    assert last_folder(settings, "export.folder") == Path.home()
    settings.set("export.folder", str(tmp_path))
    assert last_folder(settings, "export.folder") == tmp_path
    settings.set("export.folder", str(tmp_path / "a stick that was pulled out"))
    assert last_folder(settings, "export.folder") == Path.home()
