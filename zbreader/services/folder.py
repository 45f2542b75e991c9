"""The folder of a library: where it lies."""

from __future__ import annotations

import os
from pathlib import Path


def library_directory(given: str | None = None) -> Path:
    """The folder of the person's library: GIVEN, else the environment's ZBREADER_LIBRARY, else the platform's own."""
    named = given or os.environ.get("ZBREADER_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path  # Here, because most starts name a folder or are asked for --version.

    return user_data_path("zbreader", appauthor=False)
