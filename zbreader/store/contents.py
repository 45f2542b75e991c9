"""What a library's file holds, told without reading its texts: counts, a stamp, and how it differs from another."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from zbreader.store import enclosed
from zbreader.store.errors import said_kindly
from zbreader.store.migrating import refuse_strangers

# A place where somebody stopped reading is no reason for another copy of everything.
_NOT_COUNTED = ("places", enclosed.TABLE)
# What changes when a row is written again, by the name of the field.
_TELLING = {
    "modified": "max({})",
    "removed": "count({0}) || '/' || max({0})",
    "revision": "sum({})",
    "deleted": "sum({})",
}


@dataclass(frozen=True, slots=True)
class Counts:
    """Live issues, live annotations, and the last moment (ISO 8601) at which an annotation was changed, or ""."""

    issues: int
    notes: int
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """What another file has that this library has not, what it lacks, and annotations that differ in both."""

    issues_back: tuple[str, ...]  # titles that would come
    issues_gone: tuple[str, ...]  # titles that would go
    notes_back: int
    notes_gone: int
    notes_other: int


@dataclass(frozen=True, slots=True)
class State:
    """By id, something that is another when the issue (its key) or the annotation (its last change) is another."""

    issues: dict[str, object]
    annotations: dict[str, object]


def state(connection: sqlite3.Connection) -> State:
    """The state of the open file."""
    issues = connection.execute("SELECT id, key FROM issues WHERE removed IS NULL")
    annotations = connection.execute("SELECT id, modified || '/' || revision || '/' || deleted FROM annotations")
    return State({str(id_): key for id_, key in issues}, {str(id_): told for id_, told in annotations})


def counts(connection: sqlite3.Connection) -> Counts:
    """Counts of the open file."""
    (issues,) = connection.execute("SELECT count(*) FROM issues WHERE removed IS NULL").fetchone()
    notes, modified = connection.execute("SELECT count(*), max(modified) FROM annotations WHERE NOT deleted").fetchone()
    return Counts(int(issues), int(notes), str(modified or ""))


def has_anything(connection: sqlite3.Connection) -> bool:
    """Whether the open file holds an issue, an annotation or a tombstone of either."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM issues) OR EXISTS (SELECT 1 FROM annotations)"
    ).fetchone()
    return bool(found)


def stamp(connection: sqlite3.Connection) -> str:
    """A short text that is another after anything worth keeping was changed; the same schema gives comparable ones."""
    told = hashlib.sha256()
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        if table in _NOT_COUNTED or table.startswith("sqlite_"):
            continue
        fields = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        asked = ["count(*)", *(_TELLING[name].format(f'"{name}"') for name in fields if name in _TELLING)]
        if "key" in fields:
            asked.append("max(key)")
        row = connection.execute(f'SELECT {", ".join(asked)} FROM "{table}"').fetchone()
        told.update(repr((table, *row)).encode())
    return told.hexdigest()[:32]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The file PATH, only for reading and without leaving anything beside it.

    Raises KnownError when it is no library, broken, or one of a newer zbreader.
    """
    with said_kindly(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as connection:
        refuse_strangers(connection, path)
        yield connection


def difference(connection: sqlite3.Connection, other: sqlite3.Connection) -> Difference:
    """What would be another if the file OTHER took the place of CONNECTION's."""
    here, there = _issues(connection), _issues(other)
    mine, theirs = _notes(connection), _notes(other)
    return Difference(
        tuple(title for id_, title in there.items() if id_ not in here),
        tuple(title for id_, title in here.items() if id_ not in there),
        len(theirs.keys() - mine.keys()),
        len(mine.keys() - theirs.keys()),
        sum(mine[id_] != theirs[id_] for id_ in mine.keys() & theirs.keys()),
    )


def _issues(connection: sqlite3.Connection) -> dict[str, str]:
    rows = connection.execute("SELECT id, title FROM issues WHERE removed IS NULL ORDER BY year, number, half")
    return {str(id_): str(title) for id_, title in rows}


def _notes(connection: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    rows = connection.execute("SELECT id, modified, revision, note FROM annotations WHERE NOT deleted")
    return {str(row[0]): row[1:] for row in rows}
