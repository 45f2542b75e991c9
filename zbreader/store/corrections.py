"""Corrections: append-only; one that was taken back stays, marked as removed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from zbreader.model.correction import Correction
from zbreader.model.correction_fields import from_fields, to_fields
from zbreader.store.cells import json_to_cell, lines_from_cell, lines_to_cell, marks, portions

_FIELDS = 'id, kind, lines, "values", creator, created'


def add(connection: sqlite3.Connection, source_sha256: str, issue_id: str, corrections: Sequence[Correction]) -> None:
    """Append CORRECTIONS to those of a source; one whose id is known comes back instead, at its old place.

    issue_id: the issue that was made of the source, by which it is known that an issue has corrections to another one.
    """
    first = connection.execute(
        "SELECT coalesce(max(position), -1) + 1 FROM corrections WHERE source_sha256 = ?", (source_sha256,)
    ).fetchone()[0]
    connection.executemany(
        'INSERT INTO corrections (source_sha256, issue_id, position, id, kind, lines, "values", creator, created)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET removed = NULL WHERE source_sha256 = excluded.source_sha256",
        ((source_sha256, issue_id, first + at, *_row(correction)) for at, correction in enumerate(corrections)),
    )


def of_source(connection: sqlite3.Connection, source_sha256: str) -> list[Correction]:
    """The corrections to a source that count, in the order in which they were made."""
    rows = connection.execute(
        f"SELECT {_FIELDS} FROM corrections WHERE source_sha256 = ? AND removed IS NULL ORDER BY position",
        (source_sha256,),
    )
    return [correction for row in rows if (correction := _correction(row)) is not None]


def elsewhere(connection: sqlite3.Connection, issue_id: str, source_sha256: str) -> int:
    """How many corrections that count were made to other sources of an issue than this one."""
    row = connection.execute(
        "SELECT count(*) FROM corrections WHERE issue_id = ? AND source_sha256 <> ? AND removed IS NULL",
        (issue_id, source_sha256),
    ).fetchone()
    return int(row[0])


def known(connection: sqlite3.Connection, ids: Sequence[str]) -> set[str]:
    """Those of IDS that the library has, taken back or not."""
    found: set[str] = set()
    for part in portions(ids):
        rows = connection.execute(f"SELECT id FROM corrections WHERE id IN ({marks(part)})", part)
        found |= {str(row[0]) for row in rows}
    return found


def set_removed(connection: sqlite3.Connection, ids: Iterable[str], removed: str | None) -> None:
    """Take corrections back (removed: ISO 8601, UTC) or let them count again (None)."""
    connection.executemany("UPDATE corrections SET removed = ? WHERE id = ?", ((removed, id_) for id_ in ids))


def _row(correction: Correction) -> tuple[object, ...]:
    change = correction.change
    values = {name: value for name, value in to_fields(change).items() if name != "lines"}
    lines = lines_to_cell(change.lines)
    return (correction.id, change.name, lines, json_to_cell(values), correction.creator, correction.created)


def _correction(row: tuple[Any, ...]) -> Correction | None:
    id_, kind, lines, values, creator, created = row
    try:
        change = from_fields(kind, {**json.loads(values), "lines": list(lines_from_cell(lines))})
    except ValueError:
        # Skipping: a kind of correction that another version of the program wrote; it stays in the file.
        return None
    return Correction(id_, change, creator, created)
