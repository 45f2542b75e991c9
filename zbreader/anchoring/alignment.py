"""Which character of one text became which of another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


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
        """What the half-open range [start, end) of the old text became, from its first to its last character that is
        still there; None when none is."""
        first = max(0, bisect_right(self._old, start) - 1)
        if first < len(self._blocks) and self._old[first] + self._blocks[first].length <= start:
            first += 1
        last = bisect_right(self._old, end - 1) - 1
        if first > last:
            return None
        head, tail = self._blocks[first], self._blocks[last]
        cut_head = max(0, start - head.old)
        cut_tail = max(0, tail.old + tail.length - end)
        equal = self._equal_before[last + 1] - self._equal_before[first]
        equal -= cut_head * head.equal + cut_tail * tail.equal
        return Image(head.new + cut_head, tail.new + tail.length - cut_tail, equal)

    def taken(self, start: int, end: int) -> int:
        """How many characters of the new text's [start, end) are the same ones as some of the old text's."""
        return self._equal_up_to(end) - self._equal_up_to(start)

    def _equal_up_to(self, offset: int) -> int:
        index = bisect_right(self._new, offset) - 1
        if index < 0:
            return 0
        block = self._blocks[index]
        return self._equal_before[index] + block.equal * min(offset - block.new, block.length)
