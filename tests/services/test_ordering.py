"""True words before accidental ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.search_library import article, issue, put
from zbreader.search.places import SearchedText
from zbreader.search.words import Words
from zbreader.services.finding import ArticleText
from zbreader.services.matches import Found
from zbreader.services.ordering import in_true_words
from zbreader.services.searching import Searching, SearchOrder
from zbreader.store.database import Database
from zbreader.store.searchable import Head

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


class Bounded(Words):
    """Takes for a word what stands between marks."""

    def is_whole(self, text: str, start: int, end: int) -> bool:
        return text[start - 1 : start] == text[end : end + 1] == "|"


TEXTS = st.sampled_from(["国美", "|国美|", "|国美|与国美", "无"])
HITS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from([0.0, -1.0, -2.2, -2.4]), TEXTS), max_size=30)


@given(HITS, st.integers(0, 31), st.sampled_from([("国美",), ("国", "美"), ("国美", "国")]))
def test_the_first_ones_are_those_of_a_whole_look(
    hits: list[tuple[int, float, str]], count: int, sought: Sequence[str]
) -> None:
    """However few articles were looked into for them."""
    found: list[Found] = sorted((tier, cost, n % 3, n, str(n)) for n, (tier, cost, _) in enumerate(hits))
    looked_into: list[str] = []

    def texts_of(article_ids: Sequence[str]) -> Mapping[str, ArticleText]:
        looked_into.extend(article_ids)
        texts = {id_: hits[int(id_)][2] for id_ in article_ids}
        heads = {id_: Head(1, "", id_, "题", None, None, None, None, "[]", None, text) for id_, text in texts.items()}
        return {id_: ArticleText(head, SearchedText(head.text), False) for id_, head in heads.items()}

    words = Bounded(Path("nowhere"))
    first = in_true_words(found, texts_of, sought, words, count)
    assert len(looked_into) == len(set(looked_into))
    assert first == in_true_words(found, texts_of, sought, words, len(found))[:count]


def test_no_more_articles_are_looked_into_than_it_takes() -> None:
    found: list[Found] = [(0, -1.0 - 1 / (1 + n), 0, n, str(n)) for n in range(40)]
    looked_into: list[str] = []

    def texts_of(article_ids: Sequence[str]) -> Mapping[str, ArticleText]:
        looked_into.extend(article_ids)
        head = Head(1, "", "", "题", None, None, None, None, "[]", None, "|国美|")
        return {id_: ArticleText(head, SearchedText(head.text), False) for id_ in article_ids}

    assert in_true_words(found, texts_of, ["国美"], Bounded(Path("nowhere")), 7) == found[:7]
    assert len(looked_into) == 7
    assert in_true_words(found, texts_of, ["国"], Bounded(Path("nowhere")), 7) == found[:7]
    assert len(looked_into) == 7, "a single character is no accident"
