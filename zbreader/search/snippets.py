"""A piece of the original text around what was found, with every hit in it marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from zbreader.model.search import Snippet
from zbreader.text.punctuation import PAUSES, SENTENCE_ENDS

LENGTH = 96  # code points of text in a snippet
_BEFORE = 24  # of them before the first hit
_ELLIPSIS = "…"
_STOP = re.compile(f"[{re.escape(SENTENCE_ENDS + PAUSES)}\n]")

Range = tuple[int, int]


def merged(found: Sequence[Sequence[Range]]) -> tuple[Range, ...]:
    """The ranges of all words in order, those that overlap made one; each word's are in order and do not overlap."""
    if len(found) == 1:
        return tuple(found[0])
    result: list[Range] = []
    for start, end in sorted(chain.from_iterable(found)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def snippet(text: str, found: Sequence[Sequence[Range]], length: int = LENGTH) -> Snippet:
    """The piece of TEXT that shows the most of what was found; from the beginning when nothing was.

    found: for each word that was sought, the ranges (code points) where it stands. Line feeds and tabs become spaces.
    """
    ranges = merged(found)
    start = _beginning(text, _best(found, length)) if ranges else 0
    end = min(len(text), start + length)
    if ranges:  # a hit longer than the snippet is cut, one at its edge is not
        end = max([end, *(min(b, start + 2 * length) for a, b in ranges if start <= a < end)])
    lead = _ELLIPSIS if start > 0 else ""
    tail = _ELLIPSIS if end < len(text) else ""
    marks = tuple(
        (max(a, start) - start + len(lead), min(b, end) - start + len(lead)) for a, b in ranges if a < end and b > start
    )
    shown = text[start:end].replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return Snippet(lead + shown + tail, marks)


def _best(found: Sequence[Sequence[Range]], length: int) -> int:
    """Where the first hit of that stretch starts that shows the most different words, and of those the earliest."""
    starts = [[a for a, _ in places] for places in found if places]
    if len(starts) == 1:
        return starts[0][0]
    best, most = 0, -1
    for candidate in sorted(places[0] for places in starts) + _nearby(starts, length):
        shown = sum(
            (at := bisect_left(places, candidate)) < len(places) and places[at] < candidate + length - _BEFORE
            for places in starts
        )
        if shown > most or (shown == most and candidate < best):
            best, most = candidate, shown
    return best


def _nearby(starts: Sequence[Sequence[int]], length: int) -> list[int]:
    """Places of the rarest word, and the places of the others that stand shortly before each."""
    rarest = min(starts, key=len)[:200]
    candidates = list(rarest)
    for places in starts:
        candidates += [
            places[at] for place in rarest if (at := bisect_left(places, place - length + _BEFORE)) < len(places)
        ]
    return candidates


def _beginning(text: str, hit: int) -> int:
    """A little before HIT, at the start of a clause if one starts nearby."""
    start = max(0, hit - _BEFORE)
    if start == 0:
        return 0
    stop = _STOP.search(text, start - 1, hit)
    return stop.end() if stop is not None else start
