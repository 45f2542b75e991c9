"""Breaking the file of a library where it hurts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def break_pages_of(path: Path, *tables: str) -> None:
    """Overwrite the root pages of tables (or the first page, for "")."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))
    data = bytearray(path.read_bytes())
    for table in tables:
        page = roots[table] if table else 1
        data[(page - 1) * PAGE : page * PAGE] = b"\xa5" * PAGE
    path.write_bytes(bytes(data))
