"""Safekeeping: backups that nobody has to think of, when, which of them stay, and whether they could be restored."""

from __future__ import annotations

import logging
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.services.backing_up import free_name
from zbreader.services.files import unwritable
from zbreader.services.moments import Clock, to_iso
from zbreader.services.settings import Settings
from zbreader.services.thinning import Dated, superfluous
from zbreader.store import backups, contents, integrity
from zbreader.store.contents import Counts, Difference
from zbreader.store.database import Database
from zbreader.store.errors import DamagedFile

HOURS = "backup.hours"  # between two backups while the program is open; 0: none
SPACE = "backup.space"  # megabytes that automatic backups may take
TRIAL = "backup.trial"  # what the last trial restore found
FAULT = "backup.fault"  # why the last automatic backup was not made; gone after the next that was

USUAL_HOURS = 4
USUAL_SPACE = 2048
TRIAL_EVERY = timedelta(days=30)
KEPT_FOR = timedelta(days=30)  # what was before a restore or a migration: somebody may want it back
_ROOM = 64 * 1024 * 1024  # bytes that a backup leaves free on the disk
_STALE = 24 * 3600  # seconds after which an unfinished copy is what a killed program left
_NAME = re.compile(r"(?P<word>[a-z]+)-(?P<moment>\d{8}-\d{6})(?:-(?P<reason>[a-z]+))?(?:-\d+)?\.db")
_log = logging.getLogger(__name__)


class Reason(str, Enum):
    """Why a backup was made; MANUAL ones are never thinned, those before a step back or up stay for KEPT_FOR."""

    SCHEDULE = "schedule"
    IMPORT = "import"
    MERGE = "merge"
    MANUAL = "manual"
    MIGRATION = "migration"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """One file of the backups folder. made: aware, local. counts: None when it cannot be opened."""

    path: Path
    made: datetime
    reason: Reason
    size: int  # bytes
    counts: Counts | None


@dataclass(frozen=True, slots=True)
class Trial:
    """What a trial restore found. at: ISO 8601; file: name of the backup; fault: "" when it could be restored whole."""

    at: str
    file: str
    issues: int
    notes: int
    fault: str = ""


