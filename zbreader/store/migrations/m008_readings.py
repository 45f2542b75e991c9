"""Version 8: which articles other people said that they have read to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Articles are named without a foreign key, as the person's own library names them: their issue may come later.
STATEMENT = """
    CREATE TABLE readings (
        person_id TEXT NOT NULL,
        issue_id TEXT NOT NULL,
        article_id TEXT NOT NULL,
        PRIMARY KEY (person_id, issue_id, article_id)
    ) WITHOUT ROWID
"""


def m008_readings(db: Database) -> None:
    """Make the table."""
    db.execute(STATEMENT)
