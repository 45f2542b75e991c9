"""What was handed over: in which revision each annotation last went to someone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable


def revisions(connection: sqlite3.Connection) -> dict[str, int]:
    """The revision in which each annotation (by id) was last handed over."""
    return dict(connection.execute("SELECT annotation_id, revision FROM handed_over").fetchall())


def put(connection: sqlite3.Connection, handed: Iterable[tuple[str, int]]) -> None:
    """Remember that annotations (id, revision) were handed over."""
    connection.executemany("INSERT OR REPLACE INTO handed_over (annotation_id, revision) VALUES (?, ?)", handed)
