"""Where the files of `resources/` lie: beside the package in a checkout, inside it once installed or packaged."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PLACES = (_HERE / "_resources", _HERE.parent / "resources")


def packaged() -> Path | None:
    """The folder of the resources of an installed or packaged program; None in a checkout."""
    return _PLACES[0] if _PLACES[0].is_dir() else None


def resource(*parts: str) -> Path:
    """Path of one resource file or folder, e.g. resource("themes", "light.toml"). Raises FileNotFoundError."""
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
