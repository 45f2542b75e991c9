"""What is typed and what is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.search.folding import fold
from zbreader.search.query import Field, IssueRange, NoteFilter, Query, parse

TYPED = st.text(
    st.sampled_from('甲乙 　"“”「」-－:：栏目作者期标签有笔记()*^{}\x00\n1234.年OR') | st.characters(), max_size=40
)


def clauses(text: str) -> list[tuple[str, Field | None, bool]]:
    return [(clause.folded, clause.field, clause.negative) for clause in parse(text).clauses]


@pytest.mark.parametrize("text", ["", " ", "　\n\t", '""', "“”", "「」", "\x00", "\u200b"])
def test_nothing_to_seek(text: str) -> None:
    assert parse(text).is_empty


def test_words_are_all_sought() -> None:
    assert clauses("水渠　桌子 水渠") == [("水渠", None, False), ("桌子", None, False)]


@pytest.mark.parametrize("text", ['"水 渠"', "“水　渠”", "＂水渠＂", "「水渠」", "“水渠", '"水渠'])
def test_a_phrase_in_any_quotation_marks(text: str) -> None:
    assert clauses(text) == [("水渠", None, False)]


def test_without() -> None:
    assert clauses("甲 -乙 －“丙 丁”") == [("甲", None, False), ("乙", None, True), ("丙丁", None, True)]


def test_a_mark_alone_is_sought() -> None:
    assert clauses("-") == [(fold("-"), None, False)]
    assert clauses("。") == [("。", None, False)]
    assert clauses("甲-乙") == [(fold("甲-乙"), None, False)]


def test_fields() -> None:
    assert clauses("栏目:故事 作者：“林 禾” -专栏：言论") == [
        ("故事", Field.COLUMN, False),
        ("林禾", Field.AUTHORS, False),
        ("言论", Field.COLUMN, True),
    ]


def test_a_field_without_a_value_is_sought_as_it_stands() -> None:
    assert clauses("栏目:") == [(fold("栏目:"), None, False)]
    assert clauses("作者:“”") == [(fold("作者:“”"), None, False)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("期:2031.05", (2031, 5), (2031, 5)),
        ("期：2031-5", (2031, 5), (2031, 5)),
        ("期:２０３１．０５", (2031, 5), (2031, 5)),
        ("期:2031年第5期", (2031, 5), (2031, 5)),
        ("期:2031", (2031, 0), (2031, 9_999)),
        ("期:2031.05..2031.11", (2031, 5), (2031, 11)),
        ("期:2031-05～2032-02", (2031, 5), (2032, 2)),
        ("期:2031至2032", (2031, 0), (2032, 9_999)),
    ],
)
def test_issues(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert parse(text) == Query(issues=(IssueRange(first, last),))


def test_an_issue_that_is_none_is_sought_as_it_stands() -> None:
    assert clauses("期:昨天") == [(fold("期:昨天"), None, False)]


def test_which_issues_a_range_holds() -> None:
    some = IssueRange((2031, 5), (2031, 11))
    assert [some.holds(2031, n) for n in (4, 5, 11, 12)] == [False, True, True, False]
    assert some.holds(2031, None) and not some.holds(None, None) and not some.holds(None, 5)
    assert not IssueRange((2031, 5), (2031, 11), negative=True).holds(2031, 5)


def test_notes() -> None:
    assert parse("有笔记 标签:#水利 -标签：重读").notes == (
        NoteFilter(None),
        NoteFilter("水利"),
        NoteFilter("重读", negative=True),
    )
    assert clauses("“有笔记”") == [("有笔记", None, False)]


def test_words_to_mark() -> None:
    assert parse("甲 乙 -丙 作者:丁").words == ("甲", "乙")


@given(TYPED)
def test_anything_may_be_typed(text: str) -> None:
    query = parse(text)
    assert all(clause.folded for clause in query.clauses)
    assert query.is_empty or fold(text)


@given(st.text(st.characters(categories=["L"]), min_size=1, max_size=9))
def test_a_plain_word_is_that_word(word: str) -> None:
    if fold(word) and word != "有笔记":
        assert query_words(word) == [fold(word)]


def query_words(text: str) -> list[str]:
    return list(parse(text).words)


def test_a_huge_query_is_read_in_time() -> None:
    assert len(parse("甲" * 10_000).clauses) == 1
    assert len(parse(" ".join(map(str, range(10_000)))).clauses) > 1_000
    assert parse('"' * 10_000).is_empty
    assert parse("-" * 10_000 + "期:" * 5_000).clauses
