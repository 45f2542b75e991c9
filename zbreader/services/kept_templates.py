"""Word templates of one's own in backups: they go along, and come back where none of that name lies."""

from __future__ import annotations

from pathlib import Path

from zbreader.services.files import write_whole
from zbreader.services.opened import TEMPLATES
from zbreader.store import contents, enclosed
from zbreader.text.file_names import REFUSED

_PREFIX = f"{TEMPLATES}/"
_SUFFIX = ".docx"
_MOST = 50  # templates
_MOST_BYTES = 32 * 1024 * 1024  # of all together


def kept(directory: Path) -> dict[str, bytes]:
    """What a backup of the library encloses, by name: the templates in DIRECTORY, while there is room."""
    found: dict[str, bytes] = {}
    room = _MOST_BYTES
    for path in _own(directory / TEMPLATES):
        size = path.stat().st_size
        if size <= min(room, enclosed.MOST_BYTES):
            found[_PREFIX + path.name] = path.read_bytes()
            room -= size
    return found


def kept_in(path: Path) -> dict[str, bytes]:
    """The templates in the backup PATH, as `kept`; what is no name of a template is left out. Raises KnownError."""
    with contents.opened(path) as connection:
        files = enclosed.files_in(connection)
    return {name: data for name, data in files.items() if name.startswith(_PREFIX) and _is_name(name[len(_PREFIX) :])}


def missing(directory: Path, path: Path) -> int:
    """How many templates a restore of PATH would bring. Raises KnownError."""
    return len(kept_in(path).keys() - {_PREFIX + one.name for one in _own(directory / TEMPLATES)})


def bring_back(directory: Path, files: dict[str, bytes]) -> None:
    """Lay those of FILES beside the library whose name is free there: none is overwritten. Raises KnownError."""
    for name, data in files.items():
        path = directory / TEMPLATES / name[len(_PREFIX) :]
        if not path.exists():
            write_whole(path, data)


def _own(folder: Path) -> list[Path]:
    found = sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []
    return [path for path in found if path.is_file() and not path.is_symlink() and _is_name(path.name)][:_MOST]


def _is_name(name: str) -> bool:
    """Whether NAME is one that a template can have, on any system, in this folder."""
    return (
        name.lower().endswith(_SUFFIX)
        and not name.startswith((".", "~"))
        and name.isprintable()
        and not REFUSED & set(name)
        and len(name.encode()) <= 200
    )