class Safekeeping:
    """Automatic backups of one open library. Calls are slow (they copy everything) and thread-safe."""

    def __init__(self, database: Database, folder: Path, settings: Settings, clock: Clock) -> None:
        self._database = database
        self._folder = folder
        self._settings = settings
        self._clock = clock
        self._lock = threading.Lock()

    def guard(self, reason: Reason) -> Path | None:
        """A backup before something big is done; None when the newest one holds everything, or nothing is there yet.

        Raises KnownError when the library is damaged: then nothing must be written into it. A backup for which the
        disk has no room stops nobody; it is logged, and the health page tells it.
        """
        try:
            return self.keep(reason)
        except DamagedFile:
            raise
        except KnownError as error:
            with self._database.aside() as connection:
                if not integrity.is_readable(connection):
                    raise
            _log.warning("no backup before %s: %s", reason.value, error)
            self._remember(FAULT, str(error))
            return None

    def keep(self, reason: Reason) -> Path | None:
        """Make a backup when there is something that the newest one does not hold, then thin; where it is, or None."""
        with self._lock:
            if not self.has_changed():
                return None
            self._refuse_without_room()
            path = free_name(self._folder, f"auto-{self._local():%Y%m%d-%H%M%S}-{reason.value}")
            with _said(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                backups.copy_to(self._database, path, quickly=True)
            self._remember(FAULT, None)
            self._thin(path)
            return path

    def has_changed(self) -> bool:
        """Whether the library differs from its newest backup and holds anything at all."""
        with self._database.read() as connection:
            stamp = contents.stamp(connection)
            holds_anything = contents.has_anything(connection)
        if not holds_anything:
            return False
        newest = max(self._files(), key=lambda file: file[1], default=None)
        if newest is None:
            return True
        try:
            with contents.opened(newest[0]) as connection:
                return contents.stamp(connection) != stamp
        except KnownError:
            return True

    def is_due(self) -> bool:
        """Whether the schedule wants a backup now: the newest one is older than the hours that were set."""
        hours = self._settings.get(HOURS, USUAL_HOURS)
        if not isinstance(hours, (int, float)) or hours <= 0:
            return False
        newest = max((made for _path, made, _reason in self._files()), default=None)
        # A clock that was set back must not stop the backups until it has caught up.
        return newest is None or not timedelta(0) <= self._local() - newest < timedelta(hours=hours)

    def backups(self) -> list[KeptBackup]:
        """What there is, newest first, each opened and counted."""
        found = [
            KeptBackup(path, made, reason, path.stat().st_size, _counts(path)) for path, made, reason in self._files()
        ]
        return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)

    def preview(self, path: Path) -> Difference:
        """What would be another after a restore of PATH. Raises KnownError when it cannot be read."""
        with contents.opened(path) as other, self._database.read() as connection:
            return contents.difference(connection, other)

    def is_trial_due(self) -> bool:
        """Whether there is a backup and a month has passed since one was last restored for trial."""
        last = self.last_trial()
        if last is not None:
            with suppress(ValueError):
                age = self._clock() - datetime.fromisoformat(last.at.replace("Z", "+00:00"))
                if timedelta(0) <= age < TRIAL_EVERY:
                    return False
        return bool(self._files())

    def last_trial(self) -> Trial | None:
        """What the last trial restore found; None when there was none."""
        kept = self._settings.get(TRIAL)
        try:
            return Trial(**kept) if isinstance(kept, dict) else None
        except TypeError:
            return None

    def try_restore(self) -> Trial:
        """Restore the newest backup into a folder that is thrown away, look through it whole, and remember the result.

        Raises KnownError when there is no backup.
        """
        files = sorted(self._files(), key=lambda file: file[1], reverse=True)
        if not files:
            raise KnownError("还没有备份，无从试恢复。请先备份一次。")
        path = files[0][0]
        found, fault = Counts(0, 0), ""
        try:
            with _said(self._folder), tempfile.TemporaryDirectory(prefix=".trial-", dir=self._folder) as folder:
                database = Database(backups.prepare(path, Path(folder)))
                try:
                    with database.read() as connection:
                        found = contents.counts(connection)
                        problems = integrity.content_problems(connection)
                    fault = str(problems[0]) if problems else ""
                finally:
                    database.close()
        except KnownError as error:
            fault = str(error)
        trial = Trial(to_iso(self._clock()), path.name, found.issues, found.notes, fault)
        self._remember(TRIAL, {name: getattr(trial, name) for name in Trial.__slots__})
        return trial

    def fault(self) -> str:
        """Why the last automatic backup was not made; "" when it was."""
        return str(self._settings.get(FAULT, ""))

    def _refuse_without_room(self) -> None:
        needed = self._database.path.stat().st_size + _ROOM
        folder = self._folder if self._folder.exists() else self._folder.parent
        if shutil.disk_usage(folder).free < needed:
            raise KnownError(
                "磁盘空间不够做备份（{folder} 至少要有 {needed} 兆字节）。请腾出空间。",
                folder=self._folder,
                needed=needed // (1024 * 1024) + 1,
            )

    def _thin(self, fresh: Path) -> None:
        """Delete what the rule no longer wants; nothing as long as the newest one cannot be opened."""
        for left in self._folder.glob(".*.tmp*"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _STALE:
                    left.unlink()
        if _counts(fresh) is None:
            return
        automatic = [
            Dated(path, made, path.stat().st_size)
            for path, made, reason in self._files()
            if reason not in (Reason.MANUAL, Reason.MIGRATION, Reason.RESTORE)
        ]
        for path, made, reason in self._files():
            if reason in (Reason.MIGRATION, Reason.RESTORE) and self._local() - made > KEPT_FOR:
                with suppress(OSError):
                    path.unlink()
        space = self._settings.get(SPACE, USUAL_SPACE)
        limit = int(space) * 1024 * 1024 if isinstance(space, (int, float)) and space > 0 else 0
        for one in superfluous(automatic, self._local().date(), space=limit):
            if one.path != fresh:
                with suppress(OSError):
                    one.path.unlink()

    def _files(self) -> list[tuple[Path, datetime, Reason]]:
        if not self._folder.is_dir():
            return []
        return [(path, *told) for path in self._folder.glob("*.db") if (told := _told_by(path)) is not None]

    def _local(self) -> datetime:
        return self._clock().astimezone()

    def _remember(self, key: str, value: object) -> None:
        # A full disk must not turn a backup that was made into one that failed.
        try:
            self._settings.set(key, value)
        except KnownError as error:
            _log.warning("not remembered %s: %s", key, error)


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


def _counts(path: Path) -> Counts | None:
    try:
        with contents.opened(path) as connection:
            return contents.counts(connection)
    except KnownError:
        return None


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error
