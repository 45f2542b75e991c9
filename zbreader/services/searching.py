"""Searching the whole library: exactly, best hits first, whatever state the index is in."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path

from zbreader.model.search import SearchResult
from zbreader.search import matching
from zbreader.search.fields import WEIGHTS, folded_fields, is_titled, matches, relevance
from zbreader.search.folding import FOLDING
from zbreader.search.query import Clause, Query, parse
from zbreader.services.changes import Changes
from zbreader.services.finding import Found, by_date, hits_of, passes_note_filters
from zbreader.services.indexing import Indexing
from zbreader.services.jobs import Job
from zbreader.store import articles, searchable
from zbreader.store.database import Connection, Database
from zbreader.store.fulltext import Answer, FullTextIndex, IndexUnavailable, Question
from zbreader.store.searchable import LiveIssue

NOTHING_KNOWN: frozenset[str] = frozenset()


class SearchOrder(str, Enum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    DATE = "date"


class Searching:
    """Searches articles: headlines, headings, columns, authors and texts.

    What the index does not know (yet) is looked for in the texts themselves, so a result is always complete; a missing,
    old or damaged index only makes it slower until `repair` has run. index_path None: no index at all.
    """

    def __init__(self, database: Database, index_path: Path | None) -> None:
        self._database = database
        fields = {field.value: weight for field, weight in WEIGHTS.items()}
        self._index = FullTextIndex(index_path, fields, FOLDING) if index_path is not None else None
        self._indexing = Indexing(database, self._index)

    def close(self) -> None:
        """Close the index's file."""
        if self._index is not None:
            self._index.close()

    def is_sound(self) -> bool:
        """Whether the index's file is whole (slow); a damaged one is emptied, and is made anew by `repair`."""
        return self._index is None or self._index.is_sound()

    def search(
        self, query: str, limit: int = 50, offset: int = 0, order: SearchOrder = SearchOrder.RELEVANCE
    ) -> SearchResult:
        """Articles that match QUERY (its language: see `search.query`). Any string is a query; none is an error."""
        meant = parse(query)
        if meant.is_empty:
            return SearchResult(query, 0)
        with self._database.read() as connection:
            issues = searchable.live_issues(connection)
            self._indexing.add_few(connection, issues)
            issues.sort(key=lambda issue: issue.order, reverse=True)
            found = self._find(connection, issues, meant)
            first, last = max(offset, 0), max(offset, 0) + max(limit, 0)
            best = heapq.nsmallest(last, found, key=by_date if order is SearchOrder.DATE else None)
            return SearchResult(query, len(found), tuple(hits_of(connection, best[first:], issues, meant)))

    def index_issue(self, issue_id: str) -> None:
        """Take an issue that was just imported, or that came back, into the index; costs little when it is there."""
        with self._database.read() as connection:
            missing = self._indexing.missing(searchable.live_issues(connection))
            self._indexing.add(connection, [issue for issue in missing if issue.id == issue_id])

    def on_changes(self, changes: Changes) -> None:
        """Listener for events: keeps the index in step when a few issues change, and leaves many to `repair`.

        An issue that leaves the library needs nothing: its rows are passed over, and are there should it return.
        """
        if changes.issues:
            with self._database.read() as connection:
                self._indexing.add_few(connection, searchable.live_issues(connection))

    def missing(self) -> int:
        """How many issues of the library the index does not know: what `repair` would have to do."""
        with self._database.read() as connection:
            return len(self._indexing.missing(searchable.live_issues(connection)))

    def repair(self, job: Job | None = None) -> None:
        """Bring the index into step with the library. Raises Cancelled; what was done until then is kept."""
        self._indexing.repair(job or Job())

    def rebuild(self, job: Job | None = None) -> None:
        """Make the index anew. Searches go on meanwhile, more slowly. Raises Cancelled."""
        self._indexing.rebuild(job or Job())

    def _find(self, connection: Connection, issues: Sequence[LiveIssue], query: Query) -> list[Found]:
        """What matches in ISSUES, which come newest first."""
        ages = {
            issue.stamp: age
            for age, issue in enumerate(issues)
            if all(asked.holds(issue.year, issue.number) for asked in query.issues)
        }
        known, found = self._find_in_index(connection, ages, query)
        for stamp, age in ages.items():
            if stamp not in known:
                found += _find_in_texts(connection, issues[age], age, query.clauses)
        return passes_note_filters(connection, found, query) if query.notes else found

    def _find_in_index(
        self, connection: Connection, ages: Mapping[str, int], query: Query
    ) -> tuple[frozenset[str], list[Found]]:
        """The stamps of the issues that the index knows, and what it finds in those among AGES."""
        if self._index is None:
            return NOTHING_KNOWN, []
        clauses = query.clauses
        try:
            answer = self._index.ask(_question(clauses))
        except IndexUnavailable:
            return NOTHING_KNOWN, []
        found = _found_rows(answer, ages)
        if matching.needs_check(clauses):
            found = [one for one in found if _is_true(connection, one[4], clauses)]
        return answer.catalogue.stamps, found


def _question(clauses: Sequence[Clause]) -> Question:
    return Question(
        words=matching.required_words(clauses),
        characters=matching.required_characters(clauses),
        titled=matching.titled(clauses),
        without_words=matching.excluded_words(clauses),
        without_characters=matching.excluded_characters(clauses),
    )


def _found_rows(answer: Answer, ages: Mapping[str, int]) -> list[Found]:
    rows, titled = answer.catalogue.rows, answer.titled
    return [
        (row not in titled, cost, age, row, article_id)
        for row, cost in answer.ranked
        for article_id, stamp in (rows[row],)
        if (age := ages.get(stamp)) is not None
    ]


def _find_in_texts(connection: Connection, issue: LiveIssue, age: int, clauses: Sequence[Clause]) -> Iterator[Found]:
    for position, article in enumerate(articles.of_issue(connection, issue.key)):
        fields = folded_fields(article)
        if matches(fields, clauses):
            yield not is_titled(fields, clauses), -relevance(fields, clauses), age, position, article.id


def _is_true(connection: Connection, article_id: str, clauses: Sequence[Clause]) -> bool:
    article = articles.get(connection, article_id)
    return article is not None and matches(folded_fields(article), clauses)
