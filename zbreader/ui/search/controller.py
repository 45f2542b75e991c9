"""Search as one types: waits for a pause, asks, drops answers to questions that nobody asks any more."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.search import Hit, NoteHit, SearchOptions, SearchOrder, SearchResult
from zbreader.services.jobs import Job
from zbreader.services.library import Services
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.operations import Operations
from zbreader.ui.search.counting import Counted, Counting
from zbreader.ui.search.model import ResultsModel
from zbreader.ui.search.rows import note_rows, result_rows
from zbreader.ui.settings import keys
from zbreader.ui.translation import translated

PAUSE = 120  # milliseconds without a key before a question is asked
PAGE = 50  # hits asked for at a time


class SearchController(QObject):
    """Owns the model of the results."""

    searching = Signal(bool)  # whether there is a query: the results take the tree's place
    told = Signal(str)  # one sentence over the results
    found = Signal(bool)  # whether the answer has any article
    uncounted = Signal()  # nothing was found: there is nothing to count by issue

    def __init__(
        self, services: Services, operations: Operations, library: LibraryModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operations = operations
        self._library = library
        self.model = ResultsModel(self)
        self.counting = Counting(services, operations, self)
        self.counting.counted.connect(self._on_counted)
        settings = services.settings
        self.grouped = settings.get(keys.SEARCH_GROUPED, True) is not False
        dated = settings.get(keys.SEARCH_ORDER) == SearchOrder.DATE.value
        order = SearchOrder.DATE if dated else SearchOrder.RELEVANCE
        self.options = SearchOptions(order, settings.get(keys.SEARCH_VARIANTS) is True)
        self._query = ""
        self._answered = ""
        self._hits: list[Hit] = []
        self._notes: tuple[NoteHit, ...] = ()
        self._notes_total = 0
        self._every_note = False
        self._total = 0
        self._occurrences: int | None = 0
        self._job = Job()  # the search that is under way
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)

    @property
    def query(self) -> str:
        """What is being searched for; empty when nothing is."""
        return self._query

    @property
    def is_answered(self) -> bool:
        """Whether what is listed answers the query as it stands now."""
        return self._answered == self._query

    def set_query(self, text: str) -> None:
        """Search for TEXT after a short pause; an empty one ends the search at once."""
        query = text.strip()
        if query == self._query:
            return
        self._query = query
        self.counting.stop()
        if query:
            self._pause.start()
            self.searching.emit(True)
            return
        self._pause.stop()
        self._job.cancel()
        self._operations.forget("search")
        self._show(SearchResult("", 0))
        self.told.emit("")
        self.searching.emit(False)

    def search_now(self) -> None:
        """Do not wait for the pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._ask()

    def again(self) -> None:
        """Ask the same question again: the library has changed."""
        if self._query:
            self._pause.start()

    def group(self, grouped: bool) -> None:
        """List what was found by issue, or one after another."""
        self.grouped = grouped
        self._keep(keys.SEARCH_GROUPED, grouped)
        self._list()

    def order_by_date(self, dated: bool) -> None:
        """The newest first, or what fits best."""
        order = SearchOrder.DATE if dated else SearchOrder.RELEVANCE
        self._keep(keys.SEARCH_ORDER, order.value)
        self._search_with(replace(self.options, order=order))

    def fold_variants(self, folded: bool) -> None:
        """Whether simplified and traditional characters count as the same."""
        self._keep(keys.SEARCH_VARIANTS, folded)
        self._search_with(replace(self.options, variants=folded))

    def more(self) -> None:
        """List the next hits of the same query."""
        query, offset, options = self._query, len(self._hits), self.options
        self.counting.make_way()
        self._operations.ask(
            lambda: self._services.searching.search(query, limit=PAGE, offset=offset, options=options),
            on_done=self._on_more,
            on_error=self._on_error,
            key="search",
        )

    def more_notes(self) -> None:
        """List all notes that were found."""
        self._every_note = True
        self._list()

    def _search_with(self, options: SearchOptions) -> None:
        self.options = options
        if self._query:
            self._pause.stop()
            self._ask()

    def _ask(self) -> None:
        query, options = self._query, self.options
        limit = max(PAGE, len(self._hits)) if self._answered == query else PAGE  # asked again: as many as are listed
        self.counting.stop()
        self._job.cancel()
        self._job = job = Job()
        self._operations.ask(
            lambda: self._services.searching.search(query, limit=limit, options=options, job=job),
            on_done=self._on_result,
            on_error=self._on_error,
            key="search",
        )

    def _on_result(self, result: SearchResult) -> None:
        self._answered = self._query
        self._show(result)
        self._tell()
        if result.total:
            self.counting.count(self._query, self.options)
        else:
            self.uncounted.emit()

    def _on_more(self, result: SearchResult) -> None:
        self._hits += result.hits
        self._list()

    def _on_counted(self, counted: Counted) -> None:
        if counted.query == self._answered:
            self._occurrences = counted.occurrences
            self._tell()

    def _show(self, result: SearchResult) -> None:
        self._hits, self._total, self._occurrences = list(result.hits), result.total, result.occurrences
        self._notes, self._notes_total, self._every_note = result.notes, result.notes_total, False
        self._list()
        self.found.emit(bool(result.total))

    def _list(self) -> None:
        titles = {node.id: node.title for node in self._library.root.children}
        notes = note_rows(self._notes, self._notes_total, every=self._every_note)
        self.model.set_rows(notes + result_rows(self._hits, self._total, titles, grouped=self.grouped))

    def _tell(self) -> None:
        parts = [self.tr("{total} 篇").format(total=self._total)] if self._total else []
        if self._total and self._occurrences:
            parts.append(self.tr("{count} 处").format(count=self._occurrences))
        if self._notes_total:
            parts.append(self.tr("{count} 条笔记").format(count=self._notes_total))
        self.told.emit(" · ".join(parts) or self.tr("没有找到。可以少写几个字，或换一个说法。"))

    def _keep(self, key: str, value: object) -> None:
        self._operations.run(lambda: self._services.settings.set(key, value))

    def _on_error(self, error: BaseException) -> None:
        """A query that cannot be understood is told where the results would stand, not in a dialog."""
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, KnownError):
            self._operations.failed.emit(error)
            return
        self._show(SearchResult(self._query, 0))
        self.told.emit(translated(error))
