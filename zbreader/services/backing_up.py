"""Backing up: copies of the library, their return, and whether everything is sound."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.services import kept_settings, kept_templates
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.files import unwritable
from zbreader.services.moments import Clock
from zbreader.services.settings import Settings
from zbreader.services.undo import UndoStack
from zbreader.store import backups, contents, integrity
from zbreader.store.database import Database

IndexCheck = Callable[[], bool]  # whether the full-text index is sound


class BackingUp:
    """Backup, restore and check of one open library."""

    def __init__(
        self,
        database: Database,
        folder: Path,
        settings: Settings,
        events: Events,
        undo: UndoStack,
        *,
        clock: Clock,
        check_index: IndexCheck,
    ) -> None:
        self._database = database
        self._settings = settings
        self._folder = folder
        self._events = events
        self._undo = undo
        self._clock = clock
        self._check_index = check_index

    def backup(self, path: Path | None = None) -> Path:
        """Write a verified copy of the library, its settings and templates to PATH (None: into the backups folder).

        Returns where. A folder as PATH gets a new file inside. Raises KnownError when it cannot be written; then
        nothing is there.
        """
        if path is None or path.is_dir():
            path = new_name(path or self._folder, self._clock)
        if path.resolve() == self._database.path.resolve():
            raise KnownError("不能把备份写到正在使用的资料库 {file} 上。请换一个文件名。", file=path)
        with _said(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = kept_settings.kept(self._settings) | kept_templates.kept(self._database.path.parent)
            backups.copy_to(self._database, path, files=beside)
        return path

    def restore(self, path: Path) -> Path:
        """Give the library the content and the settings of the backup PATH; return where those it had before are kept.

        All or nothing; a backup without settings changes none, a template that lies there stays. The steps that could
        be undone belong to the other content and are forgotten. Raises KnownError when PATH is not a sound library or
        was made by a newer zbreader.
        """
        with _prepared(path, self._database.path.parent) as prepared:
            moment = self._clock().astimezone()
            kept = self.backup(free_name(self._folder, f"auto-{moment:%Y%m%d-%H%M%S}-restore"))
            before, settings = self.everything(), kept_settings.kept_in(path)
            templates = kept_templates.kept_in(path)
            backups.replace_content(self._database, prepared)
        self._undo.clear()
        try:
            kept_templates.bring_back(self._database.path.parent, templates)
            if settings is not None:
                kept_settings.bring_back(self._settings, self._database, settings)
        finally:
            self._events.publish(before | self.everything())
        return kept

    def check(self) -> list[str]:
        """What is wrong with the library, one sentence each; empty when all is sound. Reads everything there is."""
        file, content = self.problems()
        problems = [*file, *content]
        if not problems and not self._check_index():
            problems = [message("搜索索引已损坏，已经清空，将自动重建")]
        return [str(problem) for problem in problems]

    def problems(self) -> tuple[list[Message], list[Message]]:
        """What is wrong with the file, and what with its content as far as the file is sound."""
        with self._database.read() as connection:
            file = integrity.file_problems(connection)
            # Skipping: the content of a file that is damaged; its answers would mean nothing.
            return file, [] if file else integrity.content_problems(connection)

    def everything(self) -> Changes:
        """All that the library holds, for an event after which nothing is as it was."""
        with self._database.read() as connection:
            held = contents.state(connection)
        return Changes(issues=frozenset(held.issues), annotations=frozenset(held.annotations))


def restore_damaged(database: Path, path: Path, folder: Path, clock: Clock) -> Path:
    """Put the backup PATH in the place of the file DATABASE, which cannot be opened; it is moved into FOLDER, not lost.

    Returns where it was moved. Raises KnownError when PATH is not a sound library.
    """
    with _prepared(path, database.parent) as prepared, _said(database):
        return exchange(database, prepared, folder, clock)


def exchange(database: Path, prepared: Path, folder: Path, clock: Clock) -> Path:
    """Put PREPARED in the place of the file DATABASE, which nobody has open; it is kept in FOLDER: returns where.

    A program killed in between leaves the old file or the new one, never none: a start would make an empty library.
    """
    folder.mkdir(parents=True, exist_ok=True)
    aside = new_name(folder, clock, "damaged")
    for suffix in ("-wal", ""):
        part = database.with_name(database.name + suffix)
        if part.exists():
            _keep_too(part, aside.with_name(aside.name + suffix))
    for suffix in ("-wal", "-shm"):
        # Of the old file: a new one beside them would take them for its own.
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    prepared.replace(database)
    return aside


def _keep_too(path: Path, other: Path) -> None:
    """OTHER as a second name of PATH, or a copy where a disk knows no second names."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)


def new_name(folder: Path, clock: Clock, word: str = "zbreader") -> Path:
    """FOLDER/zbreader-YYYYmmdd-HHMMSS.db by the local time, with a number behind it when there is such a file."""
    return free_name(folder, f"{word}-{clock().astimezone():%Y%m%d-%H%M%S}")


def free_name(folder: Path, stem: str) -> Path:
    """FOLDER/STEM.db, with a number behind it when there is such a file."""
    path, count = folder / f"{stem}.db", 2
    while path.exists():
        path, count = folder / f"{stem}-{count}.db", count + 1
    return path


@contextmanager
def _prepared(path: Path, near: Path) -> Iterator[Path]:
    """A verified copy of the backup PATH on the same disk as the library; gone afterwards unless it was moved."""
    if not path.is_file():
        raise KnownError("找不到备份文件 {file}。请检查名称和位置。", file=path)
    with _said(near), tempfile.TemporaryDirectory(prefix=".restore-", dir=near) as folder:
        yield backups.prepare(path, Path(folder))


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(path, error) from error
