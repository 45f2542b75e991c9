"""Searching the whole library: exactly, best hits first, whatever state the index is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from zbreader.model.search import (
    IssueHits,
    Neighbours,
    SearchOptions,
    SearchOrder,
    SearchResult,
    Suggestion,
    SuggestionKind,
)
from zbreader.search.fields import WEIGHTS
from zbreader.search.folding import FOLDING
from zbreader.search.snippets import Range, merged
from zbreader.search.words import Words
from zbreader.services import surveying
from zbreader.services.asking import Asked, asked, find
from zbreader.services.changes import Changes
from zbreader.services.finding import ArticleText, Texts, hits_of
from zbreader.services.indexing import Indexing
from zbreader.services.jobs import Job
from zbreader.services.matches import REFINED, Found, Matches, Refine
from zbreader.services.note_search import NoteSearch, note_hits
from zbreader.services.ordering import in_true_words
from zbreader.services.saved_searches import saved_searches
from zbreader.services.settings import USE_INDEX, Settings
from zbreader.services.shelf import Shelf, Shelves
from zbreader.services.suggesting import Suggesting
from zbreader.store import searchable
from zbreader.store.database import Connection, Database
from zbreader.store.fulltext import FullTextIndex

__all__ = ["SearchOrder", "Searching"]

VARIANTS = "search.variants"  # setting: SearchOptions.variants unless a search says otherwise (bool)
ORDER = "search.order"  # setting: SearchOptions.order unless a search says otherwise


class Searching:
    """Searches articles (headlines, headings, columns, authors, texts) and notes. Any string is a query, none an error.

    What the index does not know (yet) is looked for in the texts themselves, so a result is always complete; a missing,
    old or damaged index only makes it slower until `repair` has run. A search never writes, and waits for no indexing.

    index_path: None for no index at all. settings: what holds where a search does not say; None for what is usual.
    words: when they are loaded, hits that are whole words come before accidental ones.
    """

    def __init__(
        self,
        database: Database,
        index_path: Path | None,
        settings: Settings | None = None,
        words: Words | None = None,
    ) -> None:
        self._database = database
        self._settings = settings
        self._words = words
        fields = {field.value: weight for field, weight in WEIGHTS.items()}
        self._file = FullTextIndex(index_path, fields, FOLDING) if index_path is not None else None
        self._shelves = Shelves()
        self._texts = Texts()
        self._notes = NoteSearch()
        self._suggesting = Suggesting()
        self._last: tuple[object, Matches] | None = None

    @property
    def index(self) -> FullTextIndex | None:
        """The index, unless the setting USE_INDEX says that there is to be none."""
        if self._settings is not None and not self._settings.get(USE_INDEX, True):
            return None
        return self._file

    def close(self) -> None:
        """Close the index's file."""
        if self._file is not None:
            self._file.close()

    def is_sound(self) -> bool:
        """Whether the index's file is whole (slow); a damaged one is emptied, and is made anew by `repair`."""
        index = self.index
        return index is None or index.is_sound()

    def usual_options(self) -> SearchOptions:
        """What holds for a search that does not say."""
        if self._settings is None:
            return SearchOptions()
        by_date = self._settings.get(ORDER) == SearchOrder.DATE.value
        order = SearchOrder.DATE if by_date else SearchOrder.RELEVANCE
        return SearchOptions(order, bool(self._settings.get(VARIANTS, False)))

    def search(
        self,
        query: str,
        limit: int = 50,
        offset: int = 0,
        order: SearchOrder | None = None,
        options: SearchOptions | None = None,
        job: Job | None = None,
    ) -> SearchResult:
        """Articles that match QUERY (its language: see `search.query`), from OFFSET on, and up to LIMIT notes.

        order, where given, counts before options.order; options None: `usual_options`. Raises Cancelled.
        """
        meant = self._asked(query, options, order)
        if meant.query.is_empty:
            return SearchResult(query, 0, occurrences=0)
        first, count = max(offset, 0), max(limit, 0)
        with self._looking() as (connection, shelf):
            matches, best = self._best(connection, shelf, meant, first + count, job)
            shown = best[first:]
            texts = self._texts.get(connection, shelf, [found[4] for found in shown], meant.options.variants)
            hits = tuple(hits_of(texts, shown, meant.query))
            notes = self._notes.find(connection, shelf, meant) if meant.options.notes else []
        occurrences = sum(hit.count for hit in hits) if len(hits) == len(matches) else None
        return SearchResult(query, len(matches), hits, note_hits(notes[:count], meant), len(notes), occurrences)

    def ranges(self, query: str, article_id: str, options: SearchOptions | None = None) -> tuple[Range, ...]:
        """Where the words of QUERY stand in an article's text, whether it matches or not; nowhere in an unknown one."""
        meant = self._asked(query, options)
        with self._looking() as (connection, shelf):
            texts = self._texts.get(connection, shelf, [article_id], meant.options.variants)
        found = texts[article_id].ranges(meant.query.words) if article_id in texts else []
        return merged(found)

    def titled(self, query: str, article_id: str, options: SearchOptions | None = None) -> tuple[Range, ...]:
        """Where the words of QUERY stand in an article's headline; nowhere in that of an unknown one."""
        meant = self._asked(query, options)
        with self._looking() as (connection, shelf):
            texts = self._texts.get(connection, shelf, [article_id], meant.options.variants)
        return texts[article_id].titled(meant.query.words) if article_id in texts else ()

    def timeline(self, query: str, options: SearchOptions | None = None, job: Job | None = None) -> list[IssueHits]:
        """How often each issue has what QUERY says, oldest first; all issues that its 期: allows, also those without.

        Reads every article that matches. Raises Cancelled.
        """
        meant = self._asked(query, options, SearchOrder.DATE)
        with self._looking() as (connection, shelf):
            found = () if meant.query.is_empty else self._best(connection, shelf, meant, job=job)[1]
            return surveying.timeline(connection, shelf, meant, found, job or Job())

    def neighbours(self, query: str, article_id: str, offset: int, options: SearchOptions | None = None) -> Neighbours:
        """The occurrences before and after the one at OFFSET of an article's text, in the order of the result."""
        meant = self._asked(query, options)
        if meant.query.is_empty:
            return Neighbours()
        with self._looking() as (connection, shelf):
            _, found = self._best(connection, shelf, meant)

            def places(id_: str) -> tuple[Range, ...]:
                text = self._texts.get(connection, shelf, [id_], meant.options.variants).get(id_)
                if text is None:
                    return ()
                words = meant.query.words
                return merged(text.ranges(words)) or (((0, 0),) if text.titled(words) else ())

            return surveying.neighbours(shelf, found, places, article_id, offset)

    def article_ids(self, query: str, options: SearchOptions | None = None, most: int | None = None) -> list[str]:
        """Ids of the articles that match, best first, the first MOST."""
        meant = self._asked(query, options)
        if meant.query.is_empty:
            return []
        with self._looking() as (connection, shelf):
            return [found[4] for found in self._best(connection, shelf, meant, most)[1]]

    def suggest(self, typed: str, count: int = 10) -> list[Suggestion]:
        """What could be meant by TYPED: saved searches, words, tags, columns, authors and headlines that hold it."""
        if self._settings is None:
            given = []
        else:
            given = [Suggestion(saved.name, SuggestionKind.SAVED) for saved in saved_searches(self._settings)]
        terms = sorted(self._words.terms) if self._words is not None else ()
        given += [Suggestion(term, SuggestionKind.TERM) for term in terms]
        with self._looking() as (connection, shelf):
            return self._suggesting.suggest(connection, shelf, typed, count, given)

    def index_issue(self, issue_id: str) -> None:
        """Take an issue that was just imported, or that came back, into the index; costs little when it is there."""
        with self._database.read() as connection:
            missing = self._indexing.missing(searchable.live_issues(connection))
            self._indexing.add(connection, [issue for issue in missing if issue.id == issue_id])

    def on_changes(self, changes: Changes) -> None:
        """Listener for events: keeps the index in step when a few issues change, and leaves many to `repair`.

        An issue that leaves the library needs nothing: its rows are passed over, and are there should it return. An
        index that is no longer wanted is deleted.
        """
        if USE_INDEX in changes.settings and self.index is None and self._file is not None:
            self._file.remove()
        if changes.issues:
            self._shelves.forget()
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

    @property
    def _indexing(self) -> Indexing:
        return Indexing(self._database, self.index)

    def _asked(self, query: str, options: SearchOptions | None, order: SearchOrder | None = None) -> Asked:
        options = options or self.usual_options()
        return asked(query, options if order is None else replace(options, order=order))

    @contextmanager
    def _looking(self) -> Iterator[tuple[Connection, Shelf]]:
        with self._database.read() as connection:
            yield connection, self._shelves.current(connection)

    def _matches(
        self, connection: Connection, shelf: Shelf, meant: Asked, looked_at: int | None, job: Job | None
    ) -> Matches:
        """What matches; the last answer is kept for the next page, the next hit and the time line."""
        index, last = self.index, self._last
        key = None if meant.query.notes else (meant, shelf, None if index is None else index.state())
        if last is not None and key is not None and last[0] == key:
            return last[1]
        matches = find(connection, index, shelf, meant, looked_at, job or Job())
        self._last = (key, matches)
        return matches

    def _best(
        self, connection: Connection, shelf: Shelf, meant: Asked, most: int | None = None, job: Job | None = None
    ) -> tuple[Matches, Sequence[Found]]:
        """What matches, and the first MOST of them (None: all)."""
        words = self._words
        by_relevance = meant.options.order is SearchOrder.RELEVANCE
        refine: Refine | None = None
        if words is not None and words.is_loaded and by_relevance:
            ready, variants = words, meant.options.variants

            def texts_of(article_ids: Sequence[str]) -> dict[str, ArticleText]:
                return self._texts.get(connection, shelf, article_ids, variants)

            def refine(found: Sequence[Found], count: int) -> list[Found]:
                return in_true_words(found, texts_of, meant.query.words, ready, count)

        looked_at = most if most is None or refine is None else max(most, REFINED)
        matches = self._matches(connection, shelf, meant, looked_at, job)
        return matches, matches.best(len(matches) if most is None else most, refine)
