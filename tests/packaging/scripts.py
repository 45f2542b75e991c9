"""Loads the scripts of packaging/ by their place: as a package their folder would hide PyPA's `packaging`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).resolve().parents[2] / "packaging"


def script(*parts: str) -> ModuleType:
    """The script at packaging/PARTS as a module."""
    path = FOLDER.joinpath(*parts)
    specification = importlib.util.spec_from_file_location(f"packaging_{path.stem}", path)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module
