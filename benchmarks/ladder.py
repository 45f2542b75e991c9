"""Finding marks again by the best way known before: a difference of lines, then context, then pieces, for what is left.

1. `difflib` over the lines of both texts, and rapidfuzz's edit operations inside lines that differ, tell where each
   character went; a mark of which enough is left goes with it.
2. Quote and context, found once in the new text, are certain.
3. Where pieces of the quote stand near the expected place, rapidfuzz aligns it with its context; 0.7 is believed.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from zbreader.model.selector import Selectors

Place = tuple[int, int] | None  # code points in the new text

BELIEVED = 70.0  # of 100
KEPT = 0.7  # share of a mark's characters that must be left of it
PIECE = 4  # characters
AROUND = 400  # characters on either side of the expected place


def find_all(before: str, after: str, marks: list[Selectors]) -> list[Place]:
    """Where each mark of BEFORE stands in AFTER, in the order given."""
    went = characters(before, after)
    return [_find(after, mark, went) for mark in marks]


def characters(before: str, after: str) -> list[int | None]:
    """Where each character of one text stands in another; None: it is gone."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    went: list[int | None] = []
    there = 0
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        mine, theirs = "".join(old[first:last]), "".join(new[start:end])
        if tag == "equal":
            went += range(there, there + len(mine))
        else:
            image: list[int | None] = [None] * len(mine)
            for step in Levenshtein.opcodes(mine, theirs):
                if step.tag == "equal":
                    image[step.src_start : step.src_end] = range(there + step.dest_start, there + step.dest_end)
            went += image
        there += len(theirs)
    return went


def _find(text: str, mark: Selectors, went: list[int | None]) -> Place:
    quote, position = mark.quote, mark.position
    kept = [place for place in went[position.start : position.end] if place is not None]
    if len(kept) >= KEPT * len(quote.exact) and kept[-1] - kept[0] < 2 * len(quote.exact):
        return kept[0], kept[-1] + 1
    whole = quote.prefix + quote.exact + quote.suffix
    at = text.find(whole)
    if at >= 0 and text.find(whole, at + 1) < 0:
        return at + len(quote.prefix), at + len(quote.prefix) + len(quote.exact)
    near = next((place for place in went[position.start :] if place is not None), len(text))
    low = max(0, near - AROUND)
    window = text[low : near + AROUND]
    if not any(quote.exact[at : at + PIECE] in window for at in range(0, max(1, len(quote.exact) - PIECE + 1), PIECE)):
        return None
    around = fuzz.partial_ratio_alignment(whole, window, score_cutoff=BELIEVED)
    if around is None:
        return None
    inside = window[around.dest_start : around.dest_end + len(quote.suffix)]
    found = fuzz.partial_ratio_alignment(quote.exact, inside, score_cutoff=BELIEVED)
    start = low + around.dest_start
    return None if found is None else (start + found.dest_start, start + found.dest_end)
