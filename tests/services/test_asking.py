"""What the index is asked for."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
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
