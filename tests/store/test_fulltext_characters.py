"""Bits for the articles that hold a character."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.store.fulltext_characters import TABLE, Rows, add, holding

TEXTS = st.lists(st.text("甲乙丙𠮷", max_size=4), max_size=150)


@given(TEXTS, st.lists(st.text("甲乙丙𠮷丁", min_size=1, max_size=2), max_size=3), st.data())
def test_it_finds_exactly_the_articles_that_hold_the_characters(
    texts: list[str], sought: list[str], data: st.DataObject
) -> None:
    """Whether all were added at once or some later; of each string sought one character is enough."""
    articles = dict(enumerate(texts, 1))
    first = data.draw(st.integers(0, len(texts)))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(TABLE)
        add(connection, {row: text for row, text in articles.items() if row <= first})
        add(connection, {row: text for row, text in articles.items() if row > first})
        rows = holding(connection, sought, len(texts))
    held = [row for row, text in articles.items() if all(set(some) & set(text) for some in sought)]
    assert list(rows) == held and len(rows) == len(held)
    assert [row for row in range(-1, len(texts) + 2) if row in rows] == held
    assert [row for row, flag in enumerate(rows.flags) if flag] == held and len(rows.flags) == len(texts) + 1


def test_rows_are_a_sequence() -> None:
    rows = Rows(0b1011010, 9)
    assert list(rows) == [1, 3, 4, 6] and rows[0] == 1 and rows[-1] == 6 and list(rows[1:3]) == [3, 4]
    assert "3" not in rows and len(Rows(0, 1)) == 0


@pytest.mark.parametrize("damage", [(99, 1), (-1, 1), (0, -1), (0, 1 << 60), ("x", -1), (None, 1)])
def test_what_cannot_be_is_told(damage: tuple[object, object]) -> None:
    with closing(damaged(*damage)) as connection:
        assert list(holding(connection, ["甲"], 2)) == [1]
        with pytest.raises(sqlite3.DatabaseError, match="unknown"):
            holding(connection, ["丙"], 2)


@pytest.mark.parametrize("bits", [b"\xff", "四", "x", 0, 1, 1 << 40])
def test_what_says_nothing_finds_nothing(bits: object) -> None:
    with closing(damaged(0, bits)) as connection:
        assert list(holding(connection, ["丙"], 2)) == []


def damaged(block: object, bits: object) -> sqlite3.Connection:
    """A table in which something else stands for 丙, where nothing forbids it."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE characters (character, block, bits, UNIQUE (character, block))")
    add(connection, {1: "甲", 2: "乙"})
    connection.execute("INSERT INTO characters VALUES ('丙', ?, ?)", (block, bits))
    return connection
