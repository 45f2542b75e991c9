"""From a query's clauses to what the full-text index is asked, in FTS5's expression language.

Skipping: more than MOST_ASKED words, and what of a word lies behind LONGEST_PHRASE characters, because SQLite limits
an expression's size. The index then gives candidates, and `needs_check` says that their texts have to be looked into.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zbreader.search.bigrams import LONGEST_PHRASE, phrase
from zbreader.search.query import Clause, Field

MOST_ASKED = 24


def required_words(clauses: Sequence[Clause]) -> str:
    """The expression that the words of every match fulfil; empty when nothing is required."""
    return _all(_within(c.field, c.folded) for c in _asked(clauses) if not _is_character(c))


def required_characters(clauses: Sequence[Clause]) -> str:
    """The expression that the characters of every match fulfil; empty when nothing is required."""
    return _all(phrase(c.folded) for c in _asked(clauses) if _is_character(c))


def excluded_words(clauses: Sequence[Clause]) -> list[str]:
    """One expression for each clause that no match may fulfil and of which the index knows all."""
    unwanted = (c for c in clauses if c.negative and not _is_character(c) and len(c.folded) <= LONGEST_PHRASE)
    return [_within(c.field, c.folded) for c in unwanted]


def excluded_characters(clauses: Sequence[Clause]) -> list[str]:
    """One expression for each character that no match may hold."""
    return [phrase(c.folded) for c in clauses if c.negative and _is_character(c)]


def titled(clauses: Sequence[Clause]) -> str:
    """The expression for articles whose headline holds every word that is sought anywhere; empty when none is."""
    return _all(_within(Field.TITLE, c.folded) for c in _asked(clauses) if c.field is None)


def needs_check(clauses: Sequence[Clause]) -> bool:
    """Whether what the index gives are only candidates."""
    positive = sum(not clause.negative for clause in clauses)
    return positive > MOST_ASKED or any(len(clause.folded) > LONGEST_PHRASE for clause in clauses)


def _asked(clauses: Sequence[Clause]) -> list[Clause]:
    """What is required; longest first, for the longest are the rarest, should some have to be left out."""
    positive = (clause for clause in clauses if not clause.negative)
    return sorted(positive, key=lambda clause: -len(clause.folded))[:MOST_ASKED]


def _is_character(clause: Clause) -> bool:
    """Whether the table of single characters answers it: it knows articles as a whole, no fields."""
    return clause.field is None and len(clause.folded) == 1


def _within(field: Field | None, folded: str) -> str:
    return phrase(folded) if field is None else f"{{{field.value}}} : {phrase(folded)}"


def _all(expressions: Iterable[str]) -> str:
    return " AND ".join(expressions)
