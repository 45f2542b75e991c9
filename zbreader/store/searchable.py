"""What a search asks the library itself: which issues there are, and which articles carry notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from zbreader.model.issue import Article
from zbreader.store.cells import names_from_cell

_MANY = 500  # parameters in one statement; SQLite before 3.32 allows 999


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


def heads(connection: sqlite3.Connection, article_ids: Sequence[str]) -> dict[str, Article]:
    """Those of ARTICLE_IDS that stand in a live issue, without their paragraphs."""
    wanted = list(article_ids)
    rows = []
    for at in range(0, len(wanted), _MANY):
        part = wanted[at : at + _MANY]
        rows += connection.execute(
            'SELECT articles.id, articles.title, "column", "group", kicker, subtitle, authors, author_note'
            " FROM articles JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
            f" WHERE articles.id IN ({','.join('?' * len(part))})",
            part,
        ).fetchall()
    return {
        id_: Article(id_, title, column, group, kicker, subtitle, names_from_cell(authors), note)
        for id_, title, column, group, kicker, subtitle, authors, note in rows
    }


def noted_articles(connection: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Pairs of an article's id and a tag of one of its annotations; None for an annotation without tags."""
    return connection.execute(
        "SELECT DISTINCT annotations.article_id, annotation_tags.tag FROM annotations"
        " LEFT JOIN annotation_tags ON annotation_tags.annotation = annotations.key WHERE NOT annotations.deleted"
    ).fetchall()
