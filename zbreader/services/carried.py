"""Content that came with the program: issues, Word templates and settings an organiser packed into the installer or
laid beside it, brought once.

What was brought is remembered by its content, so that an issue a person removed stays away at the next start, and
a newer edition under the same name does come.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.model.errors import KnownError
from zbreader.services.files import read_limited
from zbreader.services.jobs import Job
from zbreader.services.settings import PERSON_ID, SHARED_DEVICE, Settings

if TYPE_CHECKING:
    from zbreader.services.importing import Importing, ImportOutcome
    from zbreader.services.own_templates import OwnTemplates

SEEN = "carried.seen"  # list of SHA-256 digests of files that were brought
LOOKED_AT = "carried.looked_at"  # digest of names, sizes and times at the last start: the same means nothing is new
PRESETS = "settings.json"
TEMPLATES = "templates"  # a folder of this name holds Word templates, not issues
NEVER_PRESET = frozenset({SEEN, LOOKED_AT, PERSON_ID, SHARED_DEVICE})  # thirty branches would be one person
_MOST_FILES = 2000
_MOST_IN_PRESETS = 1024 * 1024  # bytes


def carried_places(program: Path, packaged: Path | None) -> list[Path]:
    """Folders in which carried content may lie.

    program: the file that runs; packaged: the program's resources when it was installed, None in a checkout.
    """
    if packaged is None:
        return []
    beside = [folder / "issues" for folder in (program.parent, program.parent.parent)]
    return [packaged / "carried", *beside, Path("/usr/share/zbreader/issues")]


def carried_files(places: Iterable[Path]) -> list[Path]:
    """Issues and Word templates in PLACES and below them, by place and name; what is not there holds nothing."""
    files: list[Path] = []
    for place in places:
        if place.is_dir():
            from zbreader.services.source_files import SUFFIXES  # Here, because most starts carry nothing.

            inside = (path for path in place.rglob("*") if path.suffix.lower() in SUFFIXES)
            files += sorted(path for path in inside if path.is_file() and not path.name.startswith((".", "~$")))
    return files[:_MOST_FILES]


def is_template(path: Path) -> bool:
    """Whether a carried file is a Word template for the library's own `templates/`; all others are issues."""
    return path.parent.name == TEMPLATES


def not_brought(files: Sequence[Path], settings: Settings) -> list[Path]:
    """Those of FILES whose content this library was never given."""
    if not files or settings.get(LOOKED_AT) == _look(files):
        return []
    seen = _seen(settings)
    return [path for path in files if _digest(path) not in seen]


def bring(
    files: Sequence[Path], importing: Importing, templates: OwnTemplates, settings: Settings, job: Job
) -> list[ImportOutcome]:
    """Import what is new among FILES (all that are carried) and remember them, whatever came of each.

    Word templates are put beside the person's own. Raises Cancelled when the job was cancelled; then all are tried
    again at the next start. Raises KnownError, after everything else was brought, when a template could not be.
    """
    new = not_brought(files, settings)
    issues = [path for path in new if not is_template(path)]
    outcomes = importing.import_files(issues, job) if issues else []
    faults: list[KnownError] = []
    for path in filter(is_template, new):
        try:
            templates.take(path)
        except KnownError as error:
            faults.append(error)
    remember(files, settings)
    if faults:
        raise faults[0]
    return outcomes


def remember(files: Sequence[Path], settings: Settings) -> None:
    """FILES (all that are carried) were brought, whatever came of each. Raises KnownError when it cannot be kept."""
    settings.set(SEEN, sorted(_seen(settings) | {_digest(path) for path in files}))
    settings.set(LOOKED_AT, _look(files))


def preset(places: Iterable[Path], settings: Settings) -> None:
    """Give a library what an organiser preset (the branch's name, a theme …), as far as it has no value of its own.

    A preset file that holds no JSON object counts as absent; what tells one person or machine from another is never
    preset. Raises KnownError when settings cannot be written.
    """
    for place in places:
        path = place / PRESETS
        if path.is_file():
            for key, value in _presets(path).items():
                if key not in NEVER_PRESET and settings.get(key) is None:
                    settings.set(key, value)


def _presets(path: Path) -> dict[str, object]:
    try:
        values = json.loads(read_limited(path, _MOST_IN_PRESETS))
    except (KnownError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}


def _seen(settings: Settings) -> set[str]:
    seen = settings.get(SEEN, [])
    return {digest for digest in seen if isinstance(digest, str)} if isinstance(seen, list) else set()


def _look(files: Sequence[Path]) -> str:
    from hashlib import sha256  # Here, because every start reads this file and few carry anything.

    told = sha256()
    for path in files:
        try:
            status = path.stat()
        except OSError:
            continue
        told.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _digest(path: Path) -> str:
    """SHA-256 of the file's bytes; of its name when it cannot be read, so that its error is told once."""
    from hashlib import sha256

    try:
        with path.open("rb") as file:
            told = sha256()
            while block := file.read(1024 * 1024):
                told.update(block)
            return told.hexdigest()
    except OSError:
        return sha256(str(path).encode("utf-8", "surrogateescape")).hexdigest()
