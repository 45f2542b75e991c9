"""How well articles match: BM25, with the lengths of articles kept outside FTS5.

FTS5 looks the length of each article up in a table of its own, which takes three times as long as weighing it. Without
that table (columnsize=0) it takes every field for minus one word long, so that BM25 adds k₁ (1 − b − b · fields ÷
middle length) to an occurrence's weight instead of k₁ for an article of middle length. Weights that are smaller by that
factor make up for it, and the length comes in afterwards, as it does for a word that stands once. (Robertson and
Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009.)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_K1, _B = 1.2, 0.75  # FTS5's own
_LEAST = 0.05  # factor below which nothing could make up for it: articles of a few words
_UNITS = 100_000_000  # of which weights are whole numbers: thousands of those are handed over sooner than of others


def bm25(table: str, weights: Collection[float], middle: float) -> str:
    """The SQL expression for the BM25 (the smaller, the better) of a row of TABLE as if it were of MIDDLE length.

    A whole number; `shares_of_length` say what it counts for. weights: how much an occurrence in each field counts.
    middle: in words. 0 where articles have hardly any words, or FTS5 has lost count of them.
    """
    factor = 1 - _B - _B * len(weights) / middle if middle else 0.0
    if factor < _LEAST:
        return "0"
    told = f"bm25({table}, {', '.join(str(weight * factor) for weight in weights)})"
    return f"ifnull(CAST({_UNITS} * {told} AS INTEGER), 0)"  # of fewer rows than match it takes a logarithm: NULL


def middle_length(lengths: Sequence[int]) -> float:
    """The mean of LENGTHS, of which the first is of nothing."""
    return sum(lengths) / max(1, len(lengths) - 1)


def shares_of_length(lengths: Sequence[int]) -> tuple[float, ...]:
    """What the BM25 of each article is of the number that `bm25` gives: the less, the longer the article.

    lengths: in words, the first of them of nothing.
    """
    middle = middle_length(lengths) or 1.0
    return tuple((1 + _K1) / (1 + _K1 * (1 - _B + _B * length / middle)) / _UNITS for length in lengths)
