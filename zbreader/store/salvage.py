"""A new library out of a damaged file: every row that can still be read, notes first (as SQLite's recovery does it).

A row belongs to the table whose root leads to its page; where the way there is lost (the table of tables may be the
page that is broken), to the table whose fields it fits. Of two with one identity the one that was changed last counts.
What is found waits in a file beside the new library: the memory that this takes does not grow with what there is.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.store import pages
from zbreader.store.cells import marks
from zbreader.store.database import Database
from zbreader.store.errors import said_kindly
from zbreader.store.pages import Row, Value
from zbreader.store.sources import Source

# What the reader of a row would stumble over.
_ALLOWED: dict[tuple[str, str], frozenset[str]] = {
    ("annotations", "style"): frozenset(style.value for style in MarkStyle),
    ("annotations", "color"): frozenset(color.value for color in HighlightColor),
}
# Where two tables have the same shape: the one whose texts look like this is asked first.
_PATTERNS = {("collected", "annotation_id"): re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")}
# Tables without rowids look like indexes; these are known by what stands in them.
_TOLD_APART = ("annotation_tags", "collected")
_FIRST = ("annotations", "annotation_tags", "corrections", "issues", "sources", "articles")
_KNOWN_BY_ID = ("annotations", "corrections")  # the others by their key: a removed issue has the id of its successor
_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "REAL": (float, int), "TEXT": (str,), "BLOB": (bytes,)}


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was found: annotations (deleted ones too), and issues."""

    annotations: int
    issues: int


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    types: tuple[type, ...]
    is_needed: bool
    is_key: bool  # the rowid's other name: it is NULL in the record
    in_key: int  # place in the primary key, 0: not in it
    has_default: bool


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    fields: tuple[_Field, ...]
    has_rowid: bool

    def takes(self, row: Row) -> dict[str, Value] | None:
        """ROW as values by field; None when it cannot be a row of this table."""
        if self.has_rowid != (row.rowid is not None) or len(row.values) > len(self.fields):
            return None
        taken: dict[str, Value] = {}
        for place, field in enumerate(self.fields):
            if place >= len(row.values):
                if field.is_needed and not field.has_default:  # later versions' fields are missing in old rows
                    return None
                continue
            value = row.values[place]
            if field.is_key:
                if value is not None:
                    return None
                value = row.rowid
            elif not self._fits(field, value):
                return None
            taken[field.name] = value
        return taken

    def _fits(self, field: _Field, value: Value) -> bool:
        if value is None:
            return not field.is_needed
        if not isinstance(value, field.types):
            return False
        pattern = _PATTERNS.get((self.name, field.name))
        if pattern is not None and not (isinstance(value, str) and pattern.fullmatch(value)):
            return False
        allowed = _ALLOWED.get((self.name, field.name))
        return allowed is None or value in allowed


