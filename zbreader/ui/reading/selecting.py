"""What clicks take and keys go by: a word, a sentence, a paragraph. Pure functions."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from zbreader.text.sentences import paragraph_bounds, sentence_bounds

WordBounds = Callable[[str, int], "tuple[int, int]"]

__all__ = ["Unit", "WordBounds", "character_bounds", "jump", "paragraph_bounds", "sentence_bounds"]


class Unit(Enum):
    """What the caret goes by."""

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def character_bounds(text: str, offset: int) -> tuple[int, int]:
    """What stands for a word where no words are known: one character, a run of Latin letters and digits, of spaces."""
    if not 0 <= offset < len(text):
        return offset, offset
    kind = _kind(text[offset])
    first, last = offset, offset + 1
    while kind and first > 0 and _kind(text[first - 1]) == kind:
        first -= 1
    while kind and last < len(text) and _kind(text[last]) == kind:
        last += 1
    return first, last


def jump(text: str, offset: int, unit: Unit, step: int, word_bounds: WordBounds) -> int:
    """Where the caret goes from an offset (code points): to where the next unit begins, or this or the one before."""
    bounds = {Unit.WORD: word_bounds, Unit.SENTENCE: sentence_bounds, Unit.PARAGRAPH: paragraph_bounds}[unit]
    place = offset
    if step > 0:
        place = max(bounds(text, offset)[1], offset + (offset < len(text) and text[offset] == "\n"))
        while place < len(text) and text[place] == "\n":
            place += 1
        return place if place > offset else min(offset + 1, len(text))
    while place > 0 and text[place - 1] == "\n":
        place -= 1
    return min(bounds(text, place - 1)[0], place - 1) if place > 0 else 0


def _kind(character: str) -> str:
    """Characters of one kind belong together: "" for those that stand alone."""
    if character in " \u3000\t\xa0":
        return "space"
    return "latin" if character.isalnum() and character < "\u2e80" else ""
