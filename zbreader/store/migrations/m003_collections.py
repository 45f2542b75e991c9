"""Version 3: collections of notes in an order of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    """
    CREATE TABLE collections (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        created TEXT NOT NULL,
        modified TEXT NOT NULL
    )
    """,
    # Annotations by id and without a foreign key: one that an undone merge took away comes back to its place.
    """
    CREATE TABLE collected (
        collection INTEGER NOT NULL REFERENCES collections (key) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        annotation_id TEXT NOT NULL,
        PRIMARY KEY (collection, position)
    ) WITHOUT ROWID
    """,
    "CREATE UNIQUE INDEX collected_once ON collected (collection, annotation_id)",
)


def m003_collections(db: Database) -> None:
    """Make the tables of collections."""
    for statement in STATEMENTS:
        db.execute(statement)
