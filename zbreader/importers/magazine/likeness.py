"""Finding the same headline twice: on the contents page and above its article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zbreader.importers.magazine.shapes import folded_title, pairs_of

_COMMON = 80  # lines in which a pair may stand before it tells nothing: this keeps the time linear
_ENOUGH = 0.62  # of the shorter line's character pairs


@dataclass(frozen=True, slots=True)
class Index:
    """An inverted index: character pair -> lines (by their index) that hold it."""

    pairs: Mapping[int, frozenset[str]]
    lines: Mapping[str, Sequence[int]]

    @staticmethod
    def of(texts: Iterable[tuple[int, str]]) -> Index:
        """Index lines given as (index, text); lines of one character or none are left out."""
        pairs: dict[int, frozenset[str]] = {}
        lines: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in texts:
            folded = folded_title(text)
            if len(folded) < 2:
                continue
            pairs[index] = pairs_of(folded)
            for pair in pairs[index]:
                lines[pair].append(index)
        common = frozenset(pair for pair, where in lines.items() if len(where) > _COMMON)
        if common:
            pairs = {index: own - common or own for index, own in pairs.items()}
            lines = defaultdict(list, {pair: where[:_COMMON] for pair, where in lines.items()})
        return Index(pairs, lines)

    def like(self, text: str, enough: float = _ENOUGH) -> list[tuple[int, float]]:
        """Lines that share most (`enough`) of the pairs of the shorter of the two: (index, share of the shorter)."""
        wanted = pairs_of(folded_title(text))
        wanted = frozenset(pair for pair in wanted if len(self.lines.get(pair, ())) < _COMMON) or wanted
        common: Counter[int] = Counter()
        for pair in wanted:
            common.update(self.lines.get(pair, ()))
        found = []
        for index, count in common.items():
            shorter = min(len(wanted), len(self.pairs[index]))
            if count >= enough * shorter and (count >= 3 or count == shorter or (enough < _ENOUGH and count == 2)):
                found.append((index, count / shorter))
        return found
