"""Readings: a set of who has read what, by the names that each one's own library has for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.save_schema import issue
from zbreader.store import fingerprints, issues, places, readings
from zbreader.store.database import Connection, Database
from zbreader.store.readings import Reading
from zbreader.store.sources import Source

MOMENT = "2031-04-01T08:00:00.000Z"
HERE, THERE = ("0123456789ab", "0123456789ab-000001"), ("ffffffffffff", "ffffffffffff-000001")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = Database(tmp_path / "library.db")
    with database.write() as connection:
        issues.insert(connection, issue(), Source("a.txt", b"", "0" * 64), title="期", imported=MOMENT)
        yield connection
    database.close()


def test_a_reading_is_kept_once_and_can_be_forgotten(connection: Connection) -> None:
    one, two = Reading("甲", *HERE), Reading("乙", *HERE)
    readings.put(connection, [one, one])
    readings.put(connection, [one])
    assert readings.unknown(connection, [one, two, two]) == [two]
    assert readings.of_articles(connection, [HERE[1], THERE[1]]) == [one]
    readings.forget(connection, [one])
    assert readings.of_articles(connection, [HERE[1]]) == []


def test_strangers_are_the_readings_of_articles_that_are_not_here(connection: Connection) -> None:
    readings.put(connection, [Reading("甲", *HERE), Reading("甲", *THERE), Reading("甲", "e", "e-1")])
    fingerprints.put(connection, {HERE: "0" * 8, THERE: "1" * 8})
    assert readings.of_strangers(connection) == [(Reading("甲", *THERE), "1" * 8)]


def test_finished_is_what_was_read_far_enough_once(connection: Connection) -> None:
    first, second = HERE[1], "0123456789ab-000002"
    places.put(connection, first, 0.99, MOMENT)
    places.put(connection, first, 0.1, MOMENT)
    places.put(connection, second, 0.9, MOMENT)
    places.put(connection, THERE[1], 1.0, MOMENT)
    assert readings.finished(connection, 0.98) == [HERE]
    assert readings.finished(connection, 0.9) == [HERE, (HERE[0], second)]
