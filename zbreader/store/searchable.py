"""What a search asks the library itself: which issues there are, and which articles carry notes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LiveIssue:
    """An issue that stands in the library. Its content never changes; a newer import of it has another stamp."""

    key: int
    id: str
    stamp: str
    year: int | None
    number: int | None
    order: tuple[int, int, str]  # larger is newer; 上半月 sorts before 下半月 by code point


def live_issues(connection: sqlite3.Connection) -> list[LiveIssue]:
    """Every live issue."""
    rows = connection.execute("SELECT key, id, imported, year, number, half FROM issues WHERE removed IS NULL")
    return [
        # Keys are used again after a purge, ids after a newer import: the moment of the import tells them apart.
        LiveIssue(key, id_, f"{key} {id_} {imported}", year, number, (year or 0, number or 0, half or ""))
        for key, id_, imported, year, number, half in rows
    ]


def noted_articles(connection: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Pairs of an article's id and a tag of one of its annotations; None for an annotation without tags."""
    return connection.execute(
        "SELECT DISTINCT annotations.article_id, annotation_tags.tag FROM annotations"
        " LEFT JOIN annotation_tags ON annotation_tags.annotation = annotations.key WHERE NOT annotations.deleted"
    ).fetchall()
