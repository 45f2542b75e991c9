"""The index's file: two connections that do not wait for each other."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from zbreader.store.index_file import IndexFile, IndexUnavailable, transaction

TABLES = ("CREATE TABLE things (name TEXT)", "CREATE VIRTUAL TABLE words USING fts5(text)")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[IndexFile]:
    with closing(IndexFile(tmp_path / "index.db", "1", TABLES, 5.0)) as opened:
        yield opened


def names(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM things")]


def test_whoever_asks_does_not_wait_for_whoever_adds(file: IndexFile) -> None:
    in_the_middle, go_on = threading.Event(), threading.Event()

    def add(connection: sqlite3.Connection) -> None:
        with transaction(connection):
            connection.execute("INSERT INTO things VALUES ('one')")
            in_the_middle.set()
            assert go_on.wait(20)

    adding = threading.Thread(target=lambda: file.write(add))
    adding.start()
    assert in_the_middle.wait(20)
    assert file.read(names) == []
    go_on.set()
    adding.join()
    assert file.read(names) == ["one"]


def test_another_form_or_another_shape_is_emptied(tmp_path: Path, file: IndexFile) -> None:
    file.write(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
    file.close()
    assert file.read(names) == ["one"]
    with closing(IndexFile(tmp_path / "index.db", "2", TABLES, 5.0)) as other:
        assert other.read(names) == []
        other.write(other.make_tables)
        assert other.read(names) == []


def test_a_mistake_of_ours_does_not_cost_the_file(file: IndexFile) -> None:
    file.write(lambda c: c.execute("INSERT INTO things VALUES ('one')"))
    with pytest.raises(ZeroDivisionError):
        file.read(lambda c: 1 / 0)
    assert file.read(names) == ["one"]


def test_damage_empties_it(file: IndexFile) -> None:
    file.write(lambda c: c.execute("INSERT INTO things VALUES ('one')"))

    def broken(_: sqlite3.Connection) -> None:
        raise sqlite3.DatabaseError("malformed")

    with pytest.raises(IndexUnavailable):
        file.read(broken)
    assert file.read(names) == []
