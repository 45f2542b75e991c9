"""What the index is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
from zbreader.model.search import SearchOptions
from zbreader.services.searching import Searching
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
