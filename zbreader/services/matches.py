"""Everything that matches a query, put in order only as far as it is asked for: there may be many thousands."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, islice
from typing import TypeAlias

from zbreader.model.search import SearchOrder
from zbreader.services.shelf import Arrangement
from zbreader.store.fulltext_characters import Rows
from zbreader.store.fulltext_values import Answer

Found: TypeAlias = tuple[int, float, int, int, str]
"""An article that matches; in the order of its parts the best comes first: the tier in which everything that was sought
stands (`search.fields.TIERS`) · how badly it matches · the age of its issue (0 is the newest) · its position, which
grows in reading order within an issue · its id."""

Refine: TypeAlias = Callable[[Sequence[Found], int], list[Found]]
"""From articles in their order to so many first ones of a better order."""

_LOOK_UP = 8  # looking a row up takes as long as putting so many in order
REFINED = 40  # of the best that `refine` may put into another order


class IndexMatches:
    """What the index found, live or not; rows are only turned into Found when they are among the best."""

    def __init__(
        self,
        answer: Answer,
        arrangement: Arrangement,
        wanted: Callable[[int], bool] | None,
        weigh: Callable[[], Answer | None] = lambda: None,
    ) -> None:
        """wanted: which ages of issues; None: all of them. weigh: the same answer with the BM25 of all, if it can."""
        self._answer = answer
        self._arrangement = arrangement
        self._rows: Sequence[int] = answer.rows
        self._costs = answer.costs
        self._ahead = answer.ahead
        self._weigh = weigh
        if wanted is not None or not arrangement.is_whole:
            stays = [age >= 0 and (wanted is None or wanted(age)) for age in arrangement.ages]
            self._keep([stays[row] for row in self._rows])

    def __len__(self) -> int:
        return len(self._rows)

    def keep_articles(self, holds: Callable[[str], bool]) -> None:
        """Keep only articles whose id fulfils HOLDS."""
        ids = self._arrangement.catalogue.article_ids
        self._keep([holds(ids[row]) for row in self._rows])

    def best(self, count: int, order: SearchOrder) -> list[Found]:
        """The first COUNT in ORDER."""
        if order is SearchOrder.DATE:
            return self._newest(count)
        ahead: list[Found] = []
        done = frozenset[int]()
        for place, tier in enumerate(self._answer.tiers):
            ahead += self._first(place, tier - done, count - len(ahead))
            if len(ahead) >= count:
                return ahead
            done = tier
        if self._ahead is not None and self._costs is None:
            self._weigh_the_rest()
        costs, left = self._costs, count - len(ahead)
        if costs is None or not left:
            return ahead + self._newest(left, done)
        bound = max(heapq.nsmallest(count, costs), default=0.0)
        close = [(row, c) for row, c in zip(self._rows, costs, strict=True) if c <= bound and row not in done]
        return ahead + heapq.nsmallest(left, (self._found(row, cost) for row, cost in close))

    def _first(self, place: int, tier: Iterable[int], count: int) -> list[Found]:
        """The first COUNT of those rows of the TIER at PLACE that match."""
        arrangement, ids = self._arrangement, self._arrangement.catalogue.article_ids
        if self._ahead is not None:
            weighed = ((self._ahead[row], row) for row in tier if row in self._ahead)
        elif self._costs is not None:
            weighed = ((self._costs[bisect_left(self._rows, row)], row) for row in filter(self._holds, tier))
        else:
            ranks, by_age = arrangement.ranks, arrangement.by_age
            newest = (by_age[rank] for rank in sorted(map(ranks.__getitem__, tier)))
            weighed = ((0.0, row) for row in islice(filter(self._holds, newest), count))
        ages = arrangement.ages
        best = heapq.nsmallest(count, [(cost, ages[row], row) for cost, row in weighed])
        return [(place, cost, age, row, ids[row]) for cost, age, row in best]

    def _weigh_the_rest(self) -> None:
        """Ask for the BM25 of those that are not in tiers; where it cannot be told, they are in the order of date."""
        told = self._weigh()
        if told is not None and told.costs is not None and told.catalogue == self._answer.catalogue:
            by_row = dict(zip(told.rows, told.costs, strict=True))
            self._costs = [by_row.get(row, 0.0) for row in self._rows]  # a file that broke meanwhile may tell of fewer

    def _newest(self, count: int, without: frozenset[int] = frozenset()) -> list[Found]:
        """The COUNT newest of those that match and are not in WITHOUT."""
        rows, by_age, ranks = self._rows, self._arrangement.by_age, self._arrangement.ranks
        if count * len(by_age) * _LOOK_UP < len(rows) ** 2:
            # So many match that the first of all articles are soon enough of them: no need to put thousands in order.
            newest = (row for row in by_age if row not in without and self._holds(row))
        else:
            newest = (by_age[rank] for rank in sorted(ranks[row] for row in rows if row not in without))
        return [self._found(row, 0.0) for row in islice(newest, count)]

    def _holds(self, row: int) -> bool:
        """Whether ROW matches."""
        rows = self._rows
        if isinstance(rows, Rows):
            return row in rows
        place = bisect_left(rows, row)  # they are in ascending order
        return place < len(rows) and rows[place] == row

    def _found(self, row: int, cost: float) -> Found:
        tiers = self._answer.tiers
        tier = next((place for place, rows in enumerate(tiers) if row in rows), len(tiers))
        arrangement = self._arrangement
        return tier, cost, arrangement.ages[row], row, arrangement.catalogue.article_ids[row]

    def _keep(self, stays: Sequence[bool]) -> None:
        self._rows = list(compress(self._rows, stays))
        if self._costs is not None:
            self._costs = list(compress(self._costs, stays))
        if self._ahead is not None:
            self._ahead = {row: self._ahead[row] for row in self._rows if row in self._ahead}


class Matches:
    """What the index and the texts found together. `len` is how many articles match."""

    def __init__(self, indexed: IndexMatches | None, scanned: Sequence[Found], order: SearchOrder) -> None:
        self._indexed = indexed
        self._scanned = scanned
        self._order = order
        self._best: tuple[bool, Sequence[Found]] = (False, ())  # whether they were refined, and the first ones

    def __len__(self) -> int:
        return len(self._scanned) + (len(self._indexed) if self._indexed is not None else 0)

    def best(self, count: int, refine: Refine | None = None) -> Sequence[Found]:
        """The first COUNT. refine: puts the first REFINED of all into a better order."""
        count = min(count, len(self))
        refined, best = self._best
        if count > len(best) or refined != (refine is not None):
            best = self._first(count if refine is None else max(count, REFINED))
            if refine is not None:
                best = [*refine(best[:REFINED], min(count, REFINED)), *best[REFINED:]]
            self._best = (refine is not None, best)
        return best[:count]

    def _first(self, count: int) -> Sequence[Found]:
        found = self._indexed.best(count, self._order) if self._indexed is not None else []
        if not self._scanned:
            return found
        by_date = self._order is SearchOrder.DATE
        return heapq.nsmallest(count, [*found, *self._scanned], key=_by_date if by_date else None)


def _by_date(found: Found) -> tuple[int, int]:
    return found[2], found[3]
