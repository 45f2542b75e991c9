"""What a backup holds beside the library: small files by name, in a table that copies alone have."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

TABLE = "enclosed"
MOST_BYTES = 16 * 1024 * 1024  # of one file
_MOST_FILES = 100


def put(connection: sqlite3.Connection, files: Mapping[str, bytes]) -> None:
    """Enclose FILES in the copy that CONNECTION has open, instead of what a copy of a copy brought along."""
    with connection:
        connection.execute("BEGIN")
        drop(connection)
        connection.execute(f"CREATE TABLE {TABLE} (name TEXT PRIMARY KEY, data BLOB NOT NULL)")
        connection.executemany(f"INSERT INTO {TABLE} (name, data) VALUES (?, ?)", files.items())


def files_in(connection: sqlite3.Connection) -> dict[str, bytes]:
    """What the open file encloses; nothing where an older program made it. Whoever reads it has to doubt it."""
    if not _is_there(connection):
        return {}
    fields = [row[1] for row in connection.execute(f"PRAGMA table_info({TABLE})")]
    if fields != ["name", "data"]:
        return {}
    rows = connection.execute(
        f"SELECT name, data FROM {TABLE} WHERE typeof(name) = 'text' AND typeof(data) = 'blob'"
        f" AND length(data) <= {MOST_BYTES} LIMIT {_MOST_FILES}"
    )
    return dict(rows.fetchall())


def drop(connection: sqlite3.Connection) -> None:
    """Take it out, so that the file is a library and nothing else."""
    if _is_there(connection):
        connection.execute(f"DROP TABLE {TABLE}")


def _is_there(connection: sqlite3.Connection) -> bool:
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (TABLE,)).fetchone() is not None
