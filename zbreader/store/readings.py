"""Readings: who said that they have read which articles to the end. One's own stand in `places`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from zbreader.store.cells import marks, portions


class Reading(NamedTuple):
    """That a person has read an article; issue and article as the person's own library names them."""

    person_id: str
    issue_id: str
    article_id: str


def unknown(connection: sqlite3.Connection, told: Iterable[Reading]) -> list[Reading]:
    """Those of TOLD that the library does not know yet, each once."""
    wanted = list(dict.fromkeys(told))
    people = sorted({reading.person_id for reading in wanted})
    known: set[Reading] = set()
    for part in portions(people):
        query = f"SELECT person_id, issue_id, article_id FROM readings WHERE person_id IN ({marks(part)})"
        known.update(map(Reading._make, connection.execute(query, part)))
    return [reading for reading in wanted if reading not in known]


def put(connection: sqlite3.Connection, readings: Iterable[Reading]) -> None:
    """Keep READINGS; those that are known stay as they are."""
    connection.executemany(
        "INSERT OR IGNORE INTO readings (person_id, issue_id, article_id) VALUES (?, ?, ?)", readings
    )


def forget(connection: sqlite3.Connection, readings: Iterable[Reading]) -> None:
    """Take readings out: only for undoing that they came."""
    connection.executemany("DELETE FROM readings WHERE person_id = ? AND issue_id = ? AND article_id = ?", readings)


def of_articles(connection: sqlite3.Connection, article_ids: Iterable[str]) -> list[Reading]:
    """The readings of articles by these ids."""
    found: list[Reading] = []
    for part in portions(sorted(set(article_ids))):
        query = f"SELECT person_id, issue_id, article_id FROM readings WHERE article_id IN ({marks(part)})"
        found += map(Reading._make, connection.execute(query, part))
    return found


def of_strangers(connection: sqlite3.Connection) -> list[tuple[Reading, str]]:
    """The readings of articles whose ids no article in the library has, with the fingerprints they came with."""
    rows = connection.execute(
        "SELECT readings.person_id, readings.issue_id, readings.article_id, fingerprints.fingerprint"
        " FROM readings JOIN fingerprints USING (issue_id, article_id)"
        " WHERE readings.article_id NOT IN (SELECT articles.id FROM articles"
        " JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL)"
    )
    return [(Reading(*row[:3]), str(row[3])) for row in rows]


def finished(connection: sqlite3.Connection, furthest: float) -> list[tuple[str, str]]:
    """Issue and id of the live articles that were read here as far as FURTHEST (0..1), in the order of their ids."""
    rows = connection.execute(
        "SELECT issues.id, articles.id FROM places JOIN articles ON articles.id = places.article_id"
        " JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"
        " WHERE places.furthest >= ? ORDER BY issues.id, articles.id",
        (furthest,),
    )
    return [(str(issue), str(article)) for issue, article in rows]
