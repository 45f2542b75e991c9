"""Asking the index, and looking into the texts of the issues that it does not know: the answer is always complete."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from zbreader.model.search import SearchOptions, SearchOrder
from zbreader.search import matching
from zbreader.search.bigrams import LONGEST_PHRASE
from zbreader.search.fields import folded_fields, matches, relevance, tier
from zbreader.search.folding import fold
from zbreader.search.query import Clause, NoteFilter, Query, parse
from zbreader.search.variants import spellings, unified
from zbreader.services.jobs import Job
from zbreader.services.matches import Found, IndexMatches, Matches
from zbreader.services.shelf import Shelf
from zbreader.store import articles, searchable
from zbreader.store.database import Connection
from zbreader.store.fulltext import FullTextIndex, IndexUnavailable
from zbreader.store.fulltext_values import Answer, Question
from zbreader.store.searchable import LiveIssue

_TRIES = 3  # to ask an index to which somebody is adding


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is meant: its words folded, and with `variants` in one writing."""

    query: Query
    options: SearchOptions

    @property
    def form(self) -> Callable[[str], str]:
        """What texts go through before its words are looked for in them."""
        return _folded_and_unified if self.options.variants else fold


def asked(query: str, options: SearchOptions) -> Asked:
    """QUERY read with OPTIONS."""
    meant = parse(query)
    if options.variants:
        clauses = tuple(dict.fromkeys(replace(c, folded=unified(c.folded)) for c in meant.clauses))
        meant = replace(meant, clauses=clauses)
    return Asked(meant, options)


def find(
    connection: Connection, index: FullTextIndex | None, shelf: Shelf, asked: Asked, looked_at: int | None, job: Job
) -> Matches:
    """What matches on SHELF, which is what CONNECTION sees. Raises Cancelled: without an index it may take seconds.

    looked_at: as many of them are wanted first; more only take longer. None: all.
    """
    query = asked.query
    wanted = _wanted(shelf, query)
    unknown, indexed = _in_index(connection, index, shelf, asked, wanted, looked_at)
    scanned = [
        found
        for age in unknown
        if wanted is None or wanted(age)
        for found in _in_texts(connection, shelf.issues[age], age, asked, job)
    ]
    if query.notes:
        passes = _note_filter(connection, query)
        scanned = [found for found in scanned if passes(found[4])]
        if indexed is not None:
            indexed.keep_articles(passes)
    return Matches(indexed, scanned, asked.options.order)


def _wanted(shelf: Shelf, query: Query) -> Callable[[int], bool] | None:
    if not query.issues:
        return None
    ages = [all(one.holds(issue.year, issue.number) for one in query.issues) for issue in shelf.issues]
    return ages.__getitem__


def _in_index(
    connection: Connection,
    index: FullTextIndex | None,
    shelf: Shelf,
    asked: Asked,
    wanted: Callable[[int], bool] | None,
    looked_at: int | None,
) -> tuple[Sequence[int], IndexMatches | None]:
    """The ages of the issues that the index does not know, and what it finds in the others."""
    everything = range(len(shelf.issues))
    if index is None:
        return everything, None
    clauses = asked.query.clauses
    try:
        narrowed = _narrows(asked.query) or not shelf.arranged(index.catalogue()).is_whole
        spelled, answer = _answer(index, asked, looked_at, narrowed)
    except IndexUnavailable:
        return everything, None
    arrangement = shelf.arranged(answer.catalogue)
    found = IndexMatches(answer, arrangement, wanted, partial(_weighed, index, asked, spelled))
    if matching.needs_check(clauses, spelled):
        found.keep_articles(lambda article_id: _is_true(connection, article_id, asked))
    return arrangement.unknown, found


def _answer(
    index: FullTextIndex, asked: Asked, looked_at: int | None, narrowed: bool
) -> tuple[Mapping[str, Sequence[str] | None], Answer]:
    """How the words may be spelled, and what the index answers to that, of one state. Raises IndexUnavailable."""
    if not asked.options.variants:
        return {}, index.ask(_question(asked, {}, looked_at, narrowed))
    for _ in range(_TRIES):
        before = index.catalogue()
        spelled = _spelled(index, asked.query.clauses)
        answer = index.ask(_question(asked, spelled, looked_at, narrowed))
        if answer.catalogue is before:
            return spelled, answer
    raise IndexUnavailable("it is being filled")


def _weighed(index: FullTextIndex, asked: Asked, spelled: Mapping[str, Sequence[str] | None]) -> Answer | None:
    """What the index answers when it weighs everything that matches."""
    try:
        return index.ask(_question(asked, spelled, looked_at=None))
    except IndexUnavailable:
        return None


def _spelled(index: FullTextIndex, clauses: Sequence[Clause]) -> Mapping[str, Sequence[str] | None]:
    words = {clause.folded for clause in clauses}
    return {word: spellings(word[: LONGEST_PHRASE + 1], index.known_words) for word in words}


def _narrows(query: Query) -> bool:
    """Whether it leaves out articles in which all its words stand."""
    return bool(query.issues or query.notes) or any(c.negative or c.field is not None for c in query.clauses)


def _question(
    asked: Asked, spelled: Mapping[str, Sequence[str] | None], looked_at: int | None, narrowed: bool = False
) -> Question:
    query, by_relevance = asked.query, asked.options.order is SearchOrder.RELEVANCE
    clauses = query.clauses
    return Question(
        words=matching.required_words(clauses, spelled),
        characters=matching.required_characters(clauses, spelled),
        tiers=matching.tiers(clauses, spelled) if by_relevance else (),
        without_words=matching.excluded_words(clauses, spelled),
        without_characters=matching.excluded_characters(clauses, spelled),
        ranked=by_relevance,
        narrowed=narrowed,
        looked_at=looked_at,
    )


def _in_texts(connection: Connection, issue: LiveIssue, age: int, asked: Asked, job: Job) -> Iterator[Found]:
    job.report(age)
    clauses = asked.query.clauses
    for position, article in enumerate(articles.of_issue(connection, issue.key)):
        fields = folded_fields(article, asked.form)
        if matches(fields, clauses):
            yield tier(fields, clauses), -relevance(fields, clauses), age, position, article.id


def _is_true(connection: Connection, article_id: str, asked: Asked) -> bool:
    article = articles.get(connection, article_id)
    return article is not None and matches(folded_fields(article, asked.form), asked.query.clauses)


def _note_filter(connection: Connection, query: Query) -> Callable[[str], bool]:
    """Whether the article with an id has such notes as QUERY asks for."""
    noted = searchable.noted_articles(connection)
    wanted = [(_articles_with(noted, one), one.negative) for one in query.notes]
    return lambda article_id: all((article_id in ids) != negative for ids, negative in wanted)


def _articles_with(noted: Sequence[tuple[str, str | None]], asked: NoteFilter) -> frozenset[str]:
    if asked.tag is None:
        return frozenset(article_id for article_id, _ in noted)
    return frozenset(article_id for article_id, tag in noted if tag is not None and fold(tag) == asked.tag)


def _folded_and_unified(text: str) -> str:
    return unified(fold(text))
