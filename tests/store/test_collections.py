"""Collections keep their order, and what was deleted keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from zbreader.model.annotation import Annotation, Target
from zbreader.model.collection import Collection
from zbreader.store import annotations, collections
from zbreader.store.database import Database

MOMENT = "2031-04-01T08:00:00.000Z"
ONE, TWO, THREE = (Annotation(name, Target("issue", "article"), note=name) for name in ("a", "b", "c"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "library.db")
    with made.write() as connection:
        annotations.put(connection, [ONE, TWO, THREE])
    yield made
    made.close()


def test_they_come_back_in_their_order(database: Database) -> None:
    kept = Collection("x", "乙", ("c", "a"))
    with database.write() as connection:
        collections.put(connection, kept, MOMENT)
        collections.put(connection, Collection("y", "丙"), MOMENT)
        collections.put(connection, replace(kept, name="甲", annotations=("a", "b", "c")), MOMENT)
    with database.read() as connection:
        assert collections.all_of_them(connection) == [Collection("y", "丙"), Collection("x", "甲", ("a", "b", "c"))]
        assert collections.get(connection, "nothing") is None


def test_a_deleted_note_is_passed_over_and_keeps_its_place(database: Database) -> None:
    with database.write() as connection:
        collections.put(connection, Collection("x", "甲", ("c", "b", "a")), MOMENT)
        annotations.put(connection, [replace(TWO, deleted=True)])
    with database.read() as connection:
        seen = collections.get(connection, "x")
        whole = collections.get(connection, "x", deleted=True)
    assert seen is not None
    assert whole is not None
    assert (seen.annotations, whole.annotations) == (("c", "a"), ("c", "b", "a"))


def test_removing_one_leaves_the_others_and_the_notes(database: Database) -> None:
    with database.write() as connection:
        collections.put(connection, Collection("x", "甲", ("a",)), MOMENT)
        collections.put(connection, Collection("y", "乙", ("a",)), MOMENT)
        collections.remove(connection, "x")
    with database.read() as connection:
        assert collections.all_of_them(connection) == [Collection("y", "乙", ("a",))]
        assert len(annotations.get_many(connection, ["a"])) == 1
        assert connection.execute("SELECT count(*) FROM collected").fetchone() == (1,)
