"""Recovery: what a damaged library still holds becomes a new one, notes first; the damaged one is put aside, whole."""

from __future__ import annotations

import filecmp
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from zbreader.model.correction import Correction
from zbreader.model.errors import KnownError
from zbreader.model.message import Message, message
from zbreader.services.backing_up import exchange, new_name
from zbreader.services.files import unwritable
from zbreader.services.jobs import Job
from zbreader.services.library import BACKUPS, DATABASE, Services
from zbreader.services.moments import Clock, RandomBits
from zbreader.services.settings import USE_INDEX
from zbreader.store import annotations as stored
from zbreader.store import backups, contents, corrections, issues, salvage, sources
from zbreader.store.cells import portions
from zbreader.store.database import Connection, Database
from zbreader.store.sources import Source


@dataclass(frozen=True, slots=True)
class Recovered:
    """What the new library holds, and how it came to it. aside: where the damaged file lies now."""

    notes: int
    issues: int
    notes_from_backup: int
    issues_from_source: int  # lost in the file, imported again from their sources or from a backup's
    aside: Path
    problems: tuple[str, ...]  # what is still wrong with it, one sentence each


def recover_library(
    directory: Path, *, clock: Clock, random_bits: RandomBits, job: Job | None = None, backup: Path | None = None
) -> Recovered:
    """Put a new library in the place of the damaged one in DIRECTORY, which no program may have open.

    backup: also what this backup has and the damaged file has lost. All or nothing; the damaged file and its log are
    moved to the backups folder. Raises KnownError, Cancelled.
    """
    database = directory / DATABASE
    if not database.is_file():
        raise KnownError("资料库 {file} 不存在，没有可以修复的内容。请检查资料库文件夹的位置。", file=database)
    try:
        with tempfile.TemporaryDirectory(prefix=".recover-", dir=directory) as folder:
            damaged = _with_its_log(database, directory / BACKUPS)
            found = _rebuilt(damaged, Path(folder), clock, random_bits, job or Job(), backup)
            aside = exchange(database, Path(folder) / DATABASE, directory / BACKUPS, clock)
    except OSError as error:
        raise unwritable(directory, error) from error
    return _with_aside(found, aside)


def recover_open(
    services: Services, *, clock: Clock, random_bits: RandomBits, job: Job | None = None, backup: Path | None = None
) -> Recovered:
    """The same for a library that could be opened although it is damaged: it stays open and has the new content then.

    The steps that could be undone before are forgotten. Raises KnownError, Cancelled.
    """
    directory = services.directory
    database = directory / DATABASE
    try:
        with tempfile.TemporaryDirectory(prefix=".recover-", dir=directory) as folder:
            found = _rebuilt(database, Path(folder), clock, random_bits, job or Job(), backup)
            aside = new_name(directory / BACKUPS, clock, "damaged")
            aside.parent.mkdir(parents=True, exist_ok=True)
            for suffix in ("-wal", ""):
                part = database.with_name(database.name + suffix)
                if part.exists():
                    shutil.copyfile(part, aside.with_name(aside.name + suffix))
            backups.replace_content(services.database, Path(folder) / DATABASE)
    except OSError as error:
        raise unwritable(directory, error) from error
    services.undo.clear()
    services.events.publish(services.backing_up.everything())
    return _with_aside(found, aside)


def newest_sound(folder: Path) -> Path | None:
    """The youngest backup in FOLDER that can be opened; None when there is none."""
    files = [path for path in folder.glob("*.db") if "damaged" not in path.name] if folder.is_dir() else []
    for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True):
        with suppress(KnownError), contents.opened(path) as connection:
            contents.counts(connection)
            return path
    return None


def _rebuilt(
    database: Path, folder: Path, clock: Clock, random_bits: RandomBits, job: Job, backup: Path | None
) -> Recovered:
    """FOLDER/library.db, filled with all that can be found."""

    def report(done: int, total: int) -> None:
        job.report(done, total, message("正在从损坏的资料库里抢救内容"))

    lost = _LostSources(folder / "sources")
    found = salvage.salvage(database, folder / DATABASE, report, lost.take)
    services = Services(folder, clock, random_bits)
    try:
        services.settings.set(USE_INDEX, False)  # an index of a folder that is thrown away
        from_backup = 0 if backup is None else _take_from(services.database, backup, folder, lost)
        if lost.paths:
            services.importing.import_files(lost.paths, job)
        before = {one.id for one in services.reading.issues()}
        services.importing.rebuild(job=job)
        problems = services.backing_up.check()
        with services.database.read() as connection:
            counts = contents.counts(connection)
        with services.database.aside() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        services.close()
    again = len(before) - found.issues
    return Recovered(counts.notes, counts.issues, from_backup, max(0, again), folder, tuple(problems))


class _LostSources:
    """Sources whose issues were lost, as files to import, each once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: set[str] = set()
        self.paths: list[Path] = []

    def take(self, source: Source) -> None:
        """Write a source that is not here yet. Raises OSError."""
        if source.sha256 not in self._known:
            self._known.add(source.sha256)
            name = PurePosixPath(source.name.replace("\\", "/")).name or "source.txt"
            path = self._folder / str(len(self.paths)) / name
            path.parent.mkdir(parents=True)
            path.write_bytes(source.data)
            self.paths.append(path)


def _take_from(database: Database, backup: Path, folder: Path, lost: _LostSources) -> int:
    """Take annotations and corrections that only the backup has, and the sources missing here; how many annotations."""
    place = folder / "backup"
    place.mkdir()
    other = Database(backups.prepare(backup, place))
    taken = 0
    try:
        with other.read() as theirs, database.write() as ours:
            new = contents.state(theirs).annotations.keys() - contents.state(ours).annotations.keys()
            for part in portions(sorted(new)):
                brought = stored.get_many(theirs, part)
                stored.put(ours, brought)
                taken += sum(not one.deleted for one in brought)
            here = {one.id for one in issues.summaries(ours)}
            for summary in issues.summaries(theirs):
                source = sources.of_issue(theirs, summary.id)
                if source is not None:
                    if summary.id not in here:
                        lost.take(source)
                    corrections.add(ours, source.sha256, summary.id, _unknown(theirs, ours, source.sha256))
    finally:
        other.close()
    return taken


def _unknown(theirs: Connection, ours: Connection, sha256: str) -> list[Correction]:
    told = corrections.of_source(theirs, sha256)
    known = corrections.known(ours, [one.id for one in told])
    return [one for one in told if one.id not in known]


def _with_its_log(database: Path, folder: Path) -> Path:
    """DATABASE, or the same file with its log in FOLDER, where a recovery was killed just before its last step."""
    if not database.with_name(database.name + "-wal").exists() and folder.is_dir():
        for aside in sorted(folder.glob("damaged-*.db"), reverse=True):
            if aside.with_name(aside.name + "-wal").exists() and filecmp.cmp(aside, database, shallow=False):
                return aside
    return database


def _with_aside(found: Recovered, aside: Path) -> Recovered:
    return replace(found, aside=aside)


def told(found: Recovered) -> Sequence[Message]:
    """What was recovered, in sentences."""
    sentences = [
        message("已修复资料库：{issues} 期、{notes} 条笔记。", issues=found.issues, notes=found.notes),
    ]
    if found.notes_from_backup:
        sentences.append(message("其中 {count} 条笔记取自最近的备份。", count=found.notes_from_backup))
    if found.issues_from_source:
        sentences.append(message("{count} 期已损坏，用存档的原文重新整理。", count=found.issues_from_source))
    sentences.append(message("损坏的资料库留在 {file}，没有删除。", file=found.aside))
    return sentences
