"""Sources: the text of a file as it was imported, line by line, never rewritten."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from dataclasses import dataclass

from zbreader.model.source import SourceDocument, SourceLine
from zbreader.store.cells import json_to_cell


@dataclass(frozen=True, slots=True)
class Source:
    """A source document and the SHA-256 (hexadecimal) of the file it was read from."""

    document: SourceDocument
    sha256: str


def insert(connection: sqlite3.Connection, issue: int, source: Source) -> None:
    """Keep SOURCE as that of the issue with key ISSUE."""
    snapshot = _packed(source.document.lines)
    connection.execute(
        "INSERT INTO sources (issue, name, sha256, encoding, encoding_confidence, snapshot, snapshot_sha256)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            issue,
            source.document.name,
            source.sha256,
            source.document.encoding,
            source.document.encoding_confidence,
            zlib.compress(snapshot),
            hashlib.sha256(snapshot).hexdigest(),
        ),
    )


def of_issue(connection: sqlite3.Connection, issue_id: str) -> Source | None:
    """The source of the live issue ISSUE_ID; None when the library has no such issue."""
    row = connection.execute(
        "SELECT name, sha256, encoding, encoding_confidence, snapshot FROM sources"
        " JOIN issues ON issues.key = sources.issue WHERE issues.id = ? AND issues.removed IS NULL",
        (issue_id,),
    ).fetchone()
    if row is None:
        return None
    name, sha256, encoding, confidence, snapshot = row
    return Source(SourceDocument(name, _unpacked(zlib.decompress(snapshot)), encoding, confidence), sha256)


def issue_with(connection: sqlite3.Connection, sha256: str) -> str | None:
    """Id of the live issue that was imported from the file with this SHA-256, or None."""
    row = connection.execute(
        "SELECT issues.id FROM sources JOIN issues ON issues.key = sources.issue"
        " WHERE sources.sha256 = ? AND issues.removed IS NULL",
        (sha256,),
    ).fetchone()
    return None if row is None else str(row[0])


def damaged(connection: sqlite3.Connection) -> list[str]:
    """File names of the sources whose snapshot no longer is what was stored."""
    names = []
    for name, snapshot, sha256 in connection.execute("SELECT name, snapshot, snapshot_sha256 FROM sources"):
        try:
            intact = hashlib.sha256(zlib.decompress(snapshot)).hexdigest() == sha256
        except (zlib.error, TypeError):
            intact = False
        if not intact:
            names.append(str(name))
    return names


def _packed(lines: tuple[SourceLine, ...]) -> bytes:
    """One JSON array a line: [number, text], or [number, text, page, level, bold, size] where there are hints."""
    rows = []
    for line in lines:
        hints = (line.page, line.level, line.bold, line.size)
        bare = hints == (None, None, False, None)
        rows.append(json_to_cell([line.number, line.text] if bare else [line.number, line.text, *hints]))
    return "\n".join(rows).encode("utf-8", "surrogatepass")


def _unpacked(snapshot: bytes) -> tuple[SourceLine, ...]:
    text = snapshot.decode("utf-8", "surrogatepass")
    return tuple(SourceLine(*json.loads(row)) for row in text.split("\n") if row)
