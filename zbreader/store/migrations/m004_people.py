"""Version 4: people with an id of their own, what was handed over and gathered, and other programs' annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

STATEMENTS = (
    "ALTER TABLE annotations ADD COLUMN creator_id TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE annotations ADD COLUMN original TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX annotations_by_creator ON annotations (creator_id)",
    # Annotations name people without a foreign key: a note may come before anybody said who made it.
    """
    CREATE TABLE people (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        "group" TEXT NOT NULL,
        revision INTEGER NOT NULL,
        here INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE handed_over (
        annotation_id TEXT PRIMARY KEY,
        revision INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE gathered_files (
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        PRIMARY KEY (folder, name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE fingerprints (
        issue_id TEXT NOT NULL,
        article_id TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        PRIMARY KEY (issue_id, article_id)
    ) WITHOUT ROWID
    """,
)


def m004_people(db: Database) -> None:
    """Make the new columns and tables; whoever had only a name is a person whose id is made of it."""
    from zbreader.model.person import person_key  # Here, because every start reads this file.

    for statement in STATEMENTS:
        db.execute(statement)
    names = [row[0] for row in db.execute("SELECT DISTINCT creator FROM annotations WHERE creator <> ''").fetchall()]
    for name in names:
        db.execute("UPDATE annotations SET creator_id = ? WHERE creator = ?", (person_key("", name), name))
