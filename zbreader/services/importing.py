"""Importing: files into the library, each a whole issue or nothing."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.model.correction import Correction
from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.issue import Issue
from zbreader.model.message import Message, message
from zbreader.services import source_files
from zbreader.services.changes import Changes
from zbreader.services.cycles import without_search_for_cycles
from zbreader.services.encodings import Doubtful, doubtful_in, is_same, readings_of
from zbreader.services.events import Events
from zbreader.services.jobs import Job
from zbreader.services.moments import Clock, to_iso
from zbreader.services.reading import no_issue
from zbreader.services.replacing import Replacement, put_issue, remove_issue, swap, with_elsewhere
from zbreader.services.reviewing import NONE, Followed, Reviewing, followed
from zbreader.services.source_files import Given
from zbreader.services.undo import Step, UndoStack
from zbreader.store import corrections, issues, sources
from zbreader.store.database import Connection, Database

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
    """What became of one file; articles and findings are counts, error one sentence when it failed.

    followed: what became of the marks when another text came in the place of one.
    """

    file: str
    issue_id: str | None
    status: ImportStatus
    articles: int = 0
    findings: int = 0
    error: Message | None = None
    followed: Followed = NONE


Work = Callable[[list[Replacement], Job], list[ImportOutcome]]


class Importing:
    """Imports, re-imports and removals; each call is one undoable step.

    vocabulary: None loads the program's own when needed. guard: called before anything is written by a call.
    """

    def __init__(
        self,
        database: Database,
        events: Events,
        undo: UndoStack,
        clock: Clock,
        reviewing: Reviewing,
        vocabulary: Vocabulary | None = None,
        guard: Callable[[], None] = lambda: None,
    ) -> None:
        self._guard = guard
        self._database = database
        self._events = events
        self._undo = undo
        self._clock = clock
        self._reviewing = reviewing
        self._given_vocabulary = vocabulary
        self._lock = threading.Lock()

    def inspect(self, path: Path, encoding: str | None = None) -> Issue:
        """What an import of PATH would give; changes nothing. Raises KnownError when it cannot be read.

        ENCODING is what a person says of a text.
        """
        return source_files.inspect(path, self.vocabulary(), encoding)

    def doubtful_encodings(self, paths: Iterable[Path], job: Job | None = None) -> list[Doubtful]:
        """The texts among files and folders whose encoding a person should choose; those the library has are not asked
        about again. Raises Cancelled when JOB is cancelled."""
        job = job or Job()
        files = source_files.files_among(paths)
        found: list[Doubtful] = []
        for at, path in enumerate(files):
            job.report(at, len(files))
            doubtful = doubtful_in(path)
            if doubtful is not None and not self._has(doubtful.sha256):
                found.append(doubtful)
        return found

    def import_files(
        self, paths: Iterable[Path], job: Job | None = None, *, encodings: str | Mapping[Path, str] | None = None
    ) -> list[ImportOutcome]:
        """Import files and folders. A file that fails is told in its outcome and does not stop the others.

        encodings: what a person says of all texts, or of some; it is kept with the source. Raises Cancelled when JOB is
        cancelled; what was imported until then stays (and is one step, and is passed over quickly when the same files
        are imported again).
        """
        files = source_files.files_among(paths)
        self._guard()
        self._purge()
        return self._one_by_one(
            [
                (
                    message("正在导入 {file}", file=path.name),
                    partial(
                        self._import_file,
                        path,
                        encodings if encodings is None or isinstance(encodings, str) else encodings.get(path),
                    ),
                )
                for path in files
            ],
            job or Job(),
            _import_name,
        )

    def readings_of(self, issue_id: str) -> Doubtful | None:
        """What each encoding makes of an issue's source; None where its format knows its own. Raises KnownError."""
        with self._database.read() as connection:
            source = sources.of_issue(connection, issue_id)
        if source is None:
            raise no_issue(issue_id)
        return readings_of(Path(source.name), source.data)

    def rebuild(
        self, issue_ids: Iterable[str] | None = None, job: Job | None = None, *, encoding: str | None = None
    ) -> list[ImportOutcome]:
        """Import issues (None: all) anew from the sources the library keeps, as after an update of the program.

        encoding: the one in which a person wants these texts read from now on. Corrections are applied again and marks
        follow. Raises KnownError for an id that the library does not have, and Cancelled as `import_files` does.
        """
        with self._database.read() as connection:
            titles = {summary.id: summary.title for summary in issues.summaries(connection)}
        wanted = list(dict.fromkeys(titles if issue_ids is None else issue_ids))
        for issue_id in wanted:
            if issue_id not in titles:
                raise no_issue(issue_id)
        self._guard()
        self._purge()
        return self._one_by_one(
            [
                (message("正在重新整理{issue}", issue=titles[issue_id]), partial(self._rebuild_one, issue_id, encoding))
                for issue_id in wanted
            ],
            job or Job(),
            _rebuild_name,
        )

    def remove_issue(self, issue_id: str) -> None:
        """Take an issue out of the library. Its annotations are kept, unplaced until the issue returns."""
        with self._database.write() as connection:
            removal = remove_issue(connection, issue_id, to_iso(self._clock()))
        self._push(message("移除{issue}", issue=removal.title), [removal])

    def vocabulary(self) -> Vocabulary:
        """The importer's words."""
        with self._lock:
            if self._given_vocabulary is None:
                self._given_vocabulary = source_files.program_vocabulary()
            return self._given_vocabulary

    def _one_by_one(
        self,
        works: Sequence[tuple[Message, Work]],
        job: Job,
        name: Callable[[Sequence[Replacement]], Message],
    ) -> list[ImportOutcome]:
        outcomes: list[ImportOutcome] = []
        done: list[Replacement] = []
        try:
            for at, (doing, work) in enumerate(works):
                job.report(at, len(works), doing)
                with without_search_for_cycles():
                    outcomes += work(done, job)
            job.report(len(works), len(works))
        except Cancelled as error:
            if not done:
                raise
            raise Cancelled("已取消。先完成的 {count} 期已经保存；再做一次会从这里接着做。", count=len(done)) from error
        finally:
            if done:
                self._reviewing.remember(one for replacement in done for one in replacement.carried)
                self._push(name(done), done)
        return outcomes

    def _has(self, sha256: str) -> bool:
        with self._database.read() as connection:
            return sources.issue_with(connection, sha256) is not None

    def _import_file(self, path: Path, encoding: str | None, done: list[Replacement], job: Job) -> list[ImportOutcome]:
        """Import the issue in PATH, or those in a pack; what was changed is added to DONE."""
        try:
            given = source_files.given_in(path, encoding)
        except KnownError as error:
            return [_failed(str(path), error.message)]
        return [
            self._or_say_why(str(path), one.name, partial(self._import, str(path), one, done, job)) for one in given
        ]

    def _rebuild_one(
        self, issue_id: str, encoding: str | None, done: list[Replacement], job: Job
    ) -> list[ImportOutcome]:
        with self._database.read() as connection:
            source = sources.of_issue(connection, issue_id)
        if source is None:
            return [_failed("", no_issue(issue_id).message)]
        given = source_files.Given(source.name, source.data, encoding=encoding or source.encoding)
        return [self._or_say_why(source.name, source.name, partial(self._put, source.name, given, done, job, issue_id))]

    def _or_say_why(self, file: str, name: str, work: Callable[[], ImportOutcome]) -> ImportOutcome:
        try:
            return work()
        except Cancelled:
            raise
        except KnownError as error:
            return _failed(file, error.message)
        except Exception:
            # Ours, not the world's: told and logged, and the other files still deserve their import.
            _log.exception("import of %s failed", file)
            sentence = message(
                "导入 {file} 时程序出错，没有导入这个文件。详情已记入日志，请把日志发给开发者。", file=name
            )
            return _failed(file, sentence)

    def _import(self, file: str, given: Given, done: list[Replacement], job: Job) -> ImportOutcome:
        with self._database.read() as connection:
            known = sources.issue_with(connection, hashlib.sha256(given.data).hexdigest())
            found = issues.get(connection, known) if known else None
            fresh = _fresh(connection, given)
            source = sources.of_issue(connection, known) if known and (fresh or given.encoding) else None
        if source is not None:
            if given.encoding is not None and not is_same(given.encoding, source.encoding):
                return self._put(file, given, done, job, known)
            given = replace(given, encoding=source.encoding)
        if found is not None and not fresh:
            return _outcome(file, found, ImportStatus.UNCHANGED)
        return self._put(file, given, done, job, None if found is None else found.id)

    def _put(self, file: str, given: Given, done: list[Replacement], job: Job, instead_of: str | None) -> ImportOutcome:
        """Build the issue in GIVEN and write it where it differs from what there is."""
        with self._database.read() as connection:
            fresh = _fresh(connection, given)
            sha256 = hashlib.sha256(given.data).hexdigest()
            put_right = [*corrections.of_source(connection, sha256), *fresh]
        issue, source = source_files.read_issue(
            given.name, given.data, self.vocabulary(), put_right, encoding=given.encoding, job=job
        )
        with self._database.write() as connection:
            issue = with_elsewhere(connection, issue, sha256)
            found = issues.get(connection, instead_of or issue.id)
            if found == issue and not fresh:
                return _outcome(file, issue, ImportStatus.UNCHANGED)
            if instead_of not in (None, issue.id) and issues.live_key(connection, issue.id) is not None:
                raise KnownError(
                    "资料库里已经有另一份原文的这一期，没有重新整理 {file}。请先移除那一份再试。", file=given.name
                )
            corrections.add(connection, sha256, issue.id, fresh)
            replacement = put_issue(
                connection,
                issue,
                source,
                to_iso(self._clock()),
                instead_of=instead_of,
                added=[correction.id for correction in fresh],
            )
        done.append(replacement)
        status = ImportStatus.ADDED if found is None else ImportStatus.UPDATED
        return replace(_outcome(file, issue, status), followed=followed(replacement.carried))

    def _push(self, name: Message, done: Sequence[Replacement]) -> None:
        self._undo.push(Step(name, lambda: self._swap(done, forward=False), lambda: self._swap(done, forward=True)))
        self._events.publish(_changes(done))

    def _swap(self, replacements: Sequence[Replacement], *, forward: bool) -> Changes:
        with self._database.write() as connection:
            for replacement in replacements if forward else reversed(replacements):
                swap(connection, replacement, forward=forward, moment=to_iso(self._clock()))
        self._reviewing.remember(one for replacement in replacements if forward for one in replacement.carried)
        return _changes(replacements)

    def _purge(self) -> None:
        with self._database.write() as connection:
            issues.purge(connection, to_iso(self._clock() - _KEPT_REMOVED))


def _fresh(connection: Connection, given: Given) -> list[Correction]:
    """The corrections that came with a source and are new here; one that was taken back here stays taken back."""
    known = corrections.known(connection, [correction.id for correction in given.corrections])
    return [correction for correction in given.corrections if correction.id not in known]


def _outcome(file: str, issue: Issue, status: ImportStatus) -> ImportOutcome:
    return ImportOutcome(file, issue.id, status, len(issue.articles), len(issue.findings))


def _failed(file: str, error: Message) -> ImportOutcome:
    return ImportOutcome(file, None, ImportStatus.FAILED, error=error)


def _changes(replacements: Iterable[Replacement]) -> Changes:
    changes = Changes()
    for one in replacements:
        changes |= one.changes
    return changes


def _import_name(done: Sequence[Replacement]) -> Message:
    if len(done) == 1:
        return message("导入{issue}", issue=done[0].title)
    return message("导入 {count} 期", count=len(done))


def _rebuild_name(done: Sequence[Replacement]) -> Message:
    if len(done) == 1:
        return message("重新整理{issue}", issue=done[0].title)
    return message("重新整理 {count} 期", count=len(done))
