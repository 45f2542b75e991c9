"""What is asked of a search, and what it gives. Offsets are code points, ranges half-open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zbreader.model.issue import ArticleSummary


class SearchOrder(str, Enum):
    """How hits are ordered."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """variants: simplified and traditional characters count as the same; notes: notes are searched too."""

    order: SearchOrder = SearchOrder.RELEVANCE
    variants: bool = False
    notes: bool = True


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
    titled: tuple[tuple[int, int], ...] = ()  # of those in the headline


class NotePart(str, Enum):
    """A part of an annotation."""

    NOTE = "note"
    QUOTE = "quote"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class NoteHit:
    """One annotation that matches; the snippet is a piece of its `part`."""

    annotation_id: str
    issue_id: str
    article_id: str
    issue_label: str
    article_title: str
    creator: str
    count: int  # occurrences in note, quote and tags
    part: NotePart
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits of one query, best first; total counts all articles that match, listed or not, notes_total all notes.

    occurrences: in all articles that match; None when not all of them are listed, and so none were counted.
    """

    query: str
    total: int
    hits: tuple[Hit, ...] = ()
    notes: tuple[NoteHit, ...] = ()
    notes_total: int = 0
    occurrences: int | None = None


@dataclass(frozen=True, slots=True)
class IssueHits:
    """How often one issue has what was sought: how many articles, and how many occurrences in them."""

    issue_id: str
    label: str
    year: int | None
    number: int | None
    articles: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Place:
    """One occurrence in an article's text; START and END are equal for an article with some in the headline alone."""

    issue_id: str
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The occurrences before and after a place, in the order of the result."""

    previous: Place | None = None
    next: Place | None = None


@dataclass(frozen=True, slots=True)
class ExcerptChoice:
    """What is to be collected about one matter (专题摘编).

    options None: the usual ones. article_ids: which articles, in this order; None: the first `most` of the result, the
    newest issue first. note_ids: annotations that are to stand with them, as they are. title None: made of the query.
    """

    query: str
    options: SearchOptions | None = None
    article_ids: tuple[str, ...] | None = None
    note_ids: frozenset[str] = frozenset()
    title: str | None = None
    most: int = 200


class SuggestionKind(str, Enum):
    """Where a suggestion comes from."""

    SAVED = "saved"
    TITLE = "title"
    COLUMN = "column"
    AUTHOR = "author"
    TAG = "tag"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that could be sought."""

    text: str
    kind: SuggestionKind


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a person keeps under a name."""

    name: str
    query: str
    options: SearchOptions = SearchOptions()


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word that says what a text is about. weight: 0..1, the heaviest of its list has 1."""

    word: str
    weight: float
    count: int  # occurrences


@dataclass(frozen=True, slots=True)
class Related:
    """An article on similar matters. score: 0..1; shared: the heaviest words that both have."""

    article: ArticleSummary
    score: float
    shared: tuple[str, ...] = ()
