"""Reading places: how far each article was read."""

from __future__ import annotations

import sqlite3


def get(connection: sqlite3.Connection, article_id: str) -> float:
    """How far the article was read, 0..1; 0 when it never was."""
    row = connection.execute("SELECT fraction FROM places WHERE article_id = ?", (article_id,)).fetchone()
    return 0.0 if row is None else float(row[0])


def put(connection: sqlite3.Connection, article_id: str, fraction: float, modified: str) -> None:
    """Remember FRACTION (0..1) for the article. modified: ISO 8601, UTC."""
    connection.execute(
        "INSERT INTO places (article_id, fraction, modified) VALUES (?, ?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET fraction = excluded.fraction, modified = excluded.modified",
        (article_id, fraction, modified),
    )


def last_read(connection: sqlite3.Connection) -> str | None:
    """Id of the live article that was read last, or None."""
    row = connection.execute(
        "SELECT places.article_id FROM places JOIN articles ON articles.id = places.article_id"
        " JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
        " ORDER BY places.modified DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])
