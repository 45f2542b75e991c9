"""What could be sought, while someone types: headlines, columns, authors, tags, and words of the lists."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from zbreader.model.search import Suggestion, SuggestionKind
from zbreader.search.folding import fold
from zbreader.services.shelf import Shelf
from zbreader.store import searchable
from zbreader.store.database import Connection

_BETWEEN = "\n"  # no folded text holds it


class Suggestions:
    """All that can be suggested, folded in one long string that is looked through at every key."""

    def __init__(self, given: Iterable[Suggestion]) -> None:
        unique = {(fold(one.text), one.kind): one for one in given if fold(one.text)}
        self._all: Sequence[Suggestion] = list(unique.values())
        self._starts: list[int] = []
        at = 0
        for folded, _ in unique:
            self._starts.append(at)
            at += len(_BETWEEN) + len(folded)
        self._folded = "".join(_BETWEEN + folded for folded, _ in unique)

    def starting_with(self, typed: str, count: int) -> list[Suggestion]:
        """Up to COUNT: those that begin with TYPED, then those that hold it, each in the order in which they came."""
        folded = fold(typed)
        if not folded or count <= 0:
            return []
        found: dict[Suggestion, None] = {}
        for sought in (_BETWEEN + folded, folded):
            for suggestion in self._holding(sought):
                if len(found) == count:
                    break
                if fold(suggestion.text) != folded:
                    found[suggestion] = None
        return list(found)

    def _holding(self, sought: str) -> Iterator[Suggestion]:
        at = self._folded.find(sought)
        while at >= 0:
            place = bisect_right(self._starts, at) - 1
            yield self._all[place]
            at = self._folded.find(sought, self._starts[place + 1]) if place + 1 < len(self._starts) else -1


class Suggesting:
    """Gathers suggestions once for each state of the library."""

    def __init__(self) -> None:
        self._known: tuple[tuple[object, ...], Suggestions] | None = None

    def suggest(
        self, connection: Connection, shelf: Shelf, typed: str, count: int, given: Sequence[Suggestion]
    ) -> list[Suggestion]:
        """What could be meant by TYPED: of GIVEN, and of what the library of SHELF holds."""
        key = (shelf, tuple(given), *searchable.notes_stamp(connection))
        if self._known is None or self._known[0] != key:
            self._known = (key, Suggestions([*given, *_of_library(connection)]))
        return self._known[1].starting_with(typed, count)


def _of_library(connection: Connection) -> Iterator[Suggestion]:
    names = searchable.names(connection)
    for kind, texts in (
        (SuggestionKind.TAG, names.tags),
        (SuggestionKind.COLUMN, names.columns),
        (SuggestionKind.AUTHOR, names.authors),
        (SuggestionKind.TITLE, names.titles),
    ):
        for text in texts:
            yield Suggestion(text, kind)
