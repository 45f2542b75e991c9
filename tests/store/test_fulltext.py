"""The index: exact, and mended by being made anew."""

from __future__ import annotations

import random
import sqlite3
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.indexed import FIELDS, article
from zbreader.search.bigrams import phrase
from zbreader.search.folding import fold
from zbreader.store.fulltext import FullTextIndex, IndexUnavailable
from zbreader.store.fulltext_values import IndexedArticle, Question


def found(index: FullTextIndex, words: str = "", sought: Sequence[str] = (), without: Sequence[str] = ()) -> set[str]:
    answer = index.ask(Question(words, sought, without_characters=without))
    return {answer.catalogue.article_ids[row] for row in answer.rows}


def holding(index: FullTextIndex, folded: str) -> set[str]:
    return found(index, sought=[folded]) if len(folded) == 1 else found(index, phrase(folded))


def test_words_are_found_and_told_apart(index: FullTextIndex) -> None:
    index.add(
        [
            ("one", [article(1, "水渠", "桌子" * 20), article(2, "桌子", "水渠 水渠" + "桌子" * 20)]),
            ("two", [article(3, "灯", "桌子" * 20)]),
        ]
    )
    answer = index.ask(Question('"水渠"', tiers=['{title} : "水渠"', '{title} : "水渠" OR "桌子"']))
    known = answer.catalogue
    assert [(known.article_ids[row], known.stamps[known.issues[row]]) for row in answer.rows] == [
        ("article-1", "one"),
        ("article-2", "one"),
    ]
    assert [[known.article_ids[row] for row in sorted(tier)] for tier in answer.tiers] == [
        ["article-1"],
        ["article-1", "article-2"],
    ]
    assert answer.costs is not None and answer.costs[0] < answer.costs[1] < 0
    assert index.ask(Question('"水渠"', ranked=False)).costs is None
    assert found(index, '"桌子"', without=["灯"]) == {"article-1", "article-2"}
    assert found(index) == {"article-1", "article-2", "article-3"}
    assert answer.catalogue.stamps == ("one", "two")
    assert index.is_sound()


def test_how_many_articles_have_words(index: FullTextIndex) -> None:
    index.add([("one", [article(1, "水渠", "桌子"), article(2, "桌子", "水渠 水渠")])])
    assert index.how_many(['"水渠"', '{title} : "水渠"', '"灯下"']) == (2, [2, 1, 0])
    assert index.how_many([]) == (2, [])


def test_an_issue_is_added_once_and_whole(index: FullTextIndex) -> None:
    index.add([("one", [article(1, "甲", "乙")])])
    index.add([("one", [article(1, "甲", "乙")])])
    with pytest.raises(IndexError):
        index.add([("two", [article(2, "甲", "乙")]), ("three", [_no_article()])])
    assert found(index, sought=["甲"]) == {"article-1"}
    assert index.catalogue().stamps == ("one",)


def _no_article() -> IndexedArticle:
    raise IndexError


def test_what_is_added_while_the_catalogue_is_read_is_no_damage(index: FullTextIndex, tmp_path: Path) -> None:
    reading = index._file._opened("asking")
    with closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as adding:
        added: list[str] = []

        def add(statement: str) -> None:
            if statement.startswith("SELECT id") and not added:
                added.append("one")
                adding.add([("one", [article(1, "水渠", "夜")])])

        reading.set_trace_callback(add)
        assert index.catalogue().stamps == () and added
        reading.set_trace_callback(None)
        assert index.catalogue().stamps == ("one",)
        assert index.is_sound()


def test_the_catalogue_is_another_one_only_when_something_was_added(index: FullTextIndex) -> None:
    index.add([("one", [article(1, "水渠", "夜")])])
    known = index.catalogue()
    index.keep("one", "keywords")
    assert index.catalogue() is known
    index.add([("two", [article(2, "水渠", "夜")])])
    assert index.state() is not known
    index.close()
    assert index.catalogue() == index.catalogue() != known


def test_it_can_be_emptied_and_tidied(index: FullTextIndex) -> None:
    index.add([(str(n), [article(n, "甲乙", "丙")]) for n in range(20)])
    index.optimize()
    assert len(found(index, '"甲乙"')) == 20
    index.clear()
    assert found(index, '"甲乙"') == set() and index.catalogue().stamps == ()


@given(
    st.lists(st.text("甲乙丙。，a1𠮷é", max_size=12), min_size=1, max_size=4),
    st.text("甲乙丙。，a1𠮷é", min_size=1, max_size=4),
)
def test_it_finds_exactly_what_the_texts_hold(texts: list[str], sought: str) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(FullTextIndex(Path(folder, "x"), FIELDS, "1")) as index:
        index.add([("one", [article(n, "", *text.split("。")) for n, text in enumerate(texts)])])
        word = fold(sought)
        held = {
            f"article-{n}" for n, text in enumerate(texts) if any(word in fold(piece) for piece in text.split("。"))
        }
        assert holding(index, word) == held


