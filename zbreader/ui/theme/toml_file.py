"""TOML from resources, by whichever reader this Python carries."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one of our own TOML files. OSError and TOMLDecodeError mean a damaged installation."""
    tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tables
