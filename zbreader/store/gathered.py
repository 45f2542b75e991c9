"""Which files of a shared folder were read, so that they are not read again until they change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple


class GatheredFile(NamedTuple):
    """A file as it was when it was read. modified: nanoseconds, as the file's disk says."""

    name: str
    size: int
    modified: int
    sha256: str


def files(connection: sqlite3.Connection, folder: str) -> dict[str, GatheredFile]:
    """The files of FOLDER that were read, by name."""
    rows = connection.execute("SELECT name, size, modified, sha256 FROM gathered_files WHERE folder = ?", (folder,))
    return {row[0]: GatheredFile(*row) for row in rows}


def put(connection: sqlite3.Connection, folder: str, read: Iterable[GatheredFile]) -> None:
    """Remember that files of FOLDER were read."""
    connection.executemany(
        "INSERT OR REPLACE INTO gathered_files (folder, name, size, modified, sha256) VALUES (?, ?, ?, ?, ?)",
        ((folder, *file) for file in read),
    )


def forget(connection: sqlite3.Connection, folder: str) -> None:
    """Read all files of FOLDER again next time."""
    connection.execute("DELETE FROM gathered_files WHERE folder = ?", (folder,))
