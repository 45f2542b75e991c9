"""People: who made the notes, as they were last described, and who of them writes at this machine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from zbreader.model.person import Person
from zbreader.store.cells import marks, portions

_FIELDS = 'id, name, "group", revision'


def get(connection: sqlite3.Connection, person_id: str) -> Person | None:
    """The person of this id, or None."""
    found = get_many(connection, [person_id])
    return found[0] if found else None


def get_many(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Person]:
    """Those people of IDS that are known, in no particular order."""
    found: list[Person] = []
    for part in portions(sorted(set(ids))):
        rows = connection.execute(f"SELECT {_FIELDS} FROM people WHERE id IN ({marks(part)})", part)
        found += map(_person, rows)
    return found


def all_of_them(connection: sqlite3.Connection) -> list[Person]:
    """Everyone who is known, by name."""
    return [_person(row) for row in connection.execute(f"SELECT {_FIELDS} FROM people ORDER BY name, id")]


def here(connection: sqlite3.Connection) -> list[Person]:
    """Those who write at this machine, by name."""
    return [_person(row) for row in connection.execute(f"SELECT {_FIELDS} FROM people WHERE here ORDER BY name, id")]


def put(connection: sqlite3.Connection, people: Iterable[Person]) -> None:
    """Describe PEOPLE so; whether they write here stays."""
    connection.executemany(
        f"INSERT INTO people ({_FIELDS}, here) VALUES (?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE"
        ' SET name = excluded.name, "group" = excluded."group", revision = excluded.revision',
        ((person.id, person.name, person.group, person.revision) for person in people),
    )


def set_here(connection: sqlite3.Connection, person_id: str, is_here: bool) -> None:
    """Say whether a known person writes at this machine."""
    connection.execute("UPDATE people SET here = ? WHERE id = ?", (int(is_here), person_id))


def forget(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take people out; their notes are called what stands on them. Only for undoing that they came from elsewhere."""
    connection.executemany("DELETE FROM people WHERE id = ?", ((id_,) for id_ in ids))


def note_ids(connection: sqlite3.Connection, person_id: str) -> list[str]:
    """Ids of a person's annotations."""
    rows = connection.execute("SELECT id FROM annotations WHERE creator_id = ?", (person_id,))
    return [str(row[0]) for row in rows]


def _person(row: tuple[Any, ...]) -> Person:
    return Person(*row)
