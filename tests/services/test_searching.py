"""Searching a library: complete whatever the index does, best first."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.search_library import annotate, article, issue, put, random_articles
from zbreader.model.errors import Cancelled
from zbreader.model.search import SearchOptions, SearchOrder, SearchResult
from zbreader.search.fields import folded_fields, matches
from zbreader.services.asking import asked
from zbreader.services.changes import Changes
from zbreader.services.jobs import Job
from zbreader.services.library import Services
from zbreader.services.searching import Searching
from zbreader.store import issues
from zbreader.store.database import Database

MAY = issue(
    "may",
    2031,
    5,
    article("may-1", "渠水是怎样流到村口的", "大家沿着水", "渠走了一圈。", column="支部故事", by="林禾"),
    article("may-2", "一张桌子上的三次会", "会上说到水渠，又说到“灯”。", heading="先说水渠", by="周望川"),
)
JUNE = issue(
    "june",
    2031,
    6,
    article("june-1", "夜校的灯", "灯下有人说起 水 渠。" + "闲话" * 200, column="言论", by="周 望川"),
    article("june-2", "修水渠的人", "𠮷祥镇的人修渠。", column="支部故事"),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(Database(tmp_path / "library.db")) as opened:
        yield opened


@pytest.fixture
def index_path(tmp_path: Path) -> Path:
    return tmp_path / "search.db"


@pytest.fixture(params=["with an index", "without an index"])
def searching(request: pytest.FixtureRequest, database: Database, index_path: Path) -> Iterator[Searching]:
    put(database, MAY, JUNE)
    with closing(Searching(database, index_path if request.param == "with an index" else None)) as opened:
        yield opened


def ids(result: SearchResult) -> list[str]:
    assert result.total >= len(result.hits)
    return [hit.article_id for hit in result.hits]


def test_headlines_come_first_then_headings(searching: Searching) -> None:
    assert ids(searching.search("水渠"))[:2] == ["june-2", "may-2"]
    assert set(ids(searching.search("水渠"))) == {"june-2", "may-2", "june-1", "may-1"}


def test_newest_first_when_asked(searching: Searching) -> None:
    result = searching.search("水渠", order=SearchOrder.DATE)
    assert ids(result) == ["june-1", "june-2", "may-1", "may-2"]


def test_pages_of_a_result_follow_each_other(searching: Searching) -> None:
    whole = ids(searching.search("水渠"))
    pages = [searching.search("水渠", limit=1, offset=n) for n in range(5)]
    assert [hit for page in pages for hit in ids(page)] == whole
    assert {page.total for page in pages} == {4}
    assert searching.search("水渠", limit=0).hits == searching.search("水渠", limit=-3).hits == ()
    assert ids(searching.search("水渠", offset=-1)) == whole


def test_a_hit_shows_where_it_stands(searching: Searching) -> None:
    (hit,) = [hit for hit in searching.search("水渠").hits if hit.article_id == "may-1"]
    assert (hit.issue_id, hit.title, hit.column, hit.count) == ("may", "渠水是怎样流到村口的", "支部故事", 1)
    assert hit.ranges == ((4, 7),)
    assert [hit.snippet.text[a:b] for a, b in hit.snippet.marks] == ["水 渠"]


def test_occurrences_in_headline_and_text_are_counted(searching: Searching) -> None:
    counts = {hit.article_id: hit.count for hit in searching.search("水渠").hits}
    assert counts == {"june-2": 1, "may-2": 2, "june-1": 1, "may-1": 1}


def test_positions_count_code_points(searching: Searching) -> None:
    (hit,) = searching.search("修渠").hits
    assert hit.ranges == ((5, 7),)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("栏目:故事", {"may-1", "june-2"}),
        ("栏目:故事 -水渠", set()),
        ("作者:望川", {"may-2", "june-1"}),
        ("水渠 作者：周望川 -夜校", {"may-2"}),
        ("期:2031.06 水渠", {"june-1", "june-2"}),
        ("期:2031.05..2031.06 灯", {"may-2", "june-1"}),
        ("-期:2031.6", {"may-1", "may-2"}),
        ("-水渠", set()),
        ("-灯", {"may-1", "june-2"}),
        ("𠮷", {"june-2"}),
        ("「灯」", {"june-1", "may-2"}),
        ("说到 灯", {"may-2"}),
        ("林", {"may-1"}),
        ("。", {"may-1", "may-2", "june-1", "june-2"}),
        ("不存在", set()),
    ],
)
def test_queries(searching: Searching, query: str, expected: set[str]) -> None:
    result = searching.search(query)
    assert set(ids(result)) == expected
    assert result.total == len(expected)


@pytest.mark.parametrize(
    "query",
    ["", " \n　", "\x00", '"', "'", "*", "a*", "NEAR(a b)", "AND", "NOT 水", "title:水", "{title}:水", "^水",
     "水 OR 渠", "'; DROP TABLE articles; --", "%", "_", "(((((", "\ud800", "甲" * 10_000, "甲 " * 5_000, '"' * 9_999,
     " ".join(f"-{n}" for n in range(3_000)), " ".join(map(str, range(3_000)))],
)  # fmt: skip
def test_hostile_queries_do_no_harm(searching: Searching, query: str) -> None:
    for options in (SearchOptions(), SearchOptions(SearchOrder.DATE, variants=True)):
        searching.search(query, options=options)
        searching.timeline(query, options)
        searching.neighbours(query, "may-1", 0, options)
        searching.ranges(query, "may-1", options)
        searching.article_ids(query, options)
    searching.suggest(query)
    assert searching.search("水渠").total == 4


def test_a_match_outside_the_text_shows_what_matched(searching: Searching) -> None:
    (hit,) = searching.search("林禾").hits
    assert (hit.count, hit.snippet.text, hit.snippet.marks, hit.ranges) == (0, "林禾", ((0, 2),), ())


def test_a_match_in_the_headline_shows_how_the_text_begins(searching: Searching) -> None:
    (hit,) = searching.search("村口").hits
    assert hit.snippet.text.startswith("大家沿着") and hit.snippet.marks == () and hit.count == 1


def test_notes_and_tags(searching: Searching, database: Database) -> None:
    annotate(database, "1", "may-1", tags=["水利", "重读"])
    annotate(database, "2", "june-1")
    assert set(ids(searching.search("有笔记"))) == {"may-1", "june-1"}
    assert set(ids(searching.search("标签:#水利"))) == {"may-1"}
    assert set(ids(searching.search("灯 -有笔记"))) == {"may-2"}
    assert searching.search("标签:没有").total == 0


# What the index knows and does not know


def test_an_index_that_is_out_of_step_only_makes_it_slower(database: Database, index_path: Path) -> None:
    many = [issue(f"i{n}", 2000 + n, 1, article(f"i{n}-1", f"第{n}篇", "水渠")) for n in range(12)]
    put(database, *many)
    with closing(Searching(database, index_path)) as searching:
        assert searching.missing() == 12
        assert searching.search("水渠").total == 12
        assert searching.missing() == 12
        searching.index_issue("i3")
        assert searching.missing() == 11
        assert searching.search("水渠").total == 12
        searching.repair()
        assert searching.missing() == 0
        assert ids(searching.search("水渠", order=SearchOrder.DATE))[0] == "i11-1"


def test_a_few_new_issues_are_added_on_the_spot(database: Database, index_path: Path) -> None:
    with closing(Searching(database, index_path)) as searching:
        put(database, MAY)
        searching.on_changes(Changes(issues=frozenset({"may"})))
        assert searching.missing() == 0
        put(database, JUNE)
        assert searching.search("水渠").total == 4
        assert searching.missing() == 1
        searching.index_issue("june")
        assert searching.missing() == 0
        assert searching.search("水渠").total == 4


def test_an_issue_that_leaves_is_passed_over_and_may_return(database: Database, index_path: Path) -> None:
    put(database, MAY, JUNE)
    with closing(Searching(database, index_path)) as searching:
        searching.repair()
        with database.write() as connection:
            key = issues.live_key(connection, "may")
            assert key is not None
            issues.remove(connection, key, "2031-02-01T00:00:00.000Z")
        assert set(ids(searching.search("水渠"))) == {"june-1", "june-2"}
        with database.write() as connection:
            issues.bring_back(connection, key)
        assert searching.missing() == 0
        assert searching.search("水渠").total == 4


def test_a_newer_import_replaces_the_older(database: Database, index_path: Path) -> None:
    put(database, MAY, JUNE)
    with closing(Searching(database, index_path)) as searching:
        assert searching.search("水渠").total == 4
        put(database, issue("may", 2031, 5, article("may-1", "改过的一篇", "沟")), moment="2031-03-01T00:00:00.000Z")
        assert searching.search("水渠").total == 2
        assert ids(searching.search("改过")) == ["may-1"]


def test_keys_that_are_used_again_do_not_confuse_it(database: Database, index_path: Path) -> None:
    put(database, MAY)
    with closing(Searching(database, index_path)) as searching:
        searching.repair()
        with database.write() as connection:
            connection.execute("DELETE FROM issues")
        put(database, issue("other", 2031, 7, article("other-1", "灯", "别的")), moment="2031-04-01T00:00:00.000Z")
        assert searching.search("水渠").total == 0
        assert ids(searching.search("别的")) == ["other-1"]
        searching.repair()
        assert ids(searching.search("别的")) == ["other-1"]


def test_a_damaged_index_is_made_anew(database: Database, index_path: Path) -> None:
    put(database, MAY, JUNE)
    with closing(Searching(database, index_path)) as searching:
        searching.repair()
    index_path.write_bytes(b"rubbish" * 4_000)
    with closing(Searching(database, index_path)) as searching:
        assert searching.search("水渠").total == 4
        searching.repair()
        assert searching.missing() == 0


def test_an_index_that_cannot_be_written_is_done_without(database: Database, tmp_path: Path) -> None:
    put(database, MAY, JUNE)
    with closing(Searching(database, tmp_path / "missing" / "search.db")) as searching:
        searching.repair()
        searching.rebuild()
        assert searching.search("水渠").total == 4


def test_rebuilding_tells_how_far_it_is_and_can_be_stopped(database: Database, index_path: Path) -> None:
    put(database, *(issue(f"i{n}", 2000 + n, 1, article(f"i{n}-1", "灯", "水渠")) for n in range(40)))
    told: list[tuple[int, int]] = []
    with closing(Searching(database, index_path)) as searching:
        searching.rebuild(Job(lambda done, total, doing: told.append((done, total))))
        assert told[0] == (0, 40) and told[-1] == (40, 40)

        def stop(done: int, total: int, doing: object) -> None:
            if done:
                job.cancel()

        job = Job(stop)
        with pytest.raises(Cancelled):
            searching.rebuild(job)
        assert 0 < searching.missing() < 40
        assert searching.search("水渠").total == 40


def test_looking_through_texts_can_be_stopped(database: Database) -> None:
    put(database, MAY, JUNE)
    with closing(Searching(database, None)) as searching:
        job = Job()
        assert searching.search("水渠", job=job).total == 4
        job.cancel()
        with pytest.raises(Cancelled):
            searching.search("桌子", job=job)
        assert searching.search("桌子").total


# Exactness: the index must agree with looking into every text

CHARACTERS = "水渠桌子灯。，“”—a1Ａ 𠮷"
BOTH_WRITINGS = "发發髮后後里裡灯燈水…ⅳ "


class RandomLibrary:
    """Random articles in a library, and what a query finds there and should find."""

    def __init__(self, folder: Path, letters: str, options: SearchOptions) -> None:
        self.options = options
        self._written = random_articles(random.Random(7), 60, letters)
        self._database = Database(folder / "library.db")
        put(self._database, issue("r", 2031, 1, *self._written))
        self._searching = Searching(self._database, folder / "search.db")
        self._searching.repair()
        self._without = Searching(self._database, None)

    def close(self) -> None:
        self._searching.close()
        self._database.close()

    def found(self, query: str) -> tuple[set[str], set[str]]:
        """What is found with the index and without."""
        with_it, without = (s.search(query, 1_000, options=self.options) for s in (self._searching, self._without))
        for hit in with_it.hits:
            assert len(hit.ranges) <= hit.count
        assert [hit.count for hit in sorted(with_it.hits, key=lambda hit: hit.article_id)] == [
            hit.count for hit in sorted(without.hits, key=lambda hit: hit.article_id)
        ]
        return set(ids(with_it)), set(ids(without))

    def held(self, query: str) -> set[str]:
        """What the texts themselves hold."""
        meant = asked(query, self.options)
        clauses = meant.query.clauses
        return {one.id for one in self._written if clauses and matches(folded_fields(one, meant.form), clauses)}


@pytest.fixture(scope="module")
def random_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RandomLibrary]:
    with closing(RandomLibrary(tmp_path_factory.mktemp("random"), CHARACTERS, SearchOptions())) as opened:
        yield opened


@pytest.fixture(scope="module")
def mixed_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RandomLibrary]:
    options = SearchOptions(variants=True)
    with closing(RandomLibrary(tmp_path_factory.mktemp("mixed"), BOTH_WRITINGS, options)) as opened:
        yield opened


def queries(letters: str, longest: int) -> st.SearchStrategy[str]:
    return st.lists(
        st.tuples(st.sampled_from(["", "", "-", "栏目:", "作者:"]), st.text(letters, min_size=1, max_size=longest)),
        min_size=1,
        max_size=3,
    ).map(lambda parts: " ".join(prefix + word for prefix, word in parts))


@given(query=queries(CHARACTERS + "灯灯", 5))
def test_the_index_finds_exactly_what_the_texts_hold(random_library: RandomLibrary, query: str) -> None:
    held = random_library.held(query)
    assert random_library.found(query) == (held, held)


@given(query=queries(BOTH_WRITINGS, 4))
def test_and_so_it_does_in_both_writings(mixed_library: RandomLibrary, query: str) -> None:
    held = mixed_library.held(query)
    assert mixed_library.found(query) == (held, held)


def test_a_word_of_very_many_spellings_is_found_all_the_same(database: Database, index_path: Path) -> None:
    word = "发後里灯" * 5
    put(database, issue("i", 2031, 1, article("i-1", "题", "發后裡燈" * 5), article("i-2", "题", "发后里灯"), *(
        article(f"x-{n}", "题", "".join(random.Random(n).choices("发發后後里裡灯燈", k=60))) for n in range(40)
    )))  # fmt: skip
    with closing(Searching(database, index_path)) as searching:
        searching.repair()
        options = SearchOptions(variants=True)
        assert ids(searching.search(word, options=options)) == ["i-1"]
        assert "i-1" not in ids(searching.search(f"-{word} 里", 99, options=options))
        assert searching.search(word).total == 0


# Settings, threads, and the index at work


def test_both_writings_by_setting_and_by_option(open_again: Callable[[], Services], write: Callable[..., Path]) -> None:
    services = open_again()
    services.importing.import_files([write("《田野》2031年第1期\n# 一\n發展\n# 二\n发展\n")])
    assert services.searching.search("发展").total == 1
    assert services.searching.search("发展", options=SearchOptions(variants=True)).total == 2
    services.settings.set("search.variants", True)
    services.settings.set("search.order", "date")
    assert services.searching.search("發展").total == 2
    assert services.searching.usual_options() == SearchOptions(SearchOrder.DATE, variants=True)


def test_what_was_asked_before_is_asked_anew_after_a_change(database: Database, index_path: Path) -> None:
    put(database, MAY)
    with closing(Searching(database, index_path)) as searching:
        assert searching.search("水渠").total == searching.search("水渠").total == 2
        put(database, JUNE)
        assert searching.search("水渠").total == 4
        searching.repair()
        assert searching.search("水渠").total == 4
        annotate(database, "n", "may-1", note="水渠")
        assert searching.search("水渠 有笔记").total == 1
        annotate(database, "m", "june-1", note="水渠")
        assert searching.search("水渠 有笔记").total == 2
