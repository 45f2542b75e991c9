"""The time line of a query, and going from one occurrence to the next."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
from zbreader.model.errors import Cancelled
from zbreader.model.search import IssueHits, Neighbours, Place, SearchOptions, SearchOrder
from zbreader.services.jobs import Job
from zbreader.services.searching import Searching
from zbreader.store.database import Database

BY_DATE = SearchOptions(SearchOrder.DATE)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library.db")) as opened:
        put(
            opened,
            issue("may", 2031, 5, article("may-1", "水渠", "水渠通了，水", "渠长。"), article("may-2", "灯", "没有")),
            issue("june", 2031, 6, article("june-1", "题", "別的……")),
            issue("july", 2031, 7, article("july-1", "题", "修水渠"), article("july-2", "水渠的题", "空")),
        )
        yield opened


@pytest.fixture(params=["with an index", "without an index"])
def searching(request: pytest.FixtureRequest, database: Database, tmp_path: Path) -> Iterator[Searching]:
    with closing(Searching(database, tmp_path / "search.db" if request.param == "with an index" else None)) as opened:
        opened.repair()
        yield opened


def test_every_issue_has_its_bar_the_oldest_first(searching: Searching) -> None:
    assert searching.timeline("水渠") == [
        IssueHits("may", "may", 2031, 5, 1, 3),
        IssueHits("june", "june", 2031, 6, 0, 0),
        IssueHits("july", "july", 2031, 7, 2, 2),
    ]
    assert [one.issue_id for one in searching.timeline("水渠 期:2031.06..2031.07")] == ["june", "july"]
    assert [one.articles for one in searching.timeline("")] == [0, 0, 0]


@pytest.mark.parametrize(
    "query", ["水渠", "水", "水 渠", "渠 -灯", "…", "。", "栏目:x", "期:2031", "水渠 通了", "别的"]
)
def test_it_counts_what_the_hits_count(searching: Searching, query: str) -> None:
    for options in (SearchOptions(), SearchOptions(variants=True)):
        result = searching.search(query, options=options)
        bars = searching.timeline(query, options)
        assert sum(one.occurrences for one in bars) == result.occurrences == sum(hit.count for hit in result.hits)
        assert sum(one.articles for one in bars) == result.total


def test_occurrences_are_only_told_when_all_were_counted(searching: Searching) -> None:
    assert searching.search("水渠").occurrences == 5
    assert searching.search("水渠", limit=1).occurrences is None
    assert searching.search("没有的词").occurrences == searching.search("").occurrences == 0


def test_it_can_be_stopped(searching: Searching) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        searching.timeline("水渠", job=job)


def test_from_hit_to_hit(searching: Searching) -> None:
    there = [Place("july", "july-1", 1, 3), Place("may", "may-1", 0, 2), Place("may", "may-1", 5, 8)]
    in_headline = Place("july", "july-2", 0, 0)

    def around(place: Place) -> Neighbours:
        return searching.neighbours("水渠", place.article_id, place.start, BY_DATE)

    assert around(there[0]) == Neighbours(None, in_headline)
    assert around(in_headline) == Neighbours(there[0], there[1])
    assert searching.neighbours("水渠", "july-2", -1, BY_DATE) == around(in_headline)
    assert around(there[1]) == Neighbours(in_headline, there[2])
    assert around(there[2]) == Neighbours(there[1], None)
    assert searching.neighbours("水渠", "may-1", 3, BY_DATE) == Neighbours(there[1], there[2])
    assert searching.neighbours("水渠", "june-1", 0, BY_DATE) == Neighbours(None, there[0])
    assert searching.neighbours("", "may-1", 0) == searching.neighbours("无处", "may-1", 0) == Neighbours()


def test_marks_for_an_article_that_is_open(searching: Searching) -> None:
    assert searching.titled("水渠 的", "july-2") == ((0, 2), (2, 3))
    assert searching.titled("水渠", "july-1") == searching.titled("水渠", "nothing") == ()
    assert [hit.titled for hit in searching.search("水渠", options=BY_DATE).hits] == [(), ((0, 2),), ((0, 2),)]
    assert searching.ranges("水渠 通了", "may-1") == ((0, 2), (2, 4), (5, 8))
    assert searching.ranges("别的", "june-1") == ()
    assert searching.ranges("别的", "june-1", SearchOptions(variants=True)) == ((0, 2),)
    assert searching.ranges("水渠", "nothing") == searching.ranges("", "may-1") == ()


def test_article_ids_in_the_order_of_the_result(searching: Searching) -> None:
    assert searching.article_ids("水渠") == [hit.article_id for hit in searching.search("水渠").hits]
    assert searching.article_ids("水渠", BY_DATE, 2) == ["july-1", "july-2"]
    assert searching.article_ids("  ") == []
