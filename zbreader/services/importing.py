"""Importing: files into the library, each a whole issue or nothing."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.issue import Issue
from zbreader.model.message import Message, message
from zbreader.services import source_files
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.jobs import Job
from zbreader.services.moments import Clock, to_iso
from zbreader.services.replacing import Replacement, put_issue, remove_issue, swap
from zbreader.services.undo import Step, UndoStack
from zbreader.store import issues, sources
from zbreader.store.database import Database

if TYPE_CHECKING:
    from zbreader.importers import Vocabulary

_KEPT_REMOVED = timedelta(days=30)  # how long a removed issue can be brought back
_log = logging.getLogger(__name__)


class ImportStatus(str, Enum):
    """What became of one file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    UPDATED = "updated"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one file; articles and findings are counts, error one sentence when it failed."""

    file: str
    issue_id: str | None
    status: ImportStatus
    articles: int = 0
    findings: int = 0
    error: Message | None = None


class Importing:
    """Imports and removals; each call is one undoable step. vocabulary: None loads the program's own when needed."""

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        clock: Clock,
        vocabulary: Vocabulary | None = None,
    ) -> None:
        self._database = database
        self._events = events
        self._undo = undo
        self._clock = clock
        self._given_vocabulary = vocabulary
        self._lock = threading.Lock()

    def inspect(self, path: Path) -> Issue:
        """What an import of PATH would give; changes nothing. Raises KnownError when it cannot be read."""
        return source_files.inspect(path, self._vocabulary())

    def import_files(self, paths: Iterable[Path], job: Job | None = None) -> list[ImportOutcome]:
        """Import files and folders. A file that fails is told in its outcome and does not stop the others.

        Raises Cancelled, with nothing changed, when JOB is cancelled.
        """
        job = job or Job()
        files = source_files.files_among(paths)
        outcomes: list[ImportOutcome] = []
        done: list[Replacement] = []
        self._purge()
        try:
            for at, path in enumerate(files):
                job.report(at, len(files), message("正在导入 {file}", file=path.name))
                outcomes += self._import_file(path, done)
            job.report(len(files), len(files))
        except Cancelled:
            if done:
                self._swap(done, forward=False)
            raise
        self._push(_import_name(done), done)
        return outcomes

    def remove_issue(self, issue_id: str) -> None:
        """Take an issue out of the library. Its annotations are kept, unplaced until the issue returns."""
        with self._database.write() as connection:
            removal = remove_issue(connection, issue_id, to_iso(self._clock()))
        self._push(message("移除{issue}", issue=removal.title), [removal])

    def _import_file(self, path: Path, done: list[Replacement]) -> list[ImportOutcome]:
        """Import the issue in PATH, or those in a pack; what was changed is added to DONE."""
        try:
            given = source_files.given_in(path)
        except KnownError as error:
            return [_failed(path, error.message)]
        return [self._import_or_say_why(path, name, data, done) for name, data in given]

    def _import_or_say_why(self, path: Path, name: str, data: bytes, done: list[Replacement]) -> ImportOutcome:
        try:
            return self._import(path, name, data, done)
        except KnownError as error:
            return _failed(path, error.message)
        except Exception:
            # Ours, not the world's: told and logged, and the other files still deserve their import.
            _log.exception("import of %r failed", str(path))
            sentence = message(
                "导入 {file} 时程序出错，没有导入这个文件。详情已记入日志，请把日志发给开发者。", file=path.name
            )
            return _failed(path, sentence)

    def _import(self, path: Path, name: str, data: bytes, done: list[Replacement]) -> ImportOutcome:
        with self._database.read() as connection:
            known = sources.issue_with(connection, hashlib.sha256(data).hexdigest())
            found = issues.get(connection, known) if known else None
        if found is not None:
            return _outcome(path, found, ImportStatus.UNCHANGED)
        issue, source = source_files.read_issue(name, data, self._vocabulary())
        with self._database.write() as connection:
            found = issues.get(connection, issue.id)
            if found == issue:
                return _outcome(path, issue, ImportStatus.UNCHANGED)
            replacement = put_issue(connection, issue, source, to_iso(self._clock()))
        done.append(replacement)
        return _outcome(path, issue, ImportStatus.ADDED if found is None else ImportStatus.UPDATED)

    def _push(self, name: Message, done: Sequence[Replacement]) -> None:
        if not done:
            return
        self._undo.push(Step(name, lambda: self._swap(done, forward=False), lambda: self._swap(done, forward=True)))
        self._events.publish(_changes(done))

    def _swap(self, replacements: Sequence[Replacement], *, forward: bool) -> Changes:
        with self._database.write() as connection:
            for replacement in replacements if forward else reversed(replacements):
                swap(connection, replacement, forward=forward, moment=to_iso(self._clock()))
        return _changes(replacements)

    def _purge(self) -> None:
        with self._database.write() as connection:
            issues.purge(connection, to_iso(self._clock() - _KEPT_REMOVED))

    def _vocabulary(self) -> Vocabulary:
        with self._lock:
            if self._given_vocabulary is None:
                self._given_vocabulary = source_files.program_vocabulary()
            return self._given_vocabulary


def _outcome(path: Path, issue: Issue, status: ImportStatus) -> ImportOutcome:
    return ImportOutcome(str(path), issue.id, status, len(issue.articles), len(issue.findings))


def _failed(path: Path, error: Message) -> ImportOutcome:
    return ImportOutcome(str(path), None, ImportStatus.FAILED, error=error)


def _changes(replacements: Iterable[Replacement]) -> Changes:
    changes = Changes()
    for one in replacements:
        changes |= one.changes
    return changes


def _import_name(done: Sequence[Replacement]) -> Message:
    if len(done) == 1:
        return message("导入{issue}", issue=done[0].title)
    return message("导入 {count} 期", count=len(done))
