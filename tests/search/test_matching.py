"""Queries in the index's language."""

from __future__ import annotations

from zbreader.search.bigrams import LONGEST_PHRASE
from zbreader.search.matching import (
    MOST_ASKED,
    excluded_characters,
    excluded_words,
    needs_check,
    required_characters,
    required_words,
    tiers,
)
from zbreader.search.query import parse


def test_required_words_longest_first() -> None:
    clauses = parse("水 作者:林禾 一张桌子 作者:周 -城市 -灯 -作者:何").clauses
    assert required_words(clauses) == '"一张 张桌 桌子" AND {authors} : "林禾" AND {authors} : "周"'
    assert required_characters(clauses) == ["水"]
    assert excluded_words(clauses) == ['"城市"', '{authors} : "何"']
    assert excluded_characters(clauses) == ["灯"]
    assert tiers(clauses) == [
        '{title} : "一张 张桌 桌子" AND {title} : "水"',
        '{title headings} : "一张 张桌 桌子" AND {title headings} : "水"',
        '{title headings column_name} : "一张 张桌 桌子" AND {title headings column_name} : "水"',
    ]
    assert not needs_check(clauses)


def test_nothing_required() -> None:
    clauses = parse("-甲 -丙丁").clauses
    assert required_words(clauses) == "" and required_characters(clauses) == []
    assert tiers(parse("-甲 作者:乙").clauses) == []


def test_every_spelling_is_as_good() -> None:
    clauses = parse("后来 -后 作者:王发 长长").clauses
    spelled = {"后来": ["后来", "後来"], "后": ["后", "後"], "王发": ["王发", "王發"], "长长": None}
    assert required_words(clauses, spelled) == '("后来" OR "後来") AND {authors} : ("王发" OR "王發")'
    assert excluded_characters(clauses, spelled) == ["后後"]
    assert needs_check(clauses, spelled) and not needs_check(clauses[:3], spelled)


def test_what_is_too_much_for_the_index_is_checked() -> None:
    long = "长" * (LONGEST_PHRASE + 1)
    assert needs_check(parse(long).clauses) and needs_check(parse(f"-{long}").clauses)
    assert excluded_words(parse(f"-{long}").clauses) == []
    many = parse(" ".join(map(str, range(10, 11 + MOST_ASKED)))).clauses
    assert needs_check(many) and required_words(many).count(" AND ") == MOST_ASKED - 1


def test_no_mark_of_the_index_language_is_left() -> None:
    expression = required_words(parse("a\"b* OR (c) NEAR/2 {d}: ^e -f '").clauses)
    assert expression.count('"') == 2 * (expression.count(" AND ") + 1)
    for mark in "(){}^:'/":
        assert mark not in expression
