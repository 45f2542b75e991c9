"""Version 2: corrections beside the sources, and the source lines of an article's head."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    # Without a foreign key: corrections belong to a source as it was given, however often it is imported or removed.
    """
    CREATE TABLE corrections (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        source_sha256 TEXT NOT NULL,
        issue_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        lines TEXT NOT NULL,
        "values" TEXT NOT NULL,
        creator TEXT NOT NULL,
        created TEXT NOT NULL,
        removed TEXT
    )
    """,
    "CREATE UNIQUE INDEX corrections_of_source ON corrections (source_sha256, position)",
    "CREATE INDEX corrections_by_issue ON corrections (issue_id)",
    "ALTER TABLE articles ADD COLUMN head TEXT NOT NULL DEFAULT '{}'",
)


def m002_corrections(db: Database) -> None:
    """Make the table of corrections and the column of heads."""
    for statement in STATEMENTS:
        db.execute(statement)
