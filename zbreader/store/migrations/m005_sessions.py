"""Version 5: study sessions, each whole in one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    # Articles are named inside without a foreign key: a plan outlives the removal of an issue.
    """
    CREATE TABLE sessions (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        day TEXT NOT NULL,
        data TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL
    )
    """,
    "CREATE INDEX sessions_by_day ON sessions (day)",
)


def m005_sessions(db: Database) -> None:
    """Make the table of sessions."""
    for statement in STATEMENTS:
        db.execute(statement)
