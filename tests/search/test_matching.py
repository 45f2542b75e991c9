"""Queries in the index's language."""

from __future__ import annotations

from zbreader.search.bigrams import LONGEST_PHRASE
from zbreader.search.matching import MOST_ASKED, excluded, needs_check, required, titled
from zbreader.search.query import parse


def test_required_words_longest_first() -> None:
    clauses = parse("水 作者:林禾 一张桌子 -城市").clauses
    assert required(clauses) == '"一张 张桌 桌子" AND {authors} : "林禾" AND "水"*'
    assert excluded(clauses) == ['"城市"']
    assert titled(clauses) == '{title} : "水"* AND {title} : "一张 张桌 桌子"'
    assert not needs_check(clauses)


def test_nothing_required() -> None:
    assert required(parse("-甲").clauses) == titled(parse("-甲 作者:乙").clauses) == ""


def test_what_is_too_much_for_the_index_is_checked() -> None:
    long = "长" * (LONGEST_PHRASE + 1)
    assert needs_check(parse(long).clauses) and needs_check(parse(f"-{long}").clauses)
    assert excluded(parse(f"-{long}").clauses) == []
    many = parse(" ".join(map(str, range(MOST_ASKED + 1)))).clauses
    assert needs_check(many) and required(many).count(" AND ") == MOST_ASKED - 1


def test_no_mark_of_the_index_language_is_left() -> None:
    expression = required(parse("a\"b* OR (c) NEAR/2 {d}: ^e -f '").clauses)
    assert expression.count('"') == 2 * (expression.count(" AND ") + 1)
    for mark in "(){}^:'/":
        assert mark not in expression
