"""How well what somebody typed fits a name: whole, at the beginning of a word, within it, or as scattered letters."""

from __future__ import annotations

WHOLE, BEGINNING, INSIDE, SCATTERED = 1.0, 0.9, 0.7, 0.5  # the best that each way of fitting can be worth
_SHORTER = 0.1  # of the worth lies in how much of the name was typed
_GAPS = 0.3  # of the worth of scattered letters is lost to what lies between them


def closeness(typed: str, name: str) -> float:
    """From 0 (does not fit) to 1 (is the name); case and spaces do not count.

    Letters may be scattered over the name in their order, as in the finders of editors; what lies between them costs.
    """
    sought, words = "".join(typed.lower().split()), name.lower()
    compact = "".join(words.split())
    if not sought or len(sought) > len(compact):
        return 0.0
    if sought == compact:
        return WHOLE
    share = _SHORTER * len(sought) / len(compact)
    at = compact.find(sought)
    if at >= 0:
        return (BEGINNING if at == 0 or _begins_word(sought, words) else INSIDE) + share - _SHORTER
    span = _span(sought, compact)
    return 0.0 if span == 0 else SCATTERED * (1 - _GAPS * (1 - len(sought) / span)) + share - _SHORTER


def _begins_word(sought: str, words: str) -> bool:
    return any("".join(words[at:].split()).startswith(sought) for at in _word_starts(words))


def _word_starts(words: str) -> list[int]:
    return [at for at in range(1, len(words)) if words[at - 1].isspace() and not words[at].isspace()]


def _span(sought: str, name: str) -> int:
    """How many characters of NAME the letters of SOUGHT lie over, from the first that fits; 0 when they do not."""
    first = at = name.find(sought[0])
    if first < 0:
        return 0
    for letter in sought[1:]:
        at = name.find(letter, at + 1)
        if at < 0:
            return 0
    return at - first + 1
