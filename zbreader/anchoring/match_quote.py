"""Finds a passage in a text that may have changed: places voted for by its pieces, aligned and measured."""

from __future__ import annotations

from collections.abc import Iterator

from zbreader.anchoring.alignment import Alignment, Block
from zbreader.anchoring.context import Match, Passage, measure
from zbreader.anchoring.difference import difference
from zbreader.anchoring.seeds import Seeds

_SHORT = 24  # a passage shorter than this may have no piece of it indexed; it is cheap to look for directly
_MOST_OCCURRENCES = 64


def matches(passage: Passage, text: str, seeds: Seeds) -> list[Match]:
    """Places of the passage in the folded text, best first, none twice."""
    whole = passage.whole
    windows = [(place.start, place.end) for place in seeds.places(whole)]
    if len(whole) < _SHORT or not passage.has_context:
        windows += _occurrences(passage, text)
    found: list[Match] = []
    for start, end in dict.fromkeys(windows):
        match = measure(passage, _aligned(whole, text[start:end]), start, len(text))
        if match:
            found.append(match)
    found.sort(key=lambda match: (-match.equal, -match.score, match.start))
    best: list[Match] = []
    for match in found:
        if all(match.end <= other.start or match.start >= other.end for other in best):
            best.append(match)
    return best


def _aligned(passage: str, window: str) -> Alignment:
    at = window.find(passage)
    if at >= 0:
        return Alignment([Block(0, at, len(passage), equal=True)])
    return difference(passage, window)


def _occurrences(passage: Passage, text: str) -> Iterator[tuple[int, int]]:
    """Windows around the first occurrences of the quote as it is; none when it is everywhere."""
    windows: list[tuple[int, int]] = []
    at = text.find(passage.quote)
    while at >= 0:
        if len(windows) == _MOST_OCCURRENCES:
            return
        windows.append((max(0, at - len(passage.prefix) - 4), at + len(passage.quote) + len(passage.suffix) + 4))
        at = text.find(passage.quote, at + 1)
    yield from windows
