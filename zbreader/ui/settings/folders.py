"""Where a dialog for files begins."""

from __future__ import annotations

from pathlib import Path

from zbreader.services.settings import Settings


def last_folder(settings: Settings, key: str) -> Path:
    """The folder that the setting KEY remembers; the person's own at first, and where that is gone, as a stick that was
    pulled out: Qt would begin where the program lies.
    """
    kept = str(settings.get(key, ""))
    return Path(kept) if kept and Path(kept).is_dir() else Path.home()
