"""What goes into the full-text index, what it is asked, and what it answers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article for the index: its id, its words in each field separated by spaces, and its characters.

    remark: what is kept with it, for whoever finds it.
    """

    article_id: str
    words: tuple[str, ...]
    characters: Collection[str]
    remark: str = ""

    @property
    def length(self) -> int:
        """Words in all fields."""
        return sum(words.count(" ") + 1 for words in map(str.strip, self.words) if words)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the index holds. Rows count from 1, issues from 0 in the order in which they were added."""

    stamps: tuple[str, ...] = ()  # of the issues
    article_ids: tuple[str, ...] = ("",)  # by row; there is no row 0
    issues: tuple[int, ...] = (-1,)  # by row: which of `stamps`
    remarks: tuple[str, ...] = ("",)  # by row
    lengths: tuple[int, ...] = (0,)  # by row: words in all fields
    shares: tuple[float, ...] = (1.0,)  # by row: what its BM25 is of the number that FTS5 gives
    middle: float = 0.0  # of the lengths


@dataclass(frozen=True, slots=True)
class Question:
    """What a match holds, and what it must not; empty: no matter. Words are asked for in FTS5's expression language.

    characters: of each of these the article holds at least one character. without_characters: of none of these any.
    tiers: matches that fulfil the first of these come first, then those that fulfil the second, and so on; whatever
    fulfils one fulfils all that follow. They may name every field but the first. narrowed: whether the caller leaves
    matches out; else, where the first tier holds hundreds, the others are left aside. ranked: whether BM25 is wanted.
    looked_at: so many are looked at first; where the tiers hold as many, the BM25 of others need not be told.
    """

    words: str = ""
    characters: Sequence[str] = ()
    tiers: Sequence[str] = ()
    without_words: Sequence[str] = ()
    without_characters: Sequence[str] = ()
    ranked: bool = True
    narrowed: bool = False
    looked_at: int | None = None  # all of them


class LateRows(Sequence[int]):
    """Numbers of rows in ascending order that are only listed when somebody goes through them."""

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...
    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        return self._listed[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self._listed)

    @cached_property
    def _listed(self) -> list[int]:
        return self._list()

    @abstractmethod
    def _list(self) -> list[int]:
        """All of them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows that match, in ascending order; for each its BM25 (smaller is better), or None when it says nothing.

    It says nothing of single characters, and where most articles match: a word's share is nought then. ahead: the
    BM25 by row of those in tiers, where only of these it was told.
    """

    catalogue: Catalogue
    rows: Sequence[int]
    costs: Sequence[float] | None = None
    tiers: Sequence[frozenset[int]] = ()
    ahead: Mapping[int, float] | None = None
