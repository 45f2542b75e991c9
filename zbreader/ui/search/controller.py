"""Search as one types: waits for a pause, asks, drops answers to questions that nobody asks any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from zbreader.model.errors import KnownError
from zbreader.model.search import Hit, SearchResult
from zbreader.services.library import Services
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.operations import Operations
from zbreader.ui.search.model import ResultsModel
from zbreader.ui.search.rows import result_rows
from zbreader.ui.translation import translated

PAUSE = 120  # milliseconds without a key before a question is asked
PAGE = 50  # hits asked for at a time


class SearchController(QObject):
    """Owns the model of the results."""

    searching = Signal(bool)  # whether there is a query: the results take the tree's place
    told = Signal(str)  # one sentence over the results

    def __init__(
        self, services: Services, operations: Operations, library: LibraryModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operations = operations
        self._library = library
        self.model = ResultsModel(self)
        self._query = ""
        self._answered = ""
        self._hits: list[Hit] = []
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
        if query:
            self._pause.start()
            self.searching.emit(True)
            return
        self._pause.stop()
        self._operations.forget("search")
        self._hits = []
        self.model.set_rows([])
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

    def more(self) -> None:
        """List the next hits of the same query."""
        query, offset = self._query, len(self._hits)
        self._operations.ask(
            lambda: self._services.searching.search(query, limit=PAGE, offset=offset),
            on_done=self._on_more,
            on_error=self._on_error,
            key="search",
        )

    def _ask(self) -> None:
        query = self._query
        self._operations.ask(
            lambda: self._services.searching.search(query, limit=PAGE),
            on_done=self._on_result,
            on_error=self._on_error,
            key="search",
        )

    def _on_result(self, result: SearchResult) -> None:
        self._hits, self._answered = list(result.hits), self._query
        self._show(result.total)

    def _on_more(self, result: SearchResult) -> None:
        self._hits += result.hits
        self._show(result.total)

    def _show(self, total: int) -> None:
        titles = {node.id: node.title for node in self._library.root.children}
        self.model.set_rows(result_rows(self._hits, total, titles))
        if total:
            self.told.emit(self.tr("{total} 篇").format(total=total))
        else:
            self.told.emit(self.tr("没有找到。可以少写几个字，或换一个说法。"))

    def _on_error(self, error: BaseException) -> None:
        """A query that cannot be understood is told where the results would stand, not in a dialog."""
        if not isinstance(error, KnownError):
            self._operations.failed.emit(error)
            return
        self._hits = []
        self.model.set_rows([])
        self.told.emit(translated(error))
