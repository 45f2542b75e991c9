"""Collections: named lists of annotations, each kept whole."""

from __future__ import annotations

import sqlite3
from itertools import groupby
from operator import itemgetter

from zbreader.model.collection import Collection


def all_of_them(connection: sqlite3.Connection) -> list[Collection]:
    """Every collection by name, with what is in it and not deleted."""
    members = _members(connection, "1", ())
    rows = connection.execute("SELECT key, id, name FROM collections ORDER BY name, key")
    return [Collection(id_, name, members.get(key, ())) for key, id_, name in rows]


def get(connection: sqlite3.Connection, collection_id: str, *, deleted: bool = False) -> Collection | None:
    """One collection, or None. deleted: with the places of notes that were deleted or are not there now."""
    row = connection.execute("SELECT key, id, name FROM collections WHERE id = ?", (collection_id,)).fetchone()
    if row is None:
        return None
    members = _members(connection, "collection = ?", (row[0],), deleted=deleted)
    return Collection(row[1], row[2], members.get(row[0], ()))


def put(connection: sqlite3.Connection, collection: Collection, moment: str) -> None:
    """Write a collection in the place of what had its id; MOMENT is when."""
    connection.execute(
        "INSERT INTO collections (id, name, created, modified) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, modified = excluded.modified",
        (collection.id, collection.name, moment, moment),
    )
    (key,) = connection.execute("SELECT key FROM collections WHERE id = ?", (collection.id,)).fetchone()
    connection.execute("DELETE FROM collected WHERE collection = ?", (key,))
    connection.executemany(
        "INSERT INTO collected (collection, position, annotation_id) VALUES (?, ?, ?)",
        ((key, position, id_) for position, id_ in enumerate(collection.annotations)),
    )


def remove(connection: sqlite3.Connection, collection_id: str) -> None:
    """Take a collection away; its annotations stay."""
    connection.execute("DELETE FROM collections WHERE id = ?", (collection_id,))


def _members(
    connection: sqlite3.Connection, where: str, values: tuple[object, ...], *, deleted: bool = False
) -> dict[int, tuple[str, ...]]:
    alive = "" if deleted else "JOIN annotations ON annotations.id = annotation_id AND NOT annotations.deleted"
    rows = connection.execute(
        f"SELECT collection, annotation_id FROM collected {alive} WHERE {where} ORDER BY collection, position",
        values,
    )
    return {key: tuple(id_ for _, id_ in group) for key, group in groupby(rows, key=itemgetter(0))}
