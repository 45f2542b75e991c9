"""Reading places: where the reader is in each article, and how far it was read at the furthest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from zbreader.store.cells import marks, portions

State = tuple[float, float]  # where the reader is and how far it was read at the furthest, 0..1
UNREAD: State = (0.0, 0.0)


def get(connection: sqlite3.Connection, article_id: str) -> float:
    """How far the article was read, 0..1; 0 when it never was."""
    row = connection.execute("SELECT fraction FROM places WHERE article_id = ?", (article_id,)).fetchone()
    return 0.0 if row is None else float(row[0])


def put(connection: sqlite3.Connection, article_id: str, fraction: float, modified: str) -> None:
    """Remember FRACTION (0..1) for the article; what was read further stays read. modified: ISO 8601, UTC."""
    connection.execute(
        "INSERT INTO places (article_id, fraction, furthest, modified) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET fraction = excluded.fraction,"
        " furthest = max(furthest, excluded.furthest), modified = excluded.modified",
        (article_id, fraction, fraction, modified),
    )


def states(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, State]:
    """The states of articles; UNREAD for those that never lay open."""
    wanted = list(article_ids)
    found = dict.fromkeys(wanted, UNREAD)
    for part in portions(wanted):
        query = f"SELECT article_id, fraction, furthest FROM places WHERE article_id IN ({marks(part)})"
        found.update({row[0]: (float(row[1]), float(row[2])) for row in connection.execute(query, part)})
    return found


def set_states(connection: sqlite3.Connection, wanted: Mapping[str, State], modified: str) -> None:
    """Give articles these states. modified: ISO 8601, UTC."""
    connection.executemany(
        "INSERT INTO places (article_id, fraction, furthest, modified) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET fraction = excluded.fraction, furthest = excluded.furthest",
        [(article_id, fraction, furthest, modified) for article_id, (fraction, furthest) in wanted.items()],
    )


def copy(connection: sqlite3.Connection, article_id: str, other_id: str) -> None:
    """Let another article stand where ARTICLE_ID does, unless it was read itself."""
    connection.execute(
        "INSERT INTO places (article_id, fraction, furthest, modified)"
        " SELECT ?, fraction, furthest, modified FROM places WHERE article_id = ? ON CONFLICT (article_id) DO NOTHING",
        (other_id, article_id),
    )


def last_read(connection: sqlite3.Connection) -> str | None:
    """Id of the live article that was read last, or None."""
    row = connection.execute(
        "SELECT places.article_id FROM places JOIN articles ON articles.id = places.article_id"
        " JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
        " ORDER BY places.modified DESC LIMIT 1"
    ).fetchone()
    return None if row is None else str(row[0])
