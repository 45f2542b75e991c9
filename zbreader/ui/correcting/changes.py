"""From what is chosen at the desk to a change, as plain data, without Qt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zbreader.model.correction import Join, Mend
from zbreader.ui.correcting.outline import OutlineNode, Part

_BETWEEN_NAMES = re.compile("[、，,；;\n\t\u3000]+| {2,}")


def names_in(text: str) -> tuple[str, ...]:
    """The names that a person typed with 、 or the like between them."""
    return tuple(name.strip() for name in _BETWEEN_NAMES.split(text) if name.strip())


def mend_of(number: int, before: str, after: str) -> Mend | None:
    """The change that makes BEFORE, the text of source line NUMBER, into AFTER; None when there is none.

    Only what differs is named, from the first to the last differing character; before an insertion the character it
    stands behind (or, at the beginning, before) is named as well, since nothing cannot be found again.
    """
    if before == after:
        return None
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    end, new_end = len(before) - tail, len(after) - tail
    if start == end and start > 0:
        start -= 1
    elif start == end and end < len(before):
        end, new_end = end + 1, new_end + 1
    return Mend((number,), start, end, before[start:end], after[start:new_end])


def join_of(chosen: Sequence[int], node: OutlineNode | None) -> Join | None:
    """The paragraph of one chosen line with the paragraph behind it, or the two chosen lines; None: nothing to join.

    node: where the first chosen line stands.
    """
    if len(chosen) == 2:
        return Join(tuple(chosen))
    if node is None or node.part is not Part.PARAGRAPH or node.parent is None or not set(chosen) <= set(node.lines):
        return None
    behind = node.parent.children[node.row + 1 : node.row + 2]
    if not behind or not behind[0].lines or not node.lines:
        return None
    return Join((node.lines[-1], behind[0].lines[0]))
