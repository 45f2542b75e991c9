"""Safekeeping: backups that nobody has to think of, when, which of them stay, and whether they could be restored."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.services import kept_settings, kept_templates
from zbreader.services.backing_up import free_name
from zbreader.services.backup_files import Reason, counts_of, files_in
from zbreader.services.files import unwritable
from zbreader.services.kept_settings import SettingsDifference
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
_MOST = 10**7  # hours or megabytes; beyond, somebody wrote nonsense into the settings
_STALE = 24 * 3600  # seconds after which an unfinished copy is what a killed program left
_log = logging.getLogger(__name__)


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


@dataclass(frozen=True, slots=True)
class Taken:
    """How many automatic backups there are, and the bytes they take."""

    count: int
    size: int


def wanted(settings: Settings) -> tuple[float, float]:
    """Hours between two backups (0: none by the clock) and megabytes they may take (0: any)."""
    hours, space = settings.get(HOURS, USUAL_HOURS), settings.get(SPACE, USUAL_SPACE)
    return _number(hours, USUAL_HOURS), _number(space, USUAL_SPACE)


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
                beside = kept_settings.kept(self._settings) | kept_templates.kept(self._database.path.parent)
                backups.copy_to(self._database, path, quickly=True, files=beside)
            self._remember(FAULT, None)
            self._thin(path)
            return path

    def has_changed(self) -> bool:
        """Whether the library or its settings differ from the newest backup, and it holds anything at all."""
        with self._database.read() as connection:
            stamp = contents.stamp(connection)
            holds_anything = contents.has_anything(connection)
        if not holds_anything:
            return False
        newest = max(files_in(self._folder), key=lambda file: file[1], default=None)
        if newest is None:
            return True
        try:
            with contents.opened(newest[0]) as connection:
                is_another = contents.stamp(connection) != stamp
            settings = kept_settings.kept_in(newest[0])
            return (
                is_another
                or kept_settings.has_changed(self._settings, settings)
                or kept_templates.kept_in(newest[0]) != kept_templates.kept(self._database.path.parent)
            )
        except KnownError:
            return True

    def is_due(self) -> bool:
        """Whether the schedule wants a backup now: the newest one is older than the hours that were set."""
        hours, _space = wanted(self._settings)
        if not hours:
            return False
        newest = max((made for _path, made, _reason in files_in(self._folder)), default=None)
        # A clock that was set back must not stop the backups until it has caught up.
        return newest is None or not timedelta(0) <= self._local() - newest < timedelta(hours=hours)

    def backups(self) -> list[KeptBackup]:
        """What there is, newest first, each opened and counted."""
        found = [
            KeptBackup(path, made, reason, path.stat().st_size, counts_of(path))
            for path, made, reason in files_in(self._folder)
        ]
        return sorted(found, key=lambda one: (one.made, one.path.name), reverse=True)

    def preview(self, path: Path) -> Difference:
        """What would be another after a restore of PATH. Raises KnownError when it cannot be read."""
        with contents.opened(path) as other, self._database.read() as connection:
            return contents.difference(connection, other)

    def preview_settings(self, path: Path) -> SettingsDifference:
        """What a restore of PATH would do to the settings and templates. Raises KnownError when it cannot be read."""
        found = kept_settings.difference(self._settings.everything(), kept_settings.kept_in(path))
        return replace(found, templates_back=kept_templates.missing(self._database.path.parent, path))

    def is_trial_due(self) -> bool:
        """Whether there is a backup and a month has passed since one was last restored for trial."""
        last = self.last_trial()
        if last is not None:
            with suppress(ValueError):
                age = self._clock() - datetime.fromisoformat(last.at.replace("Z", "+00:00"))
                if timedelta(0) <= age < TRIAL_EVERY:
                    return False
        return bool(files_in(self._folder))

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
        files = sorted(files_in(self._folder), key=lambda file: file[1], reverse=True)
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

    def taken(self) -> Taken:
        """What the automatic backups take."""
        sizes = [one.size for one in self._automatic()]
        return Taken(len(sizes), sum(sizes))

    def want(self, hours: float, space: float) -> None:
        """Back up every HOURS (0: only before something big), in SPACE megabytes (0: any); what is too much goes."""
        self._settings.set(HOURS, None if hours == USUAL_HOURS else hours)
        self._settings.set(SPACE, None if space == USUAL_SPACE else space)
        with self._lock:
            newest = max(files_in(self._folder), key=lambda file: file[1], default=None)
            if newest is not None:
                self._thin(newest[0])

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
        if counts_of(fresh) is None:
            return
        automatic = self._automatic()
        for path, made, reason in files_in(self._folder):
            if reason in (Reason.MIGRATION, Reason.RESTORE) and self._local() - made > KEPT_FOR:
                with suppress(OSError):
                    path.unlink()
        _hours, space = wanted(self._settings)
        for one in superfluous(automatic, self._local().date(), space=int(space * 1024 * 1024)):
            if one.path != fresh:
                with suppress(OSError):
                    one.path.unlink()

    def _automatic(self) -> list[Dated]:
        """Those that the rule thins."""
        stay = (Reason.MANUAL, Reason.MIGRATION, Reason.RESTORE)
        return [
            Dated(path, made, path.stat().st_size)
            for path, made, reason in files_in(self._folder)
            if reason not in stay
        ]

    def _local(self) -> datetime:
        return self._clock().astimezone()

    def _remember(self, key: str, value: object) -> None:
        # A full disk must not turn a backup that was made into one that failed.
        try:
            self._settings.set(key, value)
        except KnownError as error:
            _log.warning("not remembered %s: %s", key, error)


def _number(value: object, usual: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return usual
    return value if 0 <= value < _MOST else usual


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error
