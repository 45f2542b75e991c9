"""The files of a backups folder: when each was made, why, and what it holds."""

from __future__ import annotations

import re
from datetime import datetime
from enum import Enum
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.store import contents
from zbreader.store.contents import Counts

_NAME = re.compile(r"(?P<word>[a-z]+)-(?P<moment>\d{8}-\d{6})(?:-(?P<reason>[a-z]+))?(?:-\d+)?\.db")


class Reason(str, Enum):
    """Why a backup was made; MANUAL ones are never thinned, those before a step back or up stay for KEPT_FOR."""

    SCHEDULE = "schedule"
    IMPORT = "import"
    MERGE = "merge"
    MANUAL = "manual"
    MIGRATION = "migration"
    RESTORE = "restore"


def files_in(folder: Path) -> list[tuple[Path, datetime, Reason]]:
    """The backups in FOLDER, in no particular order, each with the moment (aware, local) and the reason it was made."""
    if not folder.is_dir():
        return []
    return [(path, *told) for path in folder.glob("*.db") if (told := _told_by(path)) is not None]


def counts_of(path: Path) -> Counts | None:
    """What the backup PATH holds; None when it cannot be opened."""
    try:
        with contents.opened(path) as connection:
            return contents.counts(connection)
    except KnownError:
        return None


def _told_by(path: Path) -> tuple[datetime, Reason] | None:
    """When and why PATH was made; None for what is no backup (a library that was put aside as damaged)."""
    name = _NAME.fullmatch(path.name)
    if name is not None and name["word"] == "damaged":
        return None
    try:
        if name is None:
            reason = Reason.MIGRATION if "-before-v" in path.name else Reason.MANUAL
            return datetime.fromtimestamp(path.stat().st_mtime).astimezone(), reason
        made = datetime.strptime(name["moment"], "%Y%m%d-%H%M%S").astimezone()
    except (OSError, ValueError):
        return None
    known = {reason.value for reason in Reason}
    automatic = name["word"] == "auto" and name["reason"] in known
    return made, Reason(name["reason"]) if automatic else Reason.MANUAL
