"""Study sessions: one row each, whole."""

from __future__ import annotations

import json
import sqlite3

from zbreader.model.session import Session
from zbreader.model.session_fields import from_values, to_values
from zbreader.store.cells import json_to_cell


def all_of_them(connection: sqlite3.Connection) -> list[Session]:
    """Every session by day; those without a day last, in the order in which they were made."""
    rows = connection.execute("SELECT id, data FROM sessions ORDER BY day = '', day, key")
    return [from_values(id_, _values(data)) for id_, data in rows]


def get(connection: sqlite3.Connection, session_id: str) -> Session | None:
    """One session, or None."""
    row = connection.execute("SELECT id, data FROM sessions WHERE id = ?", (session_id,)).fetchone()
    return None if row is None else from_values(row[0], _values(row[1]))


def put(connection: sqlite3.Connection, session: Session, moment: str) -> None:
    """Write a session in the place of what had its id; MOMENT is when."""
    connection.execute(
        "INSERT INTO sessions (id, day, data, created, modified) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET day = excluded.day, data = excluded.data, modified = excluded.modified",
        (session.id, session.day, json_to_cell(to_values(session)), moment, moment),
    )


def remove(connection: sqlite3.Connection, session_id: str) -> None:
    """Take a session away; articles and notes stay."""
    connection.execute("DELETE FROM sessions WHERE id = ?", (session_id,))


def _values(data: str) -> dict[str, object]:
    values = json.loads(data)
    return values if isinstance(values, dict) else {}