def salvage(
    damaged: Path,
    target: Path,
    report: Callable[[int, int], None] = lambda _done, _total: None,
    homeless: Callable[[Source], None] = lambda _source: None,
) -> Salvaged:
    """Fill the new library TARGET with what the file DAMAGED (and the log beside it) still holds.

    report: told pages done and pages there are; homeless: given each source that is whole and whose issue was lost,
    one at a time. DAMAGED is only read. Raises OSError, KnownError for TARGET.
    """
    Database(target).close()
    waiting = target.with_name(f".{target.name}.rows")
    try:
        with said_kindly(target), closing(sqlite3.connect(target, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            found = _Found(connection, waiting)
            connection.execute("BEGIN")
            tables = _tables(connection)
            for table in tables:
                found.expect(table)
            _gather(damaged, tables, found, report)
            for table in tables:
                _put(connection, table, found.rows(table))
            for source in _homeless(connection):
                homeless(source)
            _drop_what_points_nowhere(connection)
            (annotations,) = connection.execute("SELECT count(*) FROM annotations").fetchone()
            (issues,) = connection.execute("SELECT count(*) FROM issues WHERE removed IS NULL").fetchone()
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        waiting.unlink(missing_ok=True)
    return Salvaged(int(annotations), int(issues))


class _Found:
    """By table, the best row of each identity, in the order in which the identities were met; kept in a file."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        connection.execute("ATTACH ? AS found", (str(path),))
        connection.execute("PRAGMA found.journal_mode = OFF")
        connection.execute("PRAGMA found.synchronous = OFF")

    def expect(self, table: _Table) -> None:
        """Make room for the rows of a table. given: how many fields the row has, for later ones may be missing."""
        fields = ", ".join(f'"_{field.name}"' for field in table.fields)
        self._connection.execute(
            f'CREATE TABLE found."{table.name}"'
            f" (identity TEXT UNIQUE, revision INTEGER, modified TEXT, given INTEGER, {fields})"
        )

    def offer(self, table: _Table, taken: dict[str, Value], row: Row) -> None:
        """Keep a row unless a later or an equal one of its identity is kept."""
        names = ["identity", "revision", "modified", "given", *(f"_{name}" for name in taken)]
        told = ", ".join(f'"{name}"' for name in names)
        new = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        self._connection.execute(
            f'INSERT INTO found."{table.name}" ({told}) VALUES ({marks(names)}) ON CONFLICT (identity) DO UPDATE'
            f" SET {new} WHERE (excluded.revision, excluded.modified) > (revision, modified)",
            (repr(_identity(table, taken, row)), *_age(taken), len(taken), *taken.values()),
        )

    def rows(self, table: _Table) -> Iterator[dict[str, Value]]:
        """The rows that are kept."""
        names = [field.name for field in table.fields]
        told = ", ".join(f'"_{name}"' for name in names)
        for given, *values in self._connection.execute(
            f'SELECT given, {told} FROM found."{table.name}" ORDER BY rowid'
        ):
            yield dict(zip(names[:given], values, strict=False))


def _gather(damaged: Path, tables: Iterable[_Table], found: _Found, report: Callable[[int, int], None]) -> None:
    """Offer every row that can be read to FOUND."""
    guessed = sorted(
        (table for table in tables if table.has_rowid or table.name in _TOLD_APART),
        key=lambda table: table.name not in {name for name, _field in _PATTERNS},
    )
    by_name = {table.name: table for table in tables}
    with pages.opened(damaged) as content:
        owners, told = content.owners(), 0
        for row in content.rows():
            if row.page >= told:
                report(row.page, content.count)
                told = row.page + 256
            owner = owners.get(row.page)
            if owner is not None and owner not in by_name and row.rowid is None:
                continue  # an index
            first = [by_name[owner]] if owner in by_name else []
            for table in (*first, *guessed):
                taken = table.takes(row)
                if taken is not None:
                    found.offer(table, taken, row)
                    break


def _identity(table: _Table, taken: dict[str, Value], row: Row) -> tuple[Value, ...]:
    key = sorted((field.in_key, field.name) for field in table.fields if field.in_key)
    if table.name in _KNOWN_BY_ID:
        return (taken["id"],)
    return tuple(taken.get(name) for _place, name in key) or (row.rowid,)


def _age(taken: dict[str, Value]) -> tuple[int, str]:
    revision, modified = taken.get("revision"), taken.get("modified")
    return revision if isinstance(revision, int) else 0, modified if isinstance(modified, str) else ""


def _put(connection: sqlite3.Connection, table: _Table, rows: Iterable[dict[str, Value]]) -> None:
    for row in rows:
        # One that stands against a rule (two live issues of one id) is not worth all the others.
        if not _inserted(connection, table.name, row) and table.name in _KNOWN_BY_ID:
            # What was freed long ago may have left its number behind; the note is what counts.
            _inserted(connection, table.name, {name: value for name, value in row.items() if name != "key"})


def _inserted(connection: sqlite3.Connection, table: str, row: dict[str, Value]) -> bool:
    names = ", ".join(f'"{name}"' for name in row)
    done = connection.execute(
        f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({", ".join("?" * len(row))})', tuple(row.values())
    )
    return done.rowcount == 1


def _tables(connection: sqlite3.Connection) -> list[_Table]:
    """The tables of this schema, in the order in which their rows are put back."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*sqlite_*'")
    found = []
    for name, sql in rows.fetchall():
        has_rowid = "WITHOUT ROWID" not in str(sql).upper()
        described = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
        fields = [
            _Field(
                field,
                _KINDS.get(str(kind).upper(), (int, float, str, bytes)),
                bool(needed),
                has_rowid
                and in_key == 1
                and str(kind).upper() == "INTEGER"
                and sum(bool(r[5]) for r in described) == 1,
                int(in_key),
                default is not None,
            )
            for _number, field, kind, needed, default, in_key in described
        ]
        if not has_rowid:
            # As it stands in the file: the key first.
            fields = [
                *sorted((f for f in fields if f.in_key), key=lambda f: f.in_key),
                *(f for f in fields if not f.in_key),
            ]
        found.append(_Table(str(name), tuple(fields), has_rowid))
    order = {name: place for place, name in enumerate(_FIRST)}
    return sorted(found, key=lambda table: order.get(table.name, len(order)))


def _homeless(connection: sqlite3.Connection) -> Iterator[Source]:
    """The sources that are whole and whose issue was lost."""
    rows = connection.execute("SELECT name, data, sha256 FROM sources WHERE issue NOT IN (SELECT key FROM issues)")
    for name, data, sha256 in rows:
        try:
            given = zlib.decompress(data)
        except zlib.error:
            continue
        if hashlib.sha256(given).hexdigest() == sha256:
            yield Source(str(name), given, str(sha256))


def _drop_what_points_nowhere(connection: sqlite3.Connection) -> None:
    """Delete rows whose issue, article or annotation is lost, until none is left."""
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table in sorted({str(row[0]) for row in broken}):
            for key in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
                _number, _place, parent, child_field, parent_field, *_rest = key
                connection.execute(
                    f'DELETE FROM "{table}" WHERE "{child_field}" NOT IN (SELECT "{parent_field}" FROM "{parent}")'
                )
