"""Corrections are appended, taken back and brought back; nothing is ever rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from zbreader.model.correction import Correction, Kind, LineKind, Merge, Retitle, Split
from zbreader.store import corrections
from zbreader.store.database import Database

ONE = Correction("01893f00-0000-7000-8000-000000000001", Retitle((3,), "题 𠮷"), "甲", "2031-04-01T08:00:00.000Z")
TWO = Correction("01893f00-0000-7000-8000-000000000002", Split((5, 6), None, False, 2))
THREE = Correction("01893f00-0000-7000-8000-000000000003", Kind((7,), LineKind.QUOTE))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "library.db")
    yield made
    made.close()


def test_they_come_back_as_they_were_and_in_order(database: Database) -> None:
    with database.write() as connection:
        corrections.add(connection, "a", "issue", [TWO, ONE])
        corrections.add(connection, "a", "issue", [THREE])
        corrections.add(connection, "b", "issue", [Correction("x", Merge((1,)))])
    with database.read() as connection:
        assert corrections.of_source(connection, "a") == [TWO, ONE, THREE]
        assert corrections.elsewhere(connection, "issue", "a") == 1
        assert corrections.elsewhere(connection, "another", "a") == 0
        assert corrections.known(connection, [ONE.id, "x", "y"]) == {ONE.id, "x"}


def test_one_that_was_taken_back_keeps_its_place(database: Database) -> None:
    with database.write() as connection:
        corrections.add(connection, "a", "issue", [ONE, TWO, THREE])
        corrections.set_removed(connection, [TWO.id], "2031-04-01T09:00:00.000Z")
        assert corrections.of_source(connection, "a") == [ONE, THREE]
        assert corrections.known(connection, [TWO.id]) == {TWO.id}
        corrections.set_removed(connection, [TWO.id], None)
        assert corrections.of_source(connection, "a") == [ONE, TWO, THREE]
        corrections.set_removed(connection, [ONE.id], "2031-04-01T09:00:00.000Z")
        corrections.add(connection, "a", "issue", [ONE])
        assert corrections.of_source(connection, "a") == [ONE, TWO, THREE]


def test_an_id_from_another_source_brings_nothing_back(database: Database) -> None:
    with database.write() as connection:
        corrections.add(connection, "a", "issue", [ONE])
        corrections.set_removed(connection, [ONE.id], "2031-04-01T09:00:00.000Z")
        corrections.add(connection, "b", "issue", [ONE])
        assert corrections.of_source(connection, "a") == []
        assert corrections.of_source(connection, "b") == []


def test_a_kind_of_a_later_program_is_passed_over(database: Database) -> None:
    with database.write() as connection:
        corrections.add(connection, "a", "issue", [ONE, TWO])
        connection.execute("UPDATE corrections SET kind = 'rotate' WHERE id = ?", (ONE.id,))
        assert corrections.of_source(connection, "a") == [TWO]
