"""What a search asks the library itself: which issues there are, and which articles carry notes."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from zbreader.model.issue import Article
from zbreader.store.cells import marks, names_from_cell, portions

# Joined by SQLite, which takes them as the inner question gives them, rather than paragraph by paragraph here.
_TEXT = (
    ", coalesce((SELECT group_concat(text, char(10)) FROM"
    " (SELECT text FROM paragraphs WHERE article = articles.key ORDER BY position)), '')"
)


@dataclass(frozen=True, slots=True)
class LiveIssue:
    """An issue that stands in the library. Its content never changes; a newer import of it has another stamp."""

    key: int
    id: str
    stamp: str
    title: str
    year: int | None
    number: int | None
    order: tuple[int, int, str]  # larger is newer; 上半月 sorts before 下半月 by code point


class Head(NamedTuple):
    """An article without its paragraphs, and the id of its issue: the cells as they stand in the library."""

    key: int
    issue_id: str
    id: str
    title: str
    column: str | None
    group: str | None
    kicker: str | None
    subtitle: str | None
    authors: str  # a JSON array
    author_note: str | None
    text: str = ""  # as `Article.text`, where it was asked for

    @property
    def article(self) -> Article:
        """The same as an article without its paragraphs."""
        names = names_from_cell(self.authors)
        return Article(
            self.id, self.title, self.column, self.group, self.kicker, self.subtitle, names, self.author_note
        )


def live_issues(connection: sqlite3.Connection) -> list[LiveIssue]:
    """Every live issue."""
    rows = connection.execute("SELECT key, id, imported, title, year, number, half FROM issues WHERE removed IS NULL")
    return [
        # Keys are used again after a purge, ids after a newer import: the moment of the import tells them apart.
        LiveIssue(key, id_, f"{key} {id_} {imported}", title, year, number, (year or 0, number or 0, half or ""))
        for key, id_, imported, title, year, number, half in rows
    ]


def heads(connection: sqlite3.Connection, article_ids: Sequence[str], *, with_texts: bool = False) -> dict[str, Head]:
    """Those of ARTICLE_IDS that stand in a live issue, by id."""
    rows: list[tuple[Any, ...]] = []
    for part in portions(article_ids):
        rows += connection.execute(
            'SELECT articles.key, issues.id, articles.id, articles.title, "column", "group", kicker, subtitle, authors,'
            f" author_note{_TEXT if with_texts else ''}"
            " FROM articles JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
            f" WHERE articles.id IN ({marks(part)})",
            part,
        )
    return {row[2]: Head(*row) for row in rows}


def version(connection: sqlite3.Connection) -> tuple[int, int]:
    """Two numbers of which one changes whenever the library does; they mean nothing to another connection."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0]), connection.total_changes


@dataclass(frozen=True, slots=True)
class NoteText:
    """What can be sought in one annotation, and what is shown of it."""

    id: str
    issue_id: str
    article_id: str
    issue_label: str
    article_title: str
    creator: str
    quote: str
    note: str
    tags: tuple[str, ...]


def notes_stamp(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Something that differs when annotations were added, edited or deleted, or their people renamed."""
    row = connection.execute(
        "SELECT count(*), max(key), sum(revision), sum(deleted), max(modified),"
        " (SELECT count(*) + total(revision) FROM people) FROM annotations"
    ).fetchone()
    return tuple(row)


def note_texts(connection: sqlite3.Connection) -> list[NoteText]:
    """Every annotation that is not deleted, the one that was edited last first."""
    tags: dict[int, list[str]] = {}
    for key, tag in connection.execute("SELECT annotation, tag FROM annotation_tags ORDER BY annotation, position"):
        tags.setdefault(key, []).append(tag)
    rows = connection.execute(
        "SELECT key, annotations.id, issue_id, article_id, issue_label, article_title, coalesce(name, creator),"
        " coalesce(exact, ''), coalesce(note, '') FROM annotations LEFT JOIN people ON people.id = creator_id"
        " WHERE NOT deleted ORDER BY modified DESC, annotations.id"
    )
    return [
        NoteText(id_, issue, article, label, title, creator, quote, note, tuple(tags.get(key, ())))
        for key, id_, issue, article, label, title, creator, quote, note in rows
    ]


def noted_articles(connection: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Pairs of an article's id and a tag of one of its annotations; None for an annotation without tags."""
    return connection.execute(
        "SELECT DISTINCT annotations.article_id, annotation_tags.tag FROM annotations"
        " LEFT JOIN annotation_tags ON annotation_tags.annotation = annotations.key WHERE NOT annotations.deleted"
    ).fetchall()


@dataclass(frozen=True, slots=True)
class Names:
    """What things are called in the library: each name once, the newest issues' first."""

    titles: tuple[str, ...]
    columns: tuple[str, ...]
    authors: tuple[str, ...]
    tags: tuple[str, ...]


def names(connection: sqlite3.Connection) -> Names:
    """Headlines, columns and groups, authors of all live articles; tags in use."""
    rows = connection.execute(
        'SELECT articles.title, articles."column", articles."group", authors FROM articles'
        " JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
        " ORDER BY issues.year DESC, issues.number DESC, issues.key, articles.position"
    ).fetchall()
    tags = connection.execute("SELECT DISTINCT tag FROM annotation_tags ORDER BY tag").fetchall()
    authors = (name for cell in dict.fromkeys(row[3] for row in rows) for name in names_from_cell(cell))
    return Names(
        tuple(dict.fromkeys(row[0] for row in rows)),
        tuple(dict.fromkeys(name for row in rows for name in row[1:3] if name)),
        tuple(dict.fromkeys(authors)),
        tuple(tag for (tag,) in tags),
    )
