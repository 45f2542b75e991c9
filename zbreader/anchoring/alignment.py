"""Which character of one text became which of another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LEAST_CHANGES = 3  # one replaced character at the end of a mark still belongs to it

_GAP_COST = 2  # of what was deleted or inserted at one place, however much: a lost paragraph says nothing of its edges


class Block(NamedTuple):
    """`length` characters from `old` on stand for as many from `new` on: the same ones, or each one replaced."""

    old: int
    new: int
    length: int
    equal: bool


class Image(NamedTuple):
    """The half-open range a range became, and how many of its characters are still the same."""

    start: int
    end: int
    equal: int


class Alignment:
    """Blocks that rise in both texts and do not overlap in either; what lies between them was deleted or inserted."""

    __slots__ = ("_blocks", "_equal_before", "_new", "_old")

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = list(blocks)
        self._old = [block.old for block in self._blocks]
        self._new = [block.new for block in self._blocks]
        self._equal_before = [0]
        for block in self._blocks:
            self._equal_before.append(self._equal_before[-1] + (block.length if block.equal else 0))

    def image(self, start: int, end: int) -> Image | None:
        """What the half-open range [start, end) of the old text became; None when nothing of it is left.

        It reaches from its first to its last character that is still there. An end at which far more was changed than
        kept is left out: what stands there now stands there by chance.
        """
        first = max(0, bisect_right(self._old, start) - 1)
        if first < len(self._blocks) and self._old[first] + self._blocks[first].length <= start:
            first += 1
        last = bisect_right(self._old, end - 1) - 1
        if first > last:
            return None
        if first == last:
            old, new, length, equal = self._blocks[first]
            begin, stop = max(start, old), min(end, old + length)
            return Image(new + begin - old, new + stop - old, stop - begin) if equal else None
        inside = [_clipped(block, start, end) for block in self._blocks[first : last + 1]]
        inside = inside[_chance_end(inside) :]
        backwards = _chance_end(inside[::-1])
        inside = inside[: len(inside) - backwards]
        same = sum(block.length for block in inside if block.equal)
        return Image(inside[0].new, inside[-1].new + inside[-1].length, same) if same else None

    def taken(self, start: int, end: int) -> int:
        """How many characters of the new text's [start, end) are the same ones as some of the old text's."""
        return self._equal_up_to(end) - self._equal_up_to(start)

    def untaken(self, length: int) -> Iterator[tuple[int, int]]:
        """The half-open spans of the new text, of LENGTH characters, none of which was in the old one."""
        at = 0
        for block in self._blocks:
            if block.equal:
                if at < block.new:
                    yield at, block.new
                at = block.new + block.length
        if at < length:
            yield at, length

    def _equal_up_to(self, offset: int) -> int:
        index = bisect_right(self._new, offset) - 1
        if index < 0:
            return 0
        block = self._blocks[index]
        return self._equal_before[index] + block.equal * min(offset - block.new, block.length)


def _clipped(block: Block, start: int, end: int) -> Block:
    """The part of a block that lies in the old text's [start, end)."""
    cut = max(0, start - block.old)
    length = min(block.old + block.length, end) - block.old - cut
    return Block(block.old + cut, block.new + cut, length, block.equal)


def _chance_end(blocks: list[Block]) -> int:
    """How many blocks to leave out from the list's beginning: those up to where changes outweigh what is kept most."""
    balance, lowest, cut = 0, -_LEAST_CHANGES, 0
    for index, block in enumerate(blocks[:-1]):
        balance += block.length if block.equal else -block.length
        following = blocks[index + 1]
        gap_old = max(following.old - block.old - block.length, block.old - following.old - following.length)
        gap_new = max(following.new - block.new - block.length, block.new - following.new - following.length)
        balance -= min(max(gap_old, gap_new), _GAP_COST)
        if balance <= lowest:
            lowest, cut = balance, index + 1
    return cut
