"""Which of the index's rows belong to which issues, also when several threads ask."""

from __future__ import annotations

from zbreader.services.shelf import GONE, Arrangement, Shelf
from zbreader.store.fulltext_values import Catalogue
from zbreader.store.searchable import LiveIssue

ISSUES = [LiveIssue(n, f"i{n}", f"stamp-{n}", "", 2031, n, (2031, n, "")) for n in (1, 2)]
FIRST = Catalogue(("stamp-1",), ("", "a"), (-1, 0), ("", "“"))
THEN = Catalogue(("stamp-1", "gone", "stamp-2"), ("", "a", "g", "b"), (-1, 0, 1, 2), ("", "“", "g", "…"))


class Crowded(Shelf):
    """Whatever it was arranged for, another thread comes at once and has it arranged for THEN."""

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name == "_arranged" and value is not None:
            super().__setattr__(name, (THEN, Arrangement(THEN, self.ages)))


def test_rows_have_the_ages_of_their_issues() -> None:
    arranged = Shelf(ISSUES).arranged(THEN)
    assert arranged.ages == [GONE, 1, GONE, 0] and not arranged.is_whole
    assert [row for row in arranged.by_age if arranged.ages[row] != GONE] == [3, 1]
    assert Shelf(ISSUES).arranged(FIRST).unknown == (0,)


def test_what_is_kept_is_that_of_one_catalogue() -> None:
    shelf = Shelf(ISSUES)
    assert shelf.arranged(THEN) is shelf.arranged(THEN)
    assert shelf.changing("b") == "…" and shelf.changing("g") is None
    assert shelf.arranged(FIRST).ages == [GONE, 1]
    assert shelf.changing("b") is None


def test_another_thread_with_another_catalogue_changes_nothing() -> None:
    assert Crowded(ISSUES).arranged(FIRST).catalogue is FIRST
