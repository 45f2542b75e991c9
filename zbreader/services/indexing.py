"""Keeping the full-text index in step with the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from zbreader.model.message import message
from zbreader.search.fields import folded_fields, index_characters, index_words
from zbreader.search.folding import changing_characters
from zbreader.services.jobs import Job
from zbreader.store import articles, searchable
from zbreader.store.database import Connection, Database
from zbreader.store.fulltext import FullTextIndex, IndexUnavailable
from zbreader.store.fulltext_values import IndexedArticle
from zbreader.store.searchable import LiveIssue

_AT_ONCE = 16  # issues in one transaction of the index
_FEW = 4  # issues that are added on the spot rather than left to `repair`
_MANY = 40  # issues after whose adding the index is worth being merged into one piece
_LEFT_SHARE = 3  # of how many rows one may belong to an issue that left the library


class Indexing:
    """Adds what the index lacks. An issue is known by its stamp, so that nothing has to be compared or deleted.

    index None: there is no index, and every call does nothing.
    """

    def __init__(self, database: Database, index: FullTextIndex | None) -> None:
        self._database = database
        self._index = index

    def missing(self, live: Iterable[LiveIssue]) -> list[LiveIssue]:
        """Those of LIVE that the index does not know, newest first."""
        if self._index is None:
            return []
        try:
            known = frozenset(self._index.catalogue().stamps)
        except IndexUnavailable:
            known = frozenset()
        return sorted((i for i in live if i.stamp not in known), key=lambda issue: issue.order, reverse=True)

    def add_few(self, connection: Connection, live: Iterable[LiveIssue]) -> None:
        """Add what is missing of LIVE if that is done in a moment."""
        missing = self.missing(live)
        if len(missing) <= _FEW:
            self.add(connection, missing)

    def add(self, connection: Connection, issues: Iterable[LiveIssue]) -> bool:
        """Add ISSUES, whose articles CONNECTION reads; False when the index is not available."""
        words = [(issue.stamp, _words_of(connection, issue)) for issue in issues]
        if not words:
            return True
        if self._index is None:
            return False
        try:
            self._index.add(words)
        except IndexUnavailable:
            return False
        return True

    def repair(self, job: Job) -> None:
        """Add everything that is missing. Raises Cancelled; what was done until then is kept."""
        if self._index is None:
            return
        with self._database.read() as connection:
            live = searchable.live_issues(connection)
        self._clear_if_stale(live)
        missing = self.missing(live)
        for at in range(0, len(missing), _AT_ONCE):
            job.report(at, len(missing), message("正在建立搜索索引"))
            with self._database.read() as connection:  # a short one each time: a long one would keep the log growing
                if not self.add(connection, missing[at : at + _AT_ONCE]):
                    return
        job.report(len(missing), len(missing), message("正在建立搜索索引"))
        if len(missing) >= _MANY:
            with suppress(IndexUnavailable):
                self._index.optimize()

    def rebuild(self, job: Job) -> None:
        """Make the index anew. Raises Cancelled; `repair` goes on from there."""
        if self._index is None:
            return
        try:
            self._index.clear()
        except IndexUnavailable:
            return
        self.repair(job)

    def _clear_if_stale(self, live: Sequence[LiveIssue]) -> None:
        """Empty an index in which too much belongs to issues that left the library."""
        if self._index is None:
            return
        stamps = {issue.stamp for issue in live}
        try:
            known = self._index.catalogue()
            left = {issue for issue, stamp in enumerate(known.stamps) if stamp not in stamps}
            if _LEFT_SHARE * sum(issue in left for issue in known.issues) > len(known.issues):
                self._index.clear()
        except IndexUnavailable:
            return


def _words_of(connection: Connection, issue: LiveIssue) -> list[IndexedArticle]:
    return [
        IndexedArticle(article.id, index_words(fields), index_characters(fields), changing_characters(article.text))
        for article in articles.of_issue(connection, issue.key)
        for fields in (folded_fields(article),)
    ]
