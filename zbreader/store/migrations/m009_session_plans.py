"""Version 9: the plans of sessions as they last went out or came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Sessions are named without a foreign key: that one was taken away must be known when its plan comes again.
STATEMENT = """
    CREATE TABLE session_plans (
        session_id TEXT NOT NULL PRIMARY KEY,
        person_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        data TEXT NOT NULL,
        shared INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID
"""


def m009_session_plans(db: Database) -> None:
    """Make the table."""
    db.execute(STATEMENT)
