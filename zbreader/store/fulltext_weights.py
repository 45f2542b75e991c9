"""How well articles match: BM25, with the lengths of articles kept outside FTS5.

FTS5 looks the length of each article up in a table of its own, which takes three times as long as weighing it. Without
that table it takes every article for empty: what BM25 divides by is then k₁ (1 − b) instead of k₁ for an article of
middle length. Weights that are smaller by 1 − b make up for it, and the length comes in afterwards, as it does for a
word that stands once. (Robertson and Zaragoza: The Probabilistic Relevance Framework: BM25 and Beyond, 2009.)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_K1, _B = 1.2, 0.75  # FTS5's own


def bm25(table: str, weights: Iterable[float]) -> str:
    """The SQL expression for the BM25 (the smaller, the better) of a row of TABLE as if it were of middle length.

    weights: how much an occurrence in each field counts. The table keeps no lengths (columnsize=0).
    """
    return f"bm25({table}, {', '.join(str(weight * (1 - _B)) for weight in weights)})"


def shares(lengths: Sequence[int]) -> tuple[float, ...]:
    """What the length of each article leaves of its BM25: 1 for one of middle length, less for a longer one.

    lengths: in words, the first of them of nothing.
    """
    middle = sum(lengths) / max(1, len(lengths) - 1) or 1.0
    return tuple((1 + _K1) / (1 + _K1 * (1 - _B + _B * length / middle)) for length in lengths)
