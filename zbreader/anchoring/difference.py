"""The difference between two versions of a text, character by character, fast enough for a whole article.

Runs that occur once in either version, whole sentences first and then k-grams in what is left, are put into one rising
chain (the idea of patience diff: Bram Cohen; of MUMmer: Delcher et al. 1999); only the gaps between them are aligned by
edit distance, bit-parallel (Myers 1999, Hyyrö 2003, as rapidfuzz has it).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from zbreader.anchoring.alignment import Alignment, Block

_STOP = "。"
_TELLING = 9  # characters: a shorter sentence says too little
_SMALL = 1_000_000  # cells (old length times new length): below this, edit distance outright
_LARGE = 16_000_000  # cells: beyond this, a gap without any common run is two different texts


class _Run(NamedTuple):
    """`length` characters that are the same from `old` and from `new` on."""

    old: int
    new: int
    length: int


def difference(old: str, new: str) -> Alignment:
    """The alignment of two versions of one text; about 20 ms for 75,000 characters with 3 % of them edited."""
    return Alignment(_blocks(old, new, 0, 0, _LEVELS))


def _blocks(old: str, new: str, old_offset: int, new_offset: int, levels: tuple[_Level, ...]) -> Iterator[Block]:
    """Blocks of two pieces that begin at the given offsets of their texts."""
    head = _common_prefix(old, new)
    if head:
        yield Block(old_offset, new_offset, head, equal=True)
        old, new, old_offset, new_offset = old[head:], new[head:], old_offset + head, new_offset + head
    tail = _common_suffix(old, new)
    if tail:
        old, new = old[:-tail], new[:-tail]
    cells = len(old) * len(new)
    if cells > _SMALL and levels:
        yield from _chained(old, new, old_offset, new_offset, levels)
    elif 0 < cells <= _LARGE:
        yield from _edited(old, new, old_offset, new_offset)
    if tail:
        yield Block(old_offset + len(old), new_offset + len(new), tail, equal=True)


def _chained(old: str, new: str, old_offset: int, new_offset: int, levels: tuple[_Level, ...]) -> Iterator[Block]:
    at_old = at_new = 0
    runs = [*_chain(levels[0](old, new)), _Run(len(old), len(new), 0)]
    for run_old, run_new, length in runs:
        overlap = max(at_old - run_old, at_new - run_new, 0)
        if overlap >= length > 0:
            continue
        start_old, start_new = run_old + overlap, run_new + overlap
        yield from _blocks(
            old[at_old:start_old], new[at_new:start_new], old_offset + at_old, new_offset + at_new, levels[1:]
        )
        if length:
            yield Block(old_offset + start_old, new_offset + start_new, length - overlap, equal=True)
        at_old, at_new = run_old + length, run_new + length


def _edited(old: str, new: str, old_offset: int, new_offset: int) -> Iterator[Block]:
    for step in Levenshtein.opcodes(old, new):
        if step.tag in ("equal", "replace"):
            length = step.src_end - step.src_start
            yield Block(old_offset + step.src_start, new_offset + step.dest_start, length, equal=step.tag == "equal")


def _common_sentences(old: str, new: str) -> list[_Run]:
    """Sentences that occur once in the old text and stand in the new one; neighbours in both are one run."""
    index: dict[str, int] = {}
    for at_old, sentence in _sentences(old):
        index[sentence] = -1 if sentence in index else at_old
    runs: list[_Run] = []
    next_old = next_new = -1  # where the last run ends
    for at_new, sentence in _sentences(new):
        length = len(sentence)
        at_old = index.get(sentence, -1) if length >= _TELLING else -1
        if at_old < 0:
            continue
        if at_old == next_old and at_new == next_new:
            last = runs.pop()
            runs.append(_Run(last.old, last.new, last.length + length))
        else:
            runs.append(_Run(at_old, at_new, length))
        next_old, next_new = at_old + length, at_new + length
    return runs


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """What stands between full stops, each with the stop before it, and where it begins."""
    pieces = text.split(_STOP)
    pieces[1:] = [_STOP + piece for piece in pieces[1:]]
    return zip(accumulate(map(len, pieces), initial=0), pieces, strict=False)


def _common_runs(old: str, new: str, gram: int) -> list[_Run]:
    """Runs of at least `gram` characters that begin with a k-gram unique in the old text."""
    index: dict[str, int] = {}
    for position in range(len(old) - gram + 1):
        piece = old[position : position + gram]
        index[piece] = -1 if piece in index else position
    runs = []
    at_new, last = 0, len(new) - gram
    while at_new <= last:
        at_old = index.get(new[at_new : at_new + gram], -1)
        if at_old < 0:
            at_new += 1
            continue
        length = gram + _common_prefix(old[at_old + gram :][:_STEP], new[at_new + gram :][:_STEP])
        runs.append(_Run(at_old, at_new, length))
        at_new += length
    return runs


def _chain(runs: list[_Run]) -> list[_Run]:
    """The longest chain of runs that rises in both texts; `runs` rises in the new one (patience sorting)."""
    tops: list[int] = []  # old position at the end of the best chain of each length
    ends: list[int] = []  # and the index of its run
    previous: list[int] = []
    for index, (old, _, _) in enumerate(runs):
        depth = bisect_left(tops, old)
        previous.append(ends[depth - 1] if depth else -1)
        tops[depth : depth + 1] = [old]
        ends[depth : depth + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(runs[at])
        at = previous[at]
    return chain[::-1]


_Level = Callable[[str, str], list[_Run]]
_LEVELS: tuple[_Level, ...] = (
    _common_sentences,
    partial(_common_runs, gram=14),  # characters
    partial(_common_runs, gram=8),
)
"""Ways to find runs, each for the gaps that the one before left too large."""

_STEP = 4096  # characters looked ahead at once, so that extending a run never copies the rest of a text


def _common_prefix(first: str, second: str) -> int:
    """Length of the longest common beginning, by halving: slices compare much faster than characters in a loop."""
    low, high = 0, min(len(first), len(second))
    if first[:high] == second[:high]:
        return high
    step = 16
    while first[low : low + step] == second[low : low + step]:
        low, step = low + step, step * 2
    high = min(low + step, high)
    while high - low > 1:
        middle = (low + high) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _common_suffix(first: str, second: str) -> int:
    low, high = 0, min(len(first), len(second))
    if high and first[-high:] == second[-high:]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if first[len(first) - middle :] == second[len(second) - middle :]:
            low = middle
        else:
            high = middle
    return low
