"""What the index is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
from zbreader.model.search import SearchOptions
from zbreader.services.searching import Searching
from zbreader.store import issues
from zbreader.store.database import Database


@pytest.mark.parametrize("query", ["水渠 期:2031.05", "水渠 -桌子", "水渠 作者:周"])
def test_headings_come_first_where_hundreds_of_headlines_that_are_left_out_hold_the_word(
    tmp_path: Path, query: str
) -> None:
    old = issue("old", 2020, 1, *(article(f"old-{n}", f"水渠{n}", "桌子") for n in range(520)))
    heading = article("heading", "夜", "闲话" * 300, heading="水渠", by="周望川")
    may = issue("may", 2031, 5, article("text", "夜", "水渠" * 9, by="周望川"), heading)
    with (
        closing(Database(tmp_path / "library.db")) as database,
        closing(Searching(database, tmp_path / "search.db")) as searching,
    ):
        put(database, old, may)
        searching.repair()
        assert searching.article_ids(query) == ["heading", "text"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library.db")) as opened:
        yield opened


@pytest.fixture
def searching(database: Database, tmp_path: Path) -> Iterator[Searching]:
    with closing(Searching(database, tmp_path / "search.db")) as opened:
        yield opened


def test_and_where_hundreds_of_headlines_left_the_library(database: Database, searching: Searching) -> None:
    heading = article("heading", "夜", "闲话" * 300, heading="水渠")
    put(database, issue("may", 2031, 5, article("text", "夜", "水渠" * 9), heading))
    put(database, issue("old", 2020, 1, *(article(f"old-{n}", f"水渠{n}", "桌子") for n in range(520))))
    searching.repair()
    with database.write() as connection:
        issues.remove(connection, issues.live_key(connection, "old") or 0, "2031-02-01T00:00:00.000Z")
    assert searching.article_ids("水渠") == ["heading", "text"]


@pytest.fixture
def ten_titled(database: Database, searching: Searching) -> None:
    """Every other of twenty headlines is of no use to the queries below, and the shorter articles weigh more."""
    titled = (article(f"t-{n}", "水渠" if n % 2 else "水渠夜校", "春天" * (30 - n)) for n in range(20))
    others = (article(f"o-{n}", "题" if n % 2 else "校门", "春天" * 9 + "，水渠" * (n % 9)) for n in range(60))
    put(database, issue("may", 2031, 5, *titled, *others))
    searching.repair()


@pytest.mark.usefixtures("ten_titled")
@pytest.mark.parametrize(("query", "odd"), [("水渠 -夜校", 1), ("水渠 -校", 1), ("水渠 夜", 0)])
def test_what_is_left_out_stays_out_where_only_the_first_ones_are_weighed(
    searching: Searching, query: str, odd: int
) -> None:
    first = [hit.article_id for hit in searching.search(query, limit=10).hits]
    assert set(first) == {f"t-{n}" for n in range(odd, 20, 2)}
    assert searching.article_ids(query)[:10] == first


@pytest.mark.usefixtures("ten_titled")
def test_the_next_page_goes_on_whatever_else_was_written_into_the_index(
    database: Database, searching: Searching, tmp_path: Path
) -> None:
    with closing(Searching(database, tmp_path / "search.db")) as other:
        whole = other.article_ids("水渠")
    index = searching.index
    assert index is not None
    assert [hit.article_id for hit in searching.search("水渠", limit=10).hits] == whole[:10]
    index.keep("may", "keywords")
    assert [hit.article_id for hit in searching.search("水渠", limit=9, offset=20).hits] == whole[20:29]
    assert [hit.article_id for hit in searching.search("夜校", limit=2).hits] != whole[:2]
    assert [hit.article_id for hit in searching.search("水渠", limit=10).hits] == whole[:10]
    index.close()
    assert searching.article_ids("水渠") == whole, "opened anew it holds the same"


@pytest.mark.parametrize("times", [1, 9])
def test_a_writing_that_comes_into_the_index_while_it_is_asked_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """However often something comes: at last the texts themselves are looked into."""
    path = tmp_path / "search.db"
    with (
        closing(Database(tmp_path / "library.db")) as database,
        closing(Searching(database, path)) as searching,
        closing(Searching(database, path)) as adding,
    ):
        put(database, issue("simplified", 2031, 1, article("simplified", "夜", "乡村发展")))
        searching.repair()
        put(database, issue("traditional", 2031, 2, article("traditional", "夜", "鄉村發展")))
        index = searching.index
        assert index is not None
        known_words, added = index.known_words, []

        def slowly(words: Iterable[str]) -> set[str]:
            known = known_words(words)
            if len(added) < times:
                if added:
                    put(
                        database,
                        issue(f"more-{len(added)}", 2032, len(added), article(f"more-{len(added)}", "夜", "空")),
                    )
                added.append(len(added))
                adding.repair()
            return known

        monkeypatch.setattr(index, "known_words", slowly)
        found = searching.article_ids("发展", SearchOptions(variants=True))
        assert sorted(found) == ["simplified", "traditional"]
        assert len(added) == min(times, 3)
