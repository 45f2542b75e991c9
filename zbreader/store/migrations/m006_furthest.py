"""Version 6: how far an article was read at the furthest, for going back in it makes nothing unread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    "ALTER TABLE places ADD COLUMN furthest REAL NOT NULL DEFAULT 0",
    "UPDATE places SET furthest = fraction",
)


def m006_furthest(db: Database) -> None:
    """Add the column; so far the two were one."""
    for statement in STATEMENTS:
        db.execute(statement)
