"""What a double, triple or fourth click takes: a word, a sentence, a paragraph."""

from __future__ import annotations

from collections.abc import Callable

from zbreader.text.sentences import paragraph_bounds, sentence_bounds

WordBounds = Callable[[str, int], "tuple[int, int]"]

__all__ = ["WordBounds", "paragraph_bounds", "sentence_bounds"]
