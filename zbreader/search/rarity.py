"""How rare words are in the language, kept small: in a dictionary a quarter million words take ten times as much."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

_PARTS = 256  # to sort all words at once would stop every other thread for a tenth of a second


class Rarity:
    """Inverse document frequencies by word (natural logarithm), 12 bytes each; the median for every other word.

    Words are told apart by Python's hash of 64 bits: two of a quarter million share one about once in 10^9 runs.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """LINES: a word, a space and its number each. Raises ValueError for a line that is none such, or no lines."""
        parts = [(array("q"), array("f")) for _ in range(_PARTS)]
        often: Counter[float] = Counter()
        for line in lines:
            word, number = line.split()
            key, value = hash(word), float(number)
            keys, values = parts[key % _PARTS]
            keys.append(key)
            values.append(value)
            often[value] += 1
        self._usual = _median(often)
        self._parts = [_sorted(keys, values) for keys, values in parts]

    def __call__(self, word: str) -> float:
        """How rare WORD is."""
        key = hash(word)
        keys, values = self._parts[key % _PARTS]
        at = bisect_left(keys, key)
        return values[at] if at < len(keys) and keys[at] == key else self._usual


def _sorted(keys: array[int], values: array[float]) -> tuple[array[int], array[float]]:
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return array("q", map(keys.__getitem__, order)), array("f", map(values.__getitem__, order))


def _median(often: Counter[float]) -> float:
    """The value in the middle of those that stand OFTEN there. Raises ValueError where there are none."""
    left = (often.total() + 1) // 2
    for value in sorted(often):
        left -= often[value]
        if left <= 0:
            return value
    raise ValueError("no words")
