"""From a query's clauses to what the full-text index is asked, in FTS5's expression language.

Skipping: more than MOST_ASKED words, and what of a word lies behind LONGEST_PHRASE characters, because SQLite limits
an expression's size. The index then gives candidates, and `needs_check` says that their texts have to be looked into.
"""

from __future__ import annotations

from collections.abc import Sequence

from zbreader.search.bigrams import LONGEST_PHRASE, phrase
from zbreader.search.query import Clause, Field

MOST_ASKED = 24


def required(clauses: Sequence[Clause]) -> str:
    """The expression that every match fulfils; empty when the clauses require nothing."""
    positive = [clause for clause in clauses if not clause.negative]
    # Longest first: they are the rarest, should some have to be left out.
    asked = sorted(positive, key=lambda clause: -len(clause.folded))[:MOST_ASKED]
    return " AND ".join(_within(clause.field, clause.folded) for clause in asked)


def excluded(clauses: Sequence[Clause]) -> list[str]:
    """One expression for each clause that must not be fulfilled and of which the index knows all."""
    return [_within(c.field, c.folded) for c in clauses if c.negative and len(c.folded) <= LONGEST_PHRASE]


def titled(clauses: Sequence[Clause]) -> str:
    """The expression for articles whose headline holds every word that is sought anywhere; empty when none is."""
    sought = [clause.folded for clause in clauses if clause.field is None and not clause.negative]
    return " AND ".join(_within(Field.TITLE, folded) for folded in sought[:MOST_ASKED])


def needs_check(clauses: Sequence[Clause]) -> bool:
    """Whether what the index gives are only candidates."""
    positive = sum(not clause.negative for clause in clauses)
    return positive > MOST_ASKED or any(len(clause.folded) > LONGEST_PHRASE for clause in clauses)


def _within(field: Field | None, folded: str) -> str:
    return phrase(folded) if field is None else f"{{{field.value}}} : {phrase(folded)}"
