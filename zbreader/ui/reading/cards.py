"""Where note cards stand in the margin: beside their lines, never over each other. Pure arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Up to here a character is about half as wide as high; from there on about as wide.
_NARROW = re.compile("[\0-\u2e7f]+")


@dataclass(frozen=True, slots=True)
class Card:
    """A card: whose it is, the line it belongs to, and where it stands (pixels from the document's top)."""

    id: str
    line_top: float
    top: float
    height: float
    lines: int

    @property
    def bottom(self) -> float:
        return self.top + self.height


def line_count(text: str, per_line: int, most: int) -> int:
    """About how many lines of PER_LINE wide characters a text takes, from 1 to MOST."""
    count = 0
    for paragraph in text[: per_line * most * 2].split("\n"):
        halves = len(paragraph) + len(_NARROW.sub("", paragraph))
        count += max(1, -(-halves // max(1, 2 * per_line)))
        if count >= most:
            return most
    return max(1, count)


def stacked(wanted: Iterable[tuple[str, float, int, float]], gap: float) -> list[Card]:
    """Cards for (id, top of the line, lines, height) in reading order: each at its line or below the one before."""
    cards: list[Card] = []
    free = float("-inf")
    for identity, line_top, lines, height in wanted:
        card = Card(identity, line_top, max(line_top, free), height, lines)
        free = card.bottom + gap
        cards.append(card)
    return cards
