"""From a range of today's text to the selectors by which it is found again tomorrow."""

from __future__ import annotations

from zbreader.model.selector import CONTEXT_LENGTH, Selectors, TextPositionSelector, TextQuoteSelector


def describe(text: str, start: int, end: int) -> Selectors:
    """Selectors for the half-open range of code points: its words, up to 32 code points on either side, its position.

    Raises ValueError when the range is empty or not within the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"range {start}..{end} in a text of {len(text)}")
    quote = TextQuoteSelector(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )
    return Selectors(quote, TextPositionSelector(start, end))
