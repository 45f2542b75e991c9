"""Keeps the tree in step with the library: loads issues and articles, follows changes, closes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zbreader.model.errors import KnownError
from zbreader.services.library import Services
from zbreader.ui.bridge import Bridge
from zbreader.ui.library.model import LibraryModel
from zbreader.ui.library.nodes import Kind, Loading, Node
from zbreader.ui.operations import Operations

if TYPE_CHECKING:
    from zbreader.model.issue import ArticleSummary, IssueSummary

SETTLE = 150  # milliseconds: many changes in a row (an import, a merge) are one look at the library


class LibraryController(QObject):
    """Owns the model; asks the reading service and brings its answers into the tree."""

    loaded = Signal(list)  # list[IssueSummary], each time the issues were read
    articles_loaded = Signal(str)  # issue id

    def __init__(
        self, services: Services, operations: Operations, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._operations = operations
        self.model = LibraryModel(self)
        self.model.articles_wanted.connect(self._on_articles_wanted)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self.refresh)
        bridge.issues_changed.connect(self._on_changed)
        bridge.articles_changed.connect(self._on_changed)
        bridge.annotations_changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the issues again, and the articles of those whose articles are shown."""
        self._operations.ask(self._services.reading.issues, on_done=self._on_issues, key="library")

    def on_read(self, article_id: str, fraction: float) -> None:
        """An article was read as far as FRACTION (0..1): the tree says so at once."""
        node = self.model.find(article_id)
        if node is not None:
            self.model.set_read(article_id, max(node.read, fraction))

    def mark_read(self, node: Node, read: bool) -> None:
        """Let the article, or all articles of what NODE is, count as read or unread."""
        reading = self._services.reading

        def mark() -> None:
            if node.kind is Kind.ISSUE:
                reading.mark_read([article.id for article in reading.articles(node.id)], read=read)
            else:
                reading.mark_read([article.id for article in node.articles()], read=read)

        self._operations.run(mark)

    def neighbour(self, article_id: str, step: int) -> str | None:
        """The article STEP places after this one (before, when negative) within its issue; None at either end."""
        node = self.model.find(article_id)
        issue = node
        while issue is not None and issue.parent is not None and issue.parent is not self.model.root:
            issue = issue.parent
        if node is None or issue is None:
            return None
        articles = [one.id for one in issue.articles()]
        place = articles.index(article_id) + step
        return articles[place] if 0 <= place < len(articles) else None

    def _on_changed(self, _ids: object) -> None:
        if not self._settle.isActive():
            self._settle.start()

    def _on_issues(self, issues: Sequence[IssueSummary]) -> None:
        known = [node.id for node in self.model.root.children if node.loading is Loading.YES]
        self.model.set_issues(issues)
        for issue_id in known:
            if self.model.find(issue_id) is not None:
                self._on_articles_wanted(issue_id)
        self.loaded.emit(list(issues))

    def _on_articles_wanted(self, issue_id: str) -> None:
        def show(articles: Sequence[ArticleSummary]) -> None:
            self.model.set_articles(issue_id, articles)
            self.articles_loaded.emit(issue_id)

        def let_go(error: BaseException) -> None:
            """An issue that went while its articles were asked for is no news: the tree is about to lose it too."""
            if not isinstance(error, KnownError):
                self._operations.failed.emit(error)

        self._operations.ask(
            lambda: self._services.reading.articles(issue_id),
            on_done=show,
            on_error=let_go,
            key=f"articles {issue_id}",
        )
