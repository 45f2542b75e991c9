"""The form and the search box say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.ui.search.wanted import Wanted, from_query, to_query, with_issue, without_issue

FULL = Wanted("水渠 合作社", "修 水渠", "大坝 旱灾", "乡村", "林 远", "2031.05", "2031.11", "水利", True)
WORD = st.text("水渠修坝林𠮷aB3", min_size=1, max_size=4)
WORDS = st.lists(WORD, max_size=3).map(" ".join)


def test_every_box_has_its_place_in_the_query() -> None:
    assert to_query(FULL) == (
        "水渠 合作社 “修 水渠” -大坝 -旱灾 栏目:乡村 作者:“林 远” 标签:水利 期:2031.05..2031.11 有笔记"
    )
    assert to_query(Wanted()) == ""
    assert to_query(Wanted(phrase="说“通了”")) == "“说通了”"
    assert to_query(Wanted(last_issue="2031.05")) == "期:2031.05"
    assert to_query(Wanted(first_issue="2031", last_issue="2031")) == "期:2031"


def test_what_no_box_is_meant_for_stays_among_the_words() -> None:
    assert from_query("水渠 -栏目:乡村 “甲” “乙” -“丙 丁”") == Wanted(
        words="水渠 -栏目:乡村 “乙” -“丙 丁”", phrase="甲"
    )
    assert from_query("专栏：乡村　有笔记") == Wanted(column="乡村", with_notes=True)
    assert from_query("期:2031.05至2031.11").last_issue == "2031.11"


@given(WORDS, WORDS, WORDS, WORD, WORDS, st.booleans())
def test_there_and_back(words: str, phrase: str, without: str, column: str, author: str, notes: bool) -> None:
    wanted = Wanted(words, phrase, without, column, author, "2031.01", "2031.02", column, notes)
    assert from_query(to_query(wanted)) == wanted


@given(st.text('水渠 -“”"期标签作者:：.2031', max_size=30))
def test_any_text_can_be_taken_apart(query: str) -> None:
    kept = from_query(query)
    assert isinstance(to_query(kept), str)
    assert without_issue(without_issue(query)) == without_issue(query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("水渠", "水渠 期:2031.05"),
        ("水渠 期:2030 “期:2031 通水”", "水渠 “期:2031 通水” 期:2031.05"),
        ("水渠 -期:2030", "水渠 -期:2030 期:2031.05"),
        ("水渠 期:2031.05", "水渠"),
    ],
)
def test_narrowing_to_an_issue_and_back(query: str, expected: str) -> None:
    assert with_issue(query, "2031.05") == expected
