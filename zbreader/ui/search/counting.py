"""Counts what a search finds in each issue, a moment after its results are shown: they matter more than the chart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from zbreader.model.errors import Cancelled
from zbreader.model.search import IssueHits, SearchOptions
from zbreader.services.jobs import Job
from zbreader.services.library import Services
from zbreader.ui.operations import Operations
from zbreader.ui.search.wanted import without_issue

PAUSE = 250  # milliseconds for which nothing else was asked
KEY = "hits by issue"


@dataclass(frozen=True, slots=True)
class Counted:
    """issues: of the whole library; chosen: ids of those that the query is narrowed to (empty: it is not)."""

    query: str
    issues: tuple[IssueHits, ...]
    chosen: frozenset[str]
    occurrences: int  # in all articles that match


class Counting(QObject):
    """Asks for one query at a time; a new one stops the reading for the last."""

    counted = Signal(object)  # Counted

    def __init__(self, services: Services, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._operations = services, operations
        self._query, self._options = "", SearchOptions()
        self._job = Job()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being counted, nor will be after the pause."""
        return not self._query

    def count(self, query: str, options: SearchOptions) -> None:
        """Count what QUERY finds; the answer comes as a signal."""
        self.stop()
        self._query, self._options = query, options
        if query:
            self._pause.start()

    def stop(self) -> None:
        """What is being counted is not wanted any more."""
        self._pause.stop()
        self._job.cancel()
        self._operations.forget(KEY)
        self._query = ""

    def make_way(self) -> None:
        """Something else is asked for that must not wait: count again after it."""
        self.count(self._query, self._options)

    def _ask(self) -> None:
        query, options = self._query, self._options
        self._job = job = Job()
        self._operations.ask(
            lambda: self._read(query, options, job), on_done=self._on_read, on_error=self._on_error, key=KEY
        )

    def _read(self, query: str, options: SearchOptions, job: Job) -> Counted:
        timeline, anyway = self._services.searching.timeline, without_issue(query)
        own = timeline(query, options, job)
        narrowed = bool(anyway) and anyway.split() != query.split()
        every = timeline(anyway, options, job) if narrowed else own
        chosen = frozenset(issue.issue_id for issue in own) if narrowed else frozenset[str]()
        return Counted(query, tuple(every), chosen, sum(issue.occurrences for issue in own))

    def _on_read(self, counted: Counted) -> None:
        self._query = ""
        self.counted.emit(counted)

    def _on_error(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._operations.failed.emit(error)
