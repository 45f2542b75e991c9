"""Where in a text a passage may stand: short exact pieces of it vote for places."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from typing import NamedTuple

_GRAM = 6  # characters of a piece
_STRIDE = 3  # the text is indexed at every third place: any common run of 8 characters is seen
_COMMON = 24  # a piece that stands in more places than this says nothing, and would only cost time
_MOST_PLACES = 6


class Place(NamedTuple):
    """A half-open window of the text, and how many pieces of the passage stand in it."""

    start: int
    end: int
    votes: int


class Seeds:
    """Index of one text, or of these half-open spans of it, built once in O(n); about 15 ms for 75,000 characters."""

    __slots__ = ("_places", "_text")

    def __init__(self, text: str, spans: Iterable[tuple[int, int]] | None = None) -> None:
        self._text = text
        places: dict[str, list[int]] = {}
        for start, end in [(0, len(text))] if spans is None else spans:
            for position in range(start, end - _GRAM + 1, _STRIDE):
                places.setdefault(text[position : position + _GRAM], []).append(position)
        self._places = {piece: found for piece, found in places.items() if len(found) <= _COMMON}

    def places(self, passage: str) -> list[Place]:
        """Windows in which the passage may stand, most votes first, at most six; each a little wider than it."""
        diagonals: list[int] = []
        for offset in range(len(passage) - _GRAM + 1):
            found = self._places.get(passage[offset : offset + _GRAM])
            if found:
                diagonals += [position - offset for position in found]
        diagonals.sort()
        margin = max(8, len(passage) // 8)  # insertions and deletions shift the votes of one place by this much
        groups: list[tuple[int, int, int]] = []  # votes, first and last diagonal
        first = 0
        for index in range(1, len(diagonals) + 1):
            if index == len(diagonals) or diagonals[index] - diagonals[index - 1] > margin:
                groups.append((index - first, diagonals[first], diagonals[index - 1]))
                first = index
        best = nlargest(_MOST_PLACES, groups)
        length, slack = len(self._text), margin // 2
        return [
            Place(max(0, low - slack), min(length, high + len(passage) + slack), votes)
            for votes, low, high in best
            if votes * 3 >= best[0][0]
        ]
