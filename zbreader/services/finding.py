"""What is shown of articles that match: their texts, kept at hand, and where in them the words stand."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zbreader.model.issue import Article
from zbreader.model.search import Hit, Snippet
from zbreader.search.places import SearchedText
from zbreader.search.query import Clause, Query
from zbreader.search.snippets import Range, merged, snippet
from zbreader.services.matches import Found
from zbreader.services.shelf import Shelf
from zbreader.store import searchable
from zbreader.store.database import Connection
from zbreader.store.searchable import Head

_KEPT = 256  # articles of recent results


@dataclass(frozen=True)
class ArticleText:
    """An article without its paragraphs, and its text."""

    head: Head
    text: SearchedText
    variants: bool

    @cached_property
    def title(self) -> SearchedText:
        """Its headline."""
        return SearchedText(self.head.title, variants=self.variants)

    def ranges(self, words: Sequence[str]) -> list[list[Range]]:
        """For each of WORDS where it stands in the text."""
        return [self.text.find_all(word) for word in words]

    def titled(self, words: Sequence[str]) -> tuple[Range, ...]:
        """Where any of WORDS stands in the headline."""
        return merged([self.title.find_all(word) for word in words])


def article_texts(
    connection: Connection, shelf: Shelf, article_ids: Sequence[str], variants: bool
) -> dict[str, ArticleText]:
    """Those of ARTICLE_IDS that stand on SHELF, with their texts."""
    heads = searchable.heads(connection, article_ids, with_texts=True)
    return {
        id_: ArticleText(head, SearchedText(head.text, shelf.changing(id_), variants=variants), variants)
        for id_, head in heads.items()
    }


class Texts:
    """Articles' texts, the last ones kept: one letter more in a query shows many of the same articles. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: Shelf | None = None
        self._kept: dict[tuple[str, bool], ArticleText] = {}

    def get(
        self, connection: Connection, shelf: Shelf, article_ids: Sequence[str], variants: bool
    ) -> dict[str, ArticleText]:
        """Those of ARTICLE_IDS that stand in the library."""
        with self._lock:
            if self._of is not shelf:
                self._of, self._kept = shelf, {}
            found = {id_: self._kept[id_, variants] for id_ in article_ids if (id_, variants) in self._kept}
        missing = [id_ for id_ in article_ids if id_ not in found]
        found.update(article_texts(connection, shelf, missing, variants))
        with self._lock:
            if missing and self._of is shelf:
                self._kept.update(((id_, variants), found[id_]) for id_ in missing if id_ in found)
                for key in list(self._kept)[: max(0, len(self._kept) - _KEPT)]:  # the oldest
                    del self._kept[key]
        return found


def hits_of(texts: dict[str, ArticleText], found: Sequence[Found], query: Query) -> Iterator[Hit]:
    """What is shown of each of FOUND."""
    words = query.words
    for *_, article_id in found:
        if article_id in texts:
            yield _hit(texts[article_id], query, words)


def _hit(given: ArticleText, query: Query, words: Sequence[str]) -> Hit:
    head = given.head
    places = given.ranges(words)
    ranges, titled = merged(places), given.titled(words)
    original = given.text.text
    shown = snippet(original, places) if ranges or titled else _elsewhere(head.article, query.clauses, given.variants)
    return Hit(
        issue_id=head.issue_id,
        article_id=head.id,
        title=head.title,
        column=head.column,
        count=len(titled) + len(ranges),
        snippet=shown or snippet(original, ()),
        ranges=ranges,
        titled=titled,
    )


def _elsewhere(head: Article, clauses: Sequence[Clause], variants: bool) -> Snippet | None:
    """For a match outside headline and text: that column, author or kicker with what was sought in it."""
    pieces = (head.kicker, head.subtitle, head.column, head.group, *head.authors, head.author_note)
    for piece in filter(None, pieces):
        text = SearchedText(piece, variants=variants)
        places = [text.find_all(clause.folded) for clause in clauses if not clause.negative]
        if any(places):
            return snippet(piece, places)
    return None
