"""What a search gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of the original text with the ranges (code points, half-open, within `text`) of its hits."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that matches."""

    issue_id: str
    article_id: str
    title: str
    column: str | None
    count: int  # occurrences in headline and text
    snippet: Snippet
    ranges: tuple[tuple[int, int], ...] = ()  # of the occurrences in the article's text, code points


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of one query, best first; total counts all articles that match, listed or not."""

    query: str
    total: int
    hits: tuple[Hit, ...] = ()
