"""Where a dialog for files begins."""

from __future__ import annotations

from pathlib import Path

from zbreader.services.settings import Settings


def last_folder(settings: Settings, key: str) -> Path:
    """The folder that the setting KEY remembers; at first the person's own, not the one where the program lies."""
    return Path(str(settings.get(key, "")) or Path.home())
