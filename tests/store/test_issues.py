"""Issues come back as they were put; one of each id is in sight at a time."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.errors import KnownError
from zbreader.model.issue import (
    Article,
    Block,
    ContentsEntry,
    Finding,
    Issue,
    IssueIdentity,
    Paragraph,
    ParagraphKind,
)
from zbreader.model.message import Message
from zbreader.store import articles, issues, sources
from zbreader.store.database import Database
from zbreader.store.sources import Source

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
MAYBE = st.none() | TEXT
NUMBER = st.none() | st.integers(0, 9999)
LINES = st.lists(st.integers(1, 99999), max_size=4).map(tuple)
NAMES = st.lists(TEXT, max_size=3).map(tuple)
SHARE = st.floats(0, 1)


def tuples(one: st.SearchStrategy[object], most: int) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=most).map(tuple)


PARAGRAPHS = st.builds(Paragraph, st.sampled_from(ParagraphKind), TEXT, LINES, SHARE)
ARTICLES = st.builds(
    Article, st.uuids().map(str), TEXT, MAYBE, MAYBE, MAYBE, MAYBE, NAMES, MAYBE, NUMBER, tuples(PARAGRAPHS, 4), SHARE
)
FINDINGS = st.builds(
    Finding, TEXT, LINES, st.builds(Message, TEXT, st.dictionaries(TEXT, TEXT | st.integers(), max_size=2)), SHARE
)
ISSUES = st.builds(
    Issue,
    st.just("0123456789ab"),
    st.builds(IssueIdentity, MAYBE, MAYBE, NUMBER, NUMBER, NUMBER, MAYBE),
    tuples(ARTICLES, 3),
    tuples(st.builds(Block, TEXT, TEXT, LINES), 2),
    tuples(st.builds(ContentsEntry, TEXT, MAYBE, MAYBE, NAMES, NUMBER, LINES), 2),
    tuples(FINDINGS, 2),
)


def source_of(name: str, data: bytes) -> Source:
    return Source(name, data, hashlib.sha256(data).hexdigest())


SOURCES = st.builds(source_of, TEXT, st.binary(max_size=40))
SOURCE = Source("a.txt", b"", "0" * 64)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    database = Database(tmp_path_factory.mktemp("issues") / "library.db")
    yield database
    database.close()


@pytest.fixture(autouse=True)
def empty(database: Database) -> None:
    clear(database)


def clear(database: Database) -> None:
    with database.write() as connection:
        connection.execute("DELETE FROM issues")


@given(issue=ISSUES, source=SOURCES)
def test_a_whole_issue_comes_back(database: Database, issue: Issue, source: Source) -> None:
    clear(database)
    with database.write() as connection:
        issues.insert(connection, issue, source, title="一期", imported="2031")
        assert issues.get(connection, issue.id) == issue
        assert sources.of_issue(connection, issue.id) == source
        assert sources.damaged(connection) == []
        texts = articles.texts(connection, [article.id for article in issue.articles])
        assert texts == {article.id: article.text for article in issue.articles}
        for article in issue.articles:
            assert articles.get(connection, article.id) == article
            assert articles.issue_id_of(connection, article.id) == issue.id


def test_removed_issues_are_out_of_sight_until_they_are_brought_back(database: Database) -> None:
    issue = Issue("i", articles=(Article("a", "甲"),))
    with database.write() as connection:
        key = issues.insert(connection, issue, SOURCE, title="一期", imported="2031")
        issues.remove(connection, key, "2032")
        assert issues.summaries(connection) == []
        assert issues.get(connection, "i") is articles.get(connection, "a") is sources.of_issue(connection, "i") is None
        assert articles.texts(connection, ["a"]) == {}
        assert sources.issue_with(connection, SOURCE.sha256) is None
        issues.bring_back(connection, key)
        assert issues.get(connection, "i") == issue
        assert sources.issue_with(connection, SOURCE.sha256) == "i"


def test_one_issue_of_an_id_is_in_sight(database: Database) -> None:
    issue = Issue("i")
    with database.write() as connection:
        first = issues.insert(connection, issue, SOURCE, title="一期", imported="2031")
        issues.remove(connection, first, "2032")
        second = issues.insert(connection, issue, SOURCE, title="一期", imported="2033")
        with pytest.raises(KnownError, match="已经有一期"):
            issues.bring_back(connection, first)
        issues.bring_back(connection, second)
        assert issues.live_key(connection, "i") == second


def test_purging_clears_away_what_was_removed_before_and_keys_are_not_used_again(database: Database) -> None:
    issue = Issue("i", articles=(Article("a", "甲", paragraphs=(Paragraph(ParagraphKind.BODY, "乙"),)),))
    with database.write() as connection:
        key = issues.insert(connection, issue, SOURCE, title="一期", imported="2031")
        issues.remove(connection, key, "2032")
        assert issues.purge(connection, "2032") == 0
        assert issues.purge(connection, "2033") == 1
        for table in ("articles", "paragraphs", "sources"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        with pytest.raises(KnownError, match="已被彻底清除"):
            issues.bring_back(connection, key)
        assert issues.insert(connection, issue, SOURCE, title="一期", imported="2031") > key


def test_issues_are_listed_by_magazine_newest_first(database: Database) -> None:
    def identity(magazine: str | None, year: int, number: int, half: str | None = None) -> IssueIdentity:
        return IssueIdentity(magazine, half, year, number)

    wanted = [
        identity("乙刊", 2031, 4, "下半月"),
        identity("乙刊", 2031, 4, "上半月"),
        identity("乙刊", 2030, 12),
        identity("甲刊", 2031, 5),
        identity(None, 2032, 1),
    ]
    with database.write() as connection:
        for i in (3, 1, 4, 0, 2):
            issues.insert(connection, Issue(str(i), wanted[i]), SOURCE, title=str(i), imported="2031")
        assert [summary.identity for summary in issues.summaries(connection)] == wanted


def test_a_changed_snapshot_is_noticed(database: Database) -> None:
    source = source_of("坏了.txt", "甲".encode())
    with database.write() as connection:
        issues.insert(connection, Issue("i"), source, title="一期", imported="2031")
        assert sources.damaged(connection) == []
        for broken in (b"\0", zlib.compress("乙".encode()), "text"):
            connection.execute("UPDATE sources SET data = ?", (broken,))
            assert sources.damaged(connection) == ["坏了.txt"]