def test_every_character_is_a_letter_to_the_index() -> None:
    """Also those younger than SQLite's Unicode tables, private ones, marks that combine, and symbols."""
    strange = [
        fold(c) for c in "。,.!\"'*-(){}^:_~`|\\/;@#$%&+=<>?[]😀\ue000\U000323af\U0001f979\u0301\u20dd\u3099Ａʰ①ς\ufffd"
    ]
    with tempfile.TemporaryDirectory() as folder, closing(FullTextIndex(Path(folder, "x"), FIELDS, "1")) as index:
        index.add([("one", [article(n, "", f"甲{c}乙") for n, c in enumerate(strange)])])
        for c in set(strange):
            held = {f"article-{n}" for n, other in enumerate(strange) if other == c}
            assert found(index, phrase(f"甲{c}乙")) == held
            assert holding(index, c[0]) >= held


def test_another_form_of_words_needs_another_index(tmp_path: Path) -> None:
    with closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as index:
        index.add([("one", [article(1, "甲", "乙")])])
    with closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as index:
        assert index.catalogue().stamps == ("one",)
    with closing(FullTextIndex(tmp_path / "search.db", FIELDS, "2")) as index:
        assert index.catalogue().stamps == ()


def damaged_copies(whole: bytes) -> Iterator[bytes]:
    yield b"no database at all" * 500
    yield whole[:1000]
    yield whole[: len(whole) // 2]
    yield b"\0" * len(whole)
    for seed in range(8):
        noise = random.Random(seed)
        broken = bytearray(whole)
        for _ in range(40):
            at = noise.randrange(100, len(broken) - 64)
            broken[at : at + 64] = noise.randbytes(64)
        yield bytes(broken)


def test_a_damaged_file_is_emptied_without_a_word(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    with closing(FullTextIndex(path, FIELDS, "1")) as index:
        index.add([(str(n), [article(n, "甲乙" * 20, "丙丁" * 300)]) for n in range(30)])
    for broken in damaged_copies(path.read_bytes()):
        for beside in tmp_path.glob("search.db-*"):
            beside.unlink()
        path.write_bytes(broken)
        with closing(FullTextIndex(path, FIELDS, "1")) as index:
            for _ in range(3):
                try:
                    index.ask(Question('"丙丁 丁丙"', ["丁"], ['{title} : "甲乙"']))
                    index.add([("new", [article(99, "戊己", "庚")])])
                    index.ask(Question())
                except IndexUnavailable:
                    continue
            index.clear()
            index.add([("one", [article(1, "甲", "乙")])])
            assert found(index, sought=["甲"]) == {"article-1"}
            assert index.is_sound()


def test_words_are_checked_where_sqlite_can(index: FullTextIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before 3.34 it says "SQL logic error" of a whole index, which was emptied for it."""
    index.add([("one", [article(1, "甲", "乙")])])
    told: list[str] = []
    index._file._opened("adding").set_trace_callback(told.append)
    assert index.is_sound()
    checked = [one.split()[2] for one in told if "integrity-check" in one]
    assert checked == (["words", "heads"] if sqlite3.sqlite_version_info >= (3, 34) else [])
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 33, 0))
    told.clear()
    assert index.is_sound()
    assert told and not any("integrity-check" in one for one in told)
    assert index.catalogue().stamps == ("one",)


def test_headlines_of_no_article_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    with closing(FullTextIndex(path, FIELDS, "1")) as index:
        index.add([("one", [article(1, "甲", "乙")])])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO heads (rowid, title) VALUES (1000, '甲')")
        connection.commit()
    with closing(FullTextIndex(path, FIELDS, "1")) as index:
        with pytest.raises(IndexUnavailable):
            index.ask(Question("", ["甲"], ['{title} : "甲"']))
        assert index.ask(Question("", ["甲"], ['{title} : "甲"'])).tiers == [frozenset()]


def test_a_place_where_nothing_can_be_written_is_no_error(tmp_path: Path) -> None:
    with closing(FullTextIndex(tmp_path / "missing" / "search.db", FIELDS, "1")) as index:
        with pytest.raises(IndexUnavailable):
            index.ask(Question())
        with pytest.raises(IndexUnavailable):
            index.add([("one", [])])
        assert not index.is_sound()


def test_while_another_program_writes_nothing_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "search.db"
    with closing(FullTextIndex(path, FIELDS, "1", wait_seconds=0)) as index:
        index.add([("one", [article(1, "甲", "乙")])])
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(IndexUnavailable):
                index.add([("two", [article(2, "甲", "乙")])])
            assert found(index, sought=["甲"]) == {"article-1"}
        index.add([("two", [article(2, "甲", "乙")])])
        assert index.catalogue().stamps == ("one", "two")


def test_what_another_program_adds_is_seen(tmp_path: Path) -> None:
    with (
        closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as one,
        closing(FullTextIndex(tmp_path / "search.db", FIELDS, "1")) as other,
    ):
        assert found(one) == set()
        other.add([("one", [article(1, "甲", "乙")])])
        assert found(one, sought=["甲"]) == {"article-1"}


def test_threads_take_turns(index: FullTextIndex) -> None:
    def work(number: int) -> None:
        index.add([(f"{number}-{n}", [article(n, "甲乙", "丙")]) for n in range(5)])
        index.ask(Question('"甲乙"'))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(index.catalogue().article_ids) == 21
