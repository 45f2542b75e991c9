"""From a query's clauses to what the full-text index is asked: words in FTS5's expression language, and characters.

A word may have several spellings, each of which is as good (`search.variants`). Skipping: more than MOST_ASKED words,
what of a word lies behind LONGEST_PHRASE characters, and words with too many spellings, because SQLite limits an
expression's size. The index then gives candidates, and `needs_check` says that their texts have to be looked into.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from zbreader.search.bigrams import LONGEST_PHRASE, phrase
from zbreader.search.fields import TIERS
from zbreader.search.query import Clause, Field

MOST_ASKED = 24

Spellings = Mapping[str, Sequence[str] | None]
"""How the folded words may be written, None where those would be too many; a word that is missing has one spelling."""
_ONE_EACH: Spellings = MappingProxyType({})


def required_words(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> str:
    """The expression that the words of every match fulfil; empty when nothing is required."""
    asked = (c for c in _asked(clauses, spelled) if not _is_character(c))
    return _all(_within(() if c.field is None else (c.field,), _ways(c, spelled)) for c in asked)


def required_characters(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> list[str]:
    """Strings of which every match holds a character each."""
    return [_writings(c, spelled) for c in _asked(clauses, spelled) if _is_character(c)]


def excluded_words(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> list[str]:
    """One expression for each clause that no match may fulfil and of which the index knows all."""
    unwanted = (c for c in clauses if c.negative and not _is_character(c) and _is_whole(c, spelled))
    return [_within(() if c.field is None else (c.field,), _ways(c, spelled)) for c in unwanted]


def excluded_characters(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> list[str]:
    """Strings of whose characters no match may hold any."""
    return [_writings(c, spelled) for c in clauses if c.negative and _is_character(c) and _is_whole(c, spelled)]


def tiers(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> list[str]:
    """For each of TIERS the expression for articles in which every word that is sought anywhere stands there."""
    sought = [clause for clause in _asked(clauses, spelled) if clause.field is None]
    return [_all(_within(fields, _ways(c, spelled)) for c in sought) for fields in TIERS if sought]


def needs_check(clauses: Sequence[Clause], spelled: Spellings = _ONE_EACH) -> bool:
    """Whether what the index gives are only candidates."""
    positive = sum(not clause.negative for clause in clauses)
    return positive > MOST_ASKED or not all(_is_whole(clause, spelled) for clause in clauses)


def _asked(clauses: Sequence[Clause], spelled: Spellings) -> list[Clause]:
    """What is required; longest first, for the longest are the rarest, should some have to be left out."""
    positive = (c for c in clauses if not c.negative and spelled.get(c.folded, ()) is not None)
    return sorted(positive, key=lambda clause: -len(clause.folded))[:MOST_ASKED]


def _is_whole(clause: Clause, spelled: Spellings) -> bool:
    """Whether the index can be asked for all of it."""
    return len(clause.folded) <= LONGEST_PHRASE and spelled.get(clause.folded, ()) is not None


def _is_character(clause: Clause) -> bool:
    """Whether the table of single characters answers it: it knows articles as a whole, no fields."""
    return clause.field is None and len(clause.folded) == 1


def _writings(clause: Clause, spelled: Spellings) -> str:
    """The characters as which that of CLAUSE may be written."""
    return "".join(spelled.get(clause.folded) or (clause.folded,))


def _ways(clause: Clause, spelled: Spellings) -> str:
    ways = spelled.get(clause.folded) or (clause.folded,)
    expressions = [phrase(way) for way in ways]
    return expressions[0] if len(expressions) == 1 else f"({' OR '.join(expressions)})"


def _within(fields: Sequence[Field], expression: str) -> str:
    return f"{{{' '.join(field.value for field in fields)}}} : {expression}" if fields else expression


def _all(expressions: Iterable[str]) -> str:
    return " AND ".join(expressions)
