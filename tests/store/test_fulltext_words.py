"""What the words of a question tell: which articles, how well, and of which the rest is not asked."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from math import log
from pathlib import Path

import pytest

from tests.store.indexed import article
from zbreader.store.fulltext import FullTextIndex
from zbreader.store.fulltext_values import Question

IN_TITLE = '{title} : "水渠"'


@pytest.mark.parametrize("first", [0, 1])
def test_weights_are_those_of_the_textbook(index: FullTextIndex, first: int) -> None:
    """Whether the first articles hold the word or every third: BM25 of an article of middle length, and its length."""
    chance = random.Random(3)
    made, counts = [], {}
    for number in range(1, 1_601):
        holds = number <= 700 if first else number % 3 == 0
        counts[number] = chance.randrange(1, 9) if holds else 0
        made.append(article(number, "夜", "水渠" * counts[number] + "灯" * chance.randrange(100, 500)))
    index.add([("one", made)])
    answer = index.ask(Question('"水渠"'))
    held = [number for number, count in counts.items() if count]
    assert answer.rows == held and answer.costs is not None
    lengths = answer.catalogue.lengths
    middle = sum(lengths) / 1_600
    idf = log((1_600 - len(held) + 0.5) / (len(held) + 0.5))
    for row, cost in zip(held, answer.costs, strict=True):
        assert lengths[row] == made[row - 1].length > 2 * counts[row]
        term = counts[row] * 2.2 / (counts[row] + 1.2)
        assert cost == pytest.approx(-idf * term * 2.2 / (1 + 1.2 * (0.25 + 0.75 * lengths[row] / middle)), rel=1e-7)


def test_tiers_are_left_aside_where_the_first_holds_hundreds(index: FullTextIndex) -> None:
    index.add([("one", [article(number, "水渠" if number < 400 else "灯下", "夜") for number in range(700)])])
    tiers = ['{title} : "水渠"', '{title} : ("水渠" OR "灯下")', '{title} : ("水渠" OR "灯下" OR "夜")']
    few = index.ask(Question("", tiers=tiers)).tiers
    assert [len(tier) for tier in few] == [400, 700, 700]
    index.add([("two", [article(number, "水渠", "夜") for number in range(700, 900)])])
    many = index.ask(Question("", tiers=tiers)).tiers
    assert [len(tier) for tier in many] == [600, 600, 600]
    assert index.ask(Question("", tiers=['{title} : "明月"'] * 3)).tiers == [frozenset()] * 3
    narrowed = index.ask(Question("", tiers=tiers, narrowed=True)).tiers
    assert [len(tier) for tier in narrowed] == [600, 900, 900], "of those few may be left"


def test_of_words_that_stand_in_most_articles_nothing_is_weighed(index: FullTextIndex) -> None:
    index.add([("one", [article(number, "夜", "水渠" if number % 4 else "灯塔") for number in range(1_200)])])
    assert index.ask(Question('"水渠"')).costs is None
    weighed = index.ask(Question('"灯塔"', ["灯"])).costs
    assert weighed is not None and len(weighed) == 300 and len(set(weighed)) == 1
    assert index.ask(Question('"灯塔"', ["渠"])).costs == []


def test_where_enough_are_in_tiers_only_those_are_weighed(index: FullTextIndex) -> None:
    """As they are weighed with all others."""
    chance = random.Random(4)

    def some(number: int) -> str:
        return "水渠" * chance.randrange(1, 9) + "灯" * chance.randrange(1, 500) if number % 3 == 0 else "灯塔"

    index.add([("one", [article(number, "水渠" if number % 5 == 1 else "夜", some(number)) for number in range(900)])])
    every = index.ask(Question('"水渠"', tiers=[IN_TITLE]))
    assert every.costs is not None and every.ahead is None
    assert len(every.tiers[0]) == 180
    for looked_at in (1, 180):
        answer = index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=looked_at))
        assert answer.costs is None and list(answer.rows) == every.rows
        weighed = dict(zip(every.rows, every.costs, strict=True))
        assert answer.ahead == {row: weighed[row] for row in every.tiers[0]}
    assert index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=181)).costs == every.costs
    assert index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=9, ranked=False)).ahead is None
    both = index.ask(Question('"水渠"', ["塔"], tiers=[IN_TITLE], looked_at=9))
    every_one = index.ask(Question('"水渠"', ["塔"], tiers=[IN_TITLE]))
    assert list(both.rows) == every_one.rows
    assert both.ahead is not None and set(both.ahead) == set(both.rows) & every_one.tiers[0], "only what matches"
    without = index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=9, without_words=['"夜 灯"', '"渠灯"']))
    assert without.ahead is not None and set(without.ahead) == set(without.rows) & every.tiers[0] < every.tiers[0]


@pytest.mark.parametrize("looked_at", [None, 5])
def test_where_fts5_has_lost_count_nothing_is_lost(index: FullTextIndex, tmp_path: Path, looked_at: int | None) -> None:
    """Its record of how many rows there are says fewer than match."""
    index.add([("one", [article(number, "水渠" if number < 9 else "夜", "水渠" + "灯" * 99) for number in range(30)])])
    index.close()
    with closing(sqlite3.connect(tmp_path / "search.db")) as connection:
        ((record,),) = connection.execute("SELECT block FROM words_data WHERE id = 1").fetchall()
        assert record[0] == 30
        connection.execute("UPDATE words_data SET block = ? WHERE id = 1", (b"\x01" + record[1:],))
        connection.commit()
    answer = index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=looked_at))
    assert list(answer.rows) == [*range(1, 31)]
    assert answer.costs == (None if looked_at else [0.0] * 30)
    assert answer.ahead == (dict.fromkeys(range(1, 10), 0.0) if looked_at else None)


def test_tiers_of_words_that_stand_in_most_articles_are_not_weighed(index: FullTextIndex) -> None:
    index.add([("one", [article(number, "水渠" if number < 99 else "夜", "水渠") for number in range(600)])])
    answer = index.ask(Question('"水渠"', tiers=[IN_TITLE], looked_at=20))
    assert len(answer.rows) == 600 and answer.costs is answer.ahead is None
