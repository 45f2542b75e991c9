"""The best of many matches are the same however many of them are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from zbreader.model.search import SearchOrder
from zbreader.services.matches import REFINED, Found, IndexMatches, Matches
from zbreader.services.shelf import GONE, Arrangement
from zbreader.store.fulltext_characters import Rows
from zbreader.store.fulltext_values import Answer, Catalogue

ISSUES, ROWS = 4, 60


@st.composite
def answers(draw: st.DrawFn) -> tuple[Answer, Arrangement]:
    issues = draw(st.lists(st.integers(0, ISSUES - 1), min_size=ROWS, max_size=ROWS))
    catalogue = Catalogue(
        tuple(f"stamp-{n}" for n in range(ISSUES)),
        ("", *(f"id-{n}" for n in range(1, ROWS + 1))),
        (-1, *issues),
        ("",) * (ROWS + 1),
    )
    ages = {f"stamp-{n}": age for n, age in enumerate(draw(st.permutations(range(ISSUES)))) if draw(st.booleans())}
    some = draw(st.sets(st.integers(1, ROWS)))
    rows = sorted(some if draw(st.booleans()) else {*range(1, ROWS + 1)} - some)  # few, or nearly all
    costs = draw(st.none() | st.lists(st.sampled_from([-3.0, -2.0, -0.5]), min_size=len(rows), max_size=len(rows)))
    first, more = draw(st.sets(st.integers(1, ROWS))), draw(st.sets(st.integers(1, ROWS)))
    tiers = draw(st.sampled_from([(), (frozenset(first), frozenset(first | more))]))
    if costs is None and draw(st.booleans()):
        rows = Rows(sum(1 << row for row in rows), ROWS + 1)
    return Answer(catalogue, rows, costs, tiers), Arrangement(catalogue, ages)


def every(answer: Answer, arrangement: Arrangement) -> list[Found]:
    """All that is live, as plainly as can be."""
    costs = answer.costs or [0.0] * len(answer.rows)
    return [
        (
            next((place for place, tier in enumerate(answer.tiers) if row in tier), len(answer.tiers)),
            cost,
            arrangement.ages[row],
            row,
            f"id-{row}",
        )
        for row, cost in zip(answer.rows, costs, strict=True)
        if arrangement.ages[row] != GONE
    ]


@given(answers(), st.lists(st.integers(0, ROWS) | st.just(1), min_size=1, max_size=3), st.sampled_from(SearchOrder))
def test_the_first_ones_are_the_first_of_all(
    given_answer: tuple[Answer, Arrangement], counts: list[int], order: SearchOrder
) -> None:
    """However many are asked for, and were asked for before."""
    answer, arrangement = given_answer
    expected = sorted(every(*given_answer), key=(lambda f: f[2:4]) if order is SearchOrder.DATE else None)
    matches = Matches(IndexMatches(answer, arrangement, None), (), order)
    assert len(matches) == len(expected)
    for count in counts:
        assert [one[4] for one in matches.best(count)] == [one[4] for one in expected[:count]]


@given(answers(), st.integers(0, 20))
def test_filters_leave_the_order(given_answer: tuple[Answer, Arrangement], limit: int) -> None:
    found = IndexMatches(*given_answer, lambda age: age != 1)
    found.keep_articles(lambda article_id: len(article_id) > 4)
    expected = sorted(one for one in every(*given_answer) if one[2] != 1 and len(one[4]) > 4)
    assert [one[4] for one in found.best(limit, SearchOrder.RELEVANCE)] == [one[4] for one in expected[:limit]]


@given(answers(), st.lists(st.integers(0, ROWS), min_size=1, max_size=3), st.booleans())
def test_the_others_are_weighed_when_they_are_wanted(
    given_answer: tuple[Answer, Arrangement], counts: list[int], can_tell: bool
) -> None:
    """What was weighed of the tiers alone comes first in any case; the rest is in the order of date without weights."""
    whole, arrangement = given_answer
    assume(whole.costs is not None and whole.tiers)
    weighed = dict(zip(whole.rows, whole.costs or (), strict=True))
    ahead = {row: cost for row, cost in weighed.items() if row in whole.tiers[-1]}
    asked = []

    def weigh() -> Answer | None:
        asked.append(len(asked))
        return whole if can_tell else None

    matches = IndexMatches(replace(whole, costs=None, ahead=ahead), arrangement, None, weigh)
    expected = sorted(
        one if can_tell or one[0] < len(whole.tiers) else (one[0], 0.0, *one[2:]) for one in every(*given_answer)
    )
    in_tiers = sum(one[0] < len(whole.tiers) for one in expected)
    for count in counts:
        assert [one[4] for one in matches.best(count, SearchOrder.RELEVANCE)] == [one[4] for one in expected[:count]]
    assert bool(asked) == any(count > in_tiers for count in counts)
    assert not can_tell or len(asked) <= 1


def test_an_answer_of_another_state_of_the_index_weighs_nothing() -> None:
    catalogue = Catalogue(("stamp",), ("", "a", "b", "c"), (-1, 0, 0, 0), ("",) * 4)
    answer = Answer(catalogue, [1, 2, 3], None, [frozenset([3])], {3: -1.0})
    other = Answer(replace(catalogue, lengths=(0, 1, 1, 2)), [1, 2], [-1.0, -2.0])
    matches = IndexMatches(answer, Arrangement(catalogue, {"stamp": 0}), None, lambda: other)
    assert [one[4] for one in matches.best(3, SearchOrder.RELEVANCE)] == ["c", "a", "b"]


def test_a_file_that_broke_meanwhile_may_tell_of_fewer() -> None:
    catalogue = Catalogue(("stamp",), ("", "a", "b", "c"), (-1, 0, 0, 0), ("",) * 4)
    answer = Answer(catalogue, [1, 2, 3], None, [frozenset([3])], {3: -1.0})
    matches = IndexMatches(
        answer, Arrangement(catalogue, {"stamp": 0}), None, lambda: Answer(replace(catalogue), [2], [-1.0])
    )
    assert [one[4] for one in matches.best(3, SearchOrder.RELEVANCE)] == ["c", "b", "a"]


def test_the_best_are_refined_whatever_is_asked_for() -> None:
    scanned: list[Found] = [(0, 0.0, 0, n, str(n)) for n in range(REFINED + 10)]

    def turned(found: Sequence[Found], count: int) -> list[Found]:
        return list(reversed(found))[:count]

    matches = Matches(None, scanned, SearchOrder.RELEVANCE)
    assert [one[4] for one in matches.best(2, turned)] == [str(REFINED - 1), str(REFINED - 2)]
    assert [one[4] for one in matches.best(99, turned)][REFINED - 1 :] == ["0", *map(str, range(REFINED, REFINED + 10))]
    assert [one[4] for one in matches.best(2)] == ["0", "1"]
    assert len(matches) == REFINED + 10
