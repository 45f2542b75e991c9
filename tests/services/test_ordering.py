"""True words before accidental ones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.search_library import article, issue, put
from zbreader.search.words import Words
from zbreader.services.searching import Searching, SearchOrder
from zbreader.store.database import Database

ACCIDENTS = [article(f"a-{n}", f"题{n}", "爱我中国美丽的山河，" + "风景好" * 4) for n in range(4)]
WORDS = [article(f"w-{n}", f"题{n}", "欧洲与国美商场的旧事，" + "人人说" * 4) for n in range(2)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[tuple[Searching, Words]]:
    words = Words(tmp_path / "words", ["国美"])
    with closing(Database(tmp_path / "library.db")) as database:
        put(database, issue("old", 2030, 1, *WORDS), issue("new", 2031, 1, *ACCIDENTS))
        with closing(Searching(database, tmp_path / "search.db", words=words)) as searching:
            searching.repair()
            yield searching, words


def ids(searching: Searching, query: str, order: SearchOrder = SearchOrder.RELEVANCE) -> list[str]:
    return [hit.article_id for hit in searching.search(query, order=order).hits]


def test_search_does_not_wait_for_words(library: tuple[Searching, Words]) -> None:
    searching, words = library
    assert len(ids(searching, "国美")) == 6
    assert not words.is_loaded


def test_true_words_come_first_once_words_are_known(library: tuple[Searching, Words]) -> None:
    searching, words = library
    before = ids(searching, "国美")
    words.warm()
    after = ids(searching, "国美")
    assert set(before) == set(after)
    assert after[:2] == ["w-0", "w-1"]
    assert [hit.article_id for hit in searching.search("国美", limit=2, offset=1).hits] == after[1:3]
    assert ids(searching, "国美", SearchOrder.DATE)[:4] == ["a-0", "a-1", "a-2", "a-3"]


def test_a_headline_stays_first(library: tuple[Searching, Words], tmp_path: Path) -> None:
    searching, words = library
    words.warm()
    with closing(Database(tmp_path / "library.db")) as database:
        put(database, issue("newest", 2032, 1, article("t-1", "中国美好的一天", "空")))
    assert ids(searching, "国美")[0] == "t-1"
