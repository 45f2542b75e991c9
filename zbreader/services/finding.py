"""Articles that match a query: in which order they come, and what is shown of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from zbreader.model.issue import Article
from zbreader.model.search import Hit, Snippet
from zbreader.search.folding import FoldedText, fold
from zbreader.search.query import Clause, NoteFilter, Query
from zbreader.search.snippets import merged, snippet
from zbreader.store import articles, searchable
from zbreader.store.database import Connection
from zbreader.store.searchable import LiveIssue

Found: TypeAlias = tuple[bool, float, int, int, str]
"""An article that matches, as a plain tuple since there may be many thousands; in the order of its parts the best comes
first: whether something that was sought is missing in the headline · how badly it matches · the age of its issue (0 is
the newest) · its position, which grows in reading order within an issue · its id."""


def by_date(found: Found) -> tuple[int, int]:
    """Key that puts the newest issue first, its articles in reading order."""
    return found[2], found[3]


def passes_note_filters(connection: Connection, found: Sequence[Found], query: Query) -> list[Found]:
    """Those of FOUND whose notes are as QUERY asks."""
    noted = searchable.noted_articles(connection)
    wanted = [(_articles_with(noted, asked), asked.negative) for asked in query.notes]
    return [one for one in found if all((one[4] in ids) != negative for ids, negative in wanted)]


def hits_of(connection: Connection, found: Sequence[Found], issues: Sequence[LiveIssue], query: Query) -> Iterator[Hit]:
    """What is shown of each of FOUND, whose ages count in ISSUES."""
    ids = [article_id for *_, article_id in found]
    heads, texts = searchable.heads(connection, ids), articles.texts(connection, ids)
    for _, _, age, _, article_id in found:
        yield _hit(issues[age].id, heads[article_id], texts[article_id], query)


def _hit(issue_id: str, head: Article, article_text: str, query: Query) -> Hit:
    text, title = FoldedText(article_text), FoldedText(head.title)
    places = [text.find_all(word) for word in query.words]
    ranges = merged(place for word in places for place in word)
    titled = merged(place for word in query.words for place in title.find_all(word))
    shown = snippet(article_text, places) if ranges or titled else _elsewhere(head, query.clauses)
    return Hit(
        issue_id=issue_id,
        article_id=head.id,
        title=head.title,
        column=head.column,
        count=len(titled) + len(ranges),
        snippet=shown or snippet(article_text, ()),
        ranges=ranges,
    )


def _elsewhere(head: Article, clauses: Sequence[Clause]) -> Snippet | None:
    """For a match outside headline and text: that column, author or kicker with what was sought in it."""
    pieces = (head.kicker, head.subtitle, head.column, head.group, *head.authors, head.author_note)
    for piece in filter(None, pieces):
        text = FoldedText(piece)
        places = [text.find_all(clause.folded) for clause in clauses if not clause.negative]
        if any(places):
            return snippet(piece, places)
    return None


def _articles_with(noted: Sequence[tuple[str, str | None]], asked: NoteFilter) -> frozenset[str]:
    if asked.tag is None:
        return frozenset(article_id for article_id, _ in noted)
    return frozenset(article_id for article_id, tag in noted if tag is not None and fold(tag) == asked.tag)
