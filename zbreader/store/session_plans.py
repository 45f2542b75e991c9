"""Plans of sessions as they last went out or came in: what tells which is newer, and what was changed since."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from zbreader.model.session import SessionPlan
from zbreader.model.session_fields import from_values, to_values
from zbreader.store.cells import json_to_cell

_FIELDS = "session_id, person_id, revision, data"


def get(connection: sqlite3.Connection, session_id: str) -> SessionPlan | None:
    """The plan that went out or came in for a session of this library, whether that is still there or not."""
    row = connection.execute(f"SELECT {_FIELDS} FROM session_plans WHERE session_id = ?", (session_id,)).fetchone()
    return None if row is None else _plan(row)


def put(connection: sqlite3.Connection, plans: Iterable[SessionPlan]) -> None:
    """Remember PLANS, each in the place of the one before; whether they are shared stays."""
    connection.executemany(
        f"INSERT INTO session_plans ({_FIELDS}) VALUES (?, ?, ?, ?) ON CONFLICT (session_id) DO UPDATE"
        " SET person_id = excluded.person_id, revision = excluded.revision, data = excluded.data",
        ((plan.session.id, plan.person_id, plan.revision, json_to_cell(to_values(plan.session))) for plan in plans),
    )


def forget(connection: sqlite3.Connection, session_ids: Iterable[str]) -> None:
    """Take plans out: only for undoing that they came."""
    connection.executemany("DELETE FROM session_plans WHERE session_id = ?", ((id_,) for id_ in session_ids))


def share(connection: sqlite3.Connection, session_id: str, shared: bool) -> None:
    """Let a plan that went out stand in the shared folder too, or no longer."""
    connection.execute("UPDATE session_plans SET shared = ? WHERE session_id = ?", (int(shared), session_id))


def shared(connection: sqlite3.Connection, person_id: str) -> list[SessionPlan]:
    """The plans that a person shares, by id."""
    query = f"SELECT {_FIELDS} FROM session_plans WHERE shared AND person_id = ? ORDER BY session_id"
    return [_plan(row) for row in connection.execute(query, (person_id,))]


def _plan(row: tuple[Any, ...]) -> SessionPlan:
    session_id, person_id, revision, data = row
    return SessionPlan(from_values(session_id, json.loads(data)), person_id, revision)
