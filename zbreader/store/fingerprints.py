"""Fingerprints of the articles that notes from elsewhere are about, as those they came from had them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from zbreader.store.cells import json_to_cell

Place = tuple[str, str]  # issue id, article id


def put(connection: sqlite3.Connection, found: Mapping[Place, str]) -> None:
    """Remember the fingerprints of articles."""
    connection.executemany(
        "INSERT OR REPLACE INTO fingerprints (issue_id, article_id, fingerprint) VALUES (?, ?, ?)",
        ((*place, fingerprint) for place, fingerprint in found.items()),
    )


def get(connection: sqlite3.Connection, places: Iterable[Place]) -> dict[Place, str]:
    """Those that are known."""
    found = {}
    for place in places:
        row = connection.execute(
            "SELECT fingerprint FROM fingerprints WHERE issue_id = ? AND article_id = ?", place
        ).fetchone()
        if row is not None:
            found[place] = str(row[0])
    return found


def of_articles(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """Those that are known of articles by their own ids alone."""
    query = "SELECT article_id, fingerprint FROM fingerprints WHERE article_id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json_to_cell(sorted(article_ids)),)).fetchall())


def places_with(connection: sqlite3.Connection, words: str) -> list[Place]:
    """The articles in the library in one paragraph of which WORDS stand as they are."""
    return connection.execute(
        "SELECT DISTINCT issues.id, articles.id FROM paragraphs JOIN articles ON articles.key = paragraphs.article"
        " JOIN issues ON issues.key = articles.issue WHERE issues.removed IS NULL AND instr(paragraphs.text, ?)",
        (words,),
    ).fetchall()


def places_titled(connection: sqlite3.Connection, title: str) -> list[Place]:
    """The articles in the library with this headline."""
    return connection.execute(
        "SELECT issues.id, articles.id FROM articles JOIN issues ON issues.key = articles.issue"
        " WHERE issues.removed IS NULL AND articles.title = ?",
        (title,),
    ).fetchall()
