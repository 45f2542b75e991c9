"""Which articles fulfil an expression of words, and how well: what is asked of FTS5's tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from zbreader.store.fulltext_values import Catalogue, LateRows, Question
from zbreader.store.fulltext_weights import bm25

_FEW = 500  # rows that are never too many to be weighed
_ENOUGH = 500  # rows of the first tier, more than anybody looks at


class ToldRows(LateRows):
    """Rows as they were told: numbers with commas."""

    def __init__(self, told: str, count: int) -> None:
        """count: how many numbers TOLD has."""
        self._told = told
        self._count = count

    def __len__(self) -> int:
        return self._count

    def _list(self) -> list[int]:
        return _numbers(self._told)


class Weighed(NamedTuple):
    """What is told of a question's words, as in an Answer."""

    rows: Sequence[int]
    costs: list[float] | None = None
    ahead: dict[int, float] | None = None


def rows_of(connection: sqlite3.Connection, table: str, expression: str) -> list[int]:
    """Rows of TABLE that fulfil EXPRESSION, in ascending order.

    They are told in one text, with commas, which takes a third of the time that as many rows take.
    """
    found = f"SELECT group_concat(rowid) FROM {table} WHERE {table} MATCH ?"
    return _numbers(connection.execute(found, (expression,)).fetchone()[0])


def tiers_of(connection: sqlite3.Connection, question: Question, articles: int) -> list[frozenset[int]]:
    """The rows that fulfil each of QUESTION's tiers.

    Where the first holds hundreds and no match is left out, nobody looks further: the others are taken to hold no more.
    Raises sqlite3.DatabaseError when there are not that many ARTICLES.
    """
    expressions = question.tiers
    if not expressions:
        return []
    first = last = frozenset(rows_of(connection, "heads", expressions[0]))
    if len(first) < _ENOUGH or question.narrowed:
        last = frozenset(rows_of(connection, "heads", expressions[-1]))
    between = [first] * len(expressions[1:-1])
    if len(first) != len(last):
        between = [frozenset(rows_of(connection, "heads", one)) for one in expressions[1:-1]]
    tiers = [first, *between, last][: len(expressions)]
    for tier in tiers:
        _check(tier, articles)
    return tiers


def weighed(
    connection: sqlite3.Connection,
    question: Question,
    catalogue: Catalogue,
    weights: Collection[float],
    tiers: Sequence[frozenset[int]],
) -> Weighed:
    """The rows that fulfil QUESTION's words, and the BM25 of all or of those in TIERS.

    Neither when there are so many that FTS5 cuts off their inverse document frequency. Raises sqlite3.DatabaseError
    when it tells of articles that are not in CATALOGUE.
    """
    if not question.ranked:
        rows = rows_of(connection, "words", question.words)
        _check(rows, len(catalogue.shares) - 1)
        return Weighed(rows)
    weight = bm25("words", weights, catalogue.middle)
    if tiers and question.looked_at is not None and len(tiers[-1]) >= question.looked_at:
        return _ahead(connection, question.words, weight, tiers[-1], catalogue.shares)
    # The inner question stands apart by its limit: FTS5 weighs nothing for one that gathers rows.
    told = connection.execute(
        "SELECT group_concat(rowid), group_concat(cost)"
        f" FROM (SELECT rowid, {weight} AS cost FROM words WHERE words MATCH ? LIMIT -1)",
        (question.words,),
    ).fetchone()
    rows, costs = map(_numbers, told)
    _check(rows, len(catalogue.shares) - 1)
    return Weighed(rows, None if _are_too_many(len(rows), catalogue.shares) else _shared(rows, costs, catalogue.shares))


def _ahead(
    connection: sqlite3.Connection, words: str, weight: str, tier: Collection[int], shares: Sequence[float]
) -> Weighed:
    """The rows that fulfil WORDS, and the BM25 of those in TIER: no need to hand thousands over to show forty."""
    flags = bytearray(len(shares))
    for row in tier:
        flags[row] = 1
    count, *ends, rows, chosen, costs = connection.execute(
        "SELECT count(*), min(rowid), max(rowid), group_concat(rowid),"
        " group_concat(CASE WHEN cost IS NOT NULL THEN rowid END), group_concat(cost)"
        f" FROM (SELECT rowid, CASE substr(:flags, rowid + 1, 1) WHEN x'01' THEN {weight} END AS cost"
        " FROM words WHERE words MATCH :words LIMIT -1)",
        {"flags": bytes(flags), "words": words},
    ).fetchone()
    _check(ends if count else (), len(shares) - 1)
    told = ToldRows(rows or "", count)
    if _are_too_many(count, shares):
        return Weighed(told)
    weighed = _numbers(chosen)
    return Weighed(told, ahead=dict(zip(weighed, _shared(weighed, _numbers(costs), shares), strict=True)))


def _shared(rows: Sequence[int], costs: Sequence[int], shares: Sequence[float]) -> list[float]:
    return [cost * shares[row] for row, cost in zip(rows, costs, strict=True)]


def _are_too_many(count: int, shares: Sequence[float]) -> bool:
    return count > max(len(shares) // 2, _FEW)


def _check(rows: Collection[int], articles: int) -> None:
    if rows and not 0 < min(rows) <= max(rows) <= articles:
        raise sqlite3.DatabaseError("words of unknown articles")


def _numbers(told: str | None) -> list[int]:
    numbers: list[int] = json.loads(f"[{told or ''}]")
    return numbers
