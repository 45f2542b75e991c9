"""The issues that a search goes through, newest first, and which of the index's rows belong to them."""

from __future__ import annotations

from collections.abc import Sequence

from zbreader.store import searchable
from zbreader.store.database import Connection
from zbreader.store.fulltext_values import Catalogue
from zbreader.store.searchable import LiveIssue

GONE = -1  # age of an issue that is not in the library


class Shelf:
    """The live issues of one state of the library. An issue's age is its place in `issues`: 0 is the newest."""

    def __init__(self, issues: Sequence[LiveIssue]) -> None:
        self.issues = sorted(issues, key=lambda issue: issue.order, reverse=True)
        self.ages = {issue.stamp: age for age, issue in enumerate(self.issues)}
        self._arranged: tuple[Catalogue, Arrangement] | None = None

    def arranged(self, catalogue: Catalogue) -> Arrangement:
        """The index's rows on this shelf."""
        arranged = self._arranged  # another thread may bring another one in at any time
        if arranged is None or arranged[0] is not catalogue:
            arranged = self._arranged = (catalogue, Arrangement(catalogue, self.ages))
        return arranged[1]

    def changing(self, article_id: str) -> str | None:
        """What folding changes in an article's text, where the index told it."""
        return self._arranged[1].changing.get(article_id) if self._arranged is not None else None


class Arrangement:
    """The rows of an index by age. All sequences are indexed by row, of which the first is 1.

    ages: of each row's issue, or GONE. ranks: places in `by_age`, newest issue first and in each the reading order.
    changing: by id of an article that is not gone, what folding changes in its text. unknown: ages of the issues that
    the index does not know.
    """

    def __init__(self, catalogue: Catalogue, ages: dict[str, int]) -> None:
        of_issues = [ages.get(stamp, GONE) for stamp in catalogue.stamps]
        self.catalogue = catalogue
        known = frozenset(catalogue.stamps)
        self.unknown = tuple(age for stamp, age in ages.items() if stamp not in known)
        self.ages = [GONE, *(of_issues[issue] for issue in catalogue.issues[1:])]
        self.is_whole = GONE not in self.ages[1:]
        self.by_age = sorted(range(len(self.ages)), key=self.ages.__getitem__)  # a stable sort: rows stay in order
        self.ranks = [0] * len(self.ages)
        for rank, row in enumerate(self.by_age):
            self.ranks[row] = rank
        told = zip(catalogue.article_ids, catalogue.remarks, self.ages, strict=True)
        self.changing = {article_id: remark for article_id, remark, age in told if age != GONE}


class Shelves:
    """Knows the shelf of the library's present state. Thread-safe."""

    def __init__(self) -> None:
        self._seen: tuple[Connection, tuple[int, int], Shelf] | None = None

    def forget(self) -> None:
        """Look anew the next time, whatever the library says of its version."""
        self._seen = None

    def current(self, connection: Connection) -> Shelf:
        """The shelf of the state that CONNECTION, which is in a transaction, sees."""
        seen, version = self._seen, searchable.version(connection)
        if seen is not None and seen[0] is connection and seen[1] == version:
            return seen[2]
        shelf = Shelf(searchable.live_issues(connection))
        if seen is not None and seen[2].issues == shelf.issues:
            shelf = seen[2]  # something else was written: what is known about these issues stays true
        self._seen = (connection, version, shelf)
        return shelf
