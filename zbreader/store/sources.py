"""Sources: the files that were imported, byte for byte, never rewritten."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from dataclasses import dataclass

_LEVEL = 4  # of compression: half the time of the usual 6 for 3 % more bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was given: its name without folders, its bytes, and their SHA-256 (hexadecimal).

    encoding: what a person says of its text; None: it is told from the bytes.
    """

    name: str
    data: bytes
    sha256: str
    encoding: str | None = None


def insert(connection: sqlite3.Connection, issue: int, source: Source) -> None:
    """Keep SOURCE as that of the issue with key ISSUE."""
    connection.execute(
        "INSERT INTO sources (issue, name, sha256, data, encoding) VALUES (?, ?, ?, ?, ?)",
        (issue, source.name, source.sha256, zlib.compress(source.data, _LEVEL), source.encoding),
    )


def of_issue(connection: sqlite3.Connection, issue_id: str) -> Source | None:
    """The source of the live issue ISSUE_ID; None when the library has no such issue."""
    row = connection.execute(
        "SELECT name, data, sha256, encoding FROM sources"
        " JOIN issues ON issues.key = sources.issue WHERE issues.id = ? AND issues.removed IS NULL",
        (issue_id,),
    ).fetchone()
    return None if row is None else Source(row[0], zlib.decompress(row[1]), row[2], row[3])


def issue_with(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Id of the live issue that was imported from the file with this SHA-256, or None."""
    row = connection.execute(
        "SELECT issues.id FROM sources JOIN issues ON issues.key = sources.issue"
        " WHERE sources.sha256 = ? AND issues.removed IS NULL",
        (sha256,),
    ).fetchone()
    return None if row is None else str(row[0])


def damaged(connection: sqlite3.Connection) -> list[str]:
    """Names of the sources that no longer are what was given."""
    rows = connection.execute("SELECT name, data, sha256 FROM sources")
    return [str(name) for name, data, sha256 in rows if not _is_intact(data, sha256)]


def _is_intact(data: bytes, sha256: str) -> bool:
    try:
        return hashlib.sha256(zlib.decompress(data)).hexdigest() == sha256
    except (zlib.error, TypeError):
        return False
