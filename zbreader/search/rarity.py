"""How rare words are in the language, kept small: in a dictionary a quarter million words take ten times as much."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from statistics import median_low


class Rarity:
    """Inverse document frequencies by word (natural logarithm), 12 bytes each; the median for every other word.

    Words are told apart by Python's hash of 64 bits: two of a quarter million share one about once in 10^9 runs.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """LINES: a word, a space and its number each. Raises ValueError for a line that is none such, or no lines."""
        keys, values = array("q"), array("f")
        for line in lines:
            word, value = line.split()
            keys.append(hash(word))
            values.append(float(value))
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self._keys = array("q", map(keys.__getitem__, order))
        self._values = array("f", map(values.__getitem__, order))
        self._usual = median_low(values)

    def __call__(self, word: str) -> float:
        """How rare WORD is."""
        key = hash(word)
        at = bisect_left(self._keys, key)
        return self._values[at] if at < len(self._keys) and self._keys[at] == key else self._usual
