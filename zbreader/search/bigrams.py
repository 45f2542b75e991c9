"""Folded text as words for SQLite's full-text index: every two neighbours, and the last character alone.

Two characters are a word, and more are words that follow each other: each can be asked of the index, and the answer is
exact. No phrase reaches from one piece of text into the next, because the last word of a piece is one character long.

One character would be the start of many words, and merging all of them takes SQLite long. So single characters are kept
as well: in short fields beside the bigrams, for whole articles in a table that knows no positions.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

LONGEST_PHRASE = 64  # characters of a phrase that the index is asked for; what is longer is checked in the text


def bigrams(folded: str) -> str:
    """FOLDED as words, separated by spaces: 新质生产 -> 新质 质生 生产 产."""
    return " ".join((*map(add, folded, folded[1:]), folded[-1:]))


def bigrams_of_all(pieces: Iterable[str]) -> str:
    """The words of several pieces, such that no phrase reaches from one into the next."""
    return " ".join(bigrams(piece) for piece in pieces if piece)


def characters(pieces: Iterable[str]) -> str:
    """Every character that occurs, once, separated by spaces."""
    return " ".join(sorted(set().union(*pieces)))


def phrase(folded: str) -> str:
    """The FTS5 expression for the non-empty FOLDED text (of a long one, for its start).

    Always one string in quotes, which folded text cannot end since it holds no ASCII mark: "新" or "新质 质生".
    """
    start = folded[:LONGEST_PHRASE]
    return f'"{" ".join(map(add, start, start[1:])) or start}"'
