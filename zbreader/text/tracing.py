"""Which character of one text came from which of another, where one was made by leaving out, joining and mending."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

# Characters in a row by which a place is found again, and how many left-out ones may lie before it.
_SURE = ((8, 400), (4, 40), (2, 6), (1, 2))
_SWAPPED = 4  # characters in a row that may have been replaced
_QUOTES = dict.fromkeys("“”„‟″＂「」『』", '"') | dict.fromkeys("‘’‚‛′＇", "'")


class _Folding(dict[int, str]):
    """One character for each character: width and style of quotes make no difference."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = unicodedata.normalize("NFKC", character)
        self[code] = _QUOTES.get(character, plain if len(plain) == 1 else character)
        return self[code]


_FOLDING = _Folding()


def trace(made: str, given: str) -> list[int]:
    """For each character of MADE the offset in GIVEN it came from, rising; -1 where it came from nowhere.

    White space counts for nothing, on either side. A character that was replaced by another comes from the one it
    replaced. Linear in the length of both.
    """
    origins = [-1] * len(made)
    ours, theirs = _printing(made), _printing(given)
    text, source = "".join(c for _, c in ours), "".join(c for _, c in theirs)
    at, here = 0, _beginning(text, source)
    while at < len(text) and here < len(source):
        if text[at] == source[here]:
            origins[ours[at][0]] = theirs[here][0]
            at, here = at + 1, here + 1
            continue
        skipped, passed = _meeting(text, source, at, here)
        if skipped == passed:
            for step in range(skipped):
                origins[ours[at + step][0]] = theirs[here + step][0]
        at, here = at + skipped, here + passed
    return origins


def _beginning(text: str, source: str) -> int:
    """Where the text begins in the source: it may be the latter part of a line."""
    length = _SURE[0][0]
    if source.startswith(text[:length]):
        return 0
    whole = source.find(text)
    return max(0, whole if whole >= 0 else source.find(text[:length]))


def _meeting(text: str, source: str, at: int, here: int) -> tuple[int, int]:
    """How many characters of TEXT and of SOURCE to pass over until both go on alike."""
    for length, near in _SURE:
        left_out = source.find(text[at : at + length], here, here + near + length) - here
        put_in = text.find(source[here : here + length], at, at + near + length) - at
        ways = [(left_out, 0, left_out), (put_in, put_in, 0)]
        for swapped in range(1, min(_SWAPPED, len(text) - at, len(source) - here) + 1):
            one, other = at + swapped, here + swapped
            if text[one : one + length] == source[other : other + length]:
                ways.append((swapped, swapped, swapped))
                break
        possible = [way for way in ways if way[0] > 0]
        if possible:
            return min(possible)[1:]
    return 1, 1


def printing(text: str) -> str:
    """The characters that count in a trace: folded, without white space."""
    return "".join(character for _, character in _printing(text))


def _printing(text: str) -> list[tuple[int, str]]:
    folded = text.translate(_FOLDING)
    return [(offset, character) for offset, character in enumerate(folded) if not character.isspace()]


def pieces_of(text: str, given: Sequence[str]) -> Iterator[tuple[int, int]]:
    """For each character of TEXT the piece of GIVEN (read one after another) and the offset in it; (-1, -1): none."""
    starts: list[int] = []
    length = 0
    for piece in given:
        starts.append(length)
        length += len(piece)
    at = 0
    for origin in trace(text, "".join(given)):
        if origin < 0:
            yield -1, -1
            continue
        while at + 1 < len(starts) and starts[at + 1] <= origin:
            at += 1
        yield at, origin - starts[at]
