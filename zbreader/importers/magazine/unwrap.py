"""Rule: put lines together that a converter wrapped at a fixed width."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from zbreader.importers.draft import DraftLine, ImportDraft
from zbreader.importers.magazine.shapes import is_closed
from zbreader.text.punctuation import ends_sentence
from zbreader.text.spacing import join_lines

_LED = re.compile(r"[.．…·—)）]\s*\d{1,3}$")  # leaders and a page number: an entry of a contents page is whole
_SHARE = 0.4  # of all adjoining lines must be full
_FEWEST = 8  # adjoining lines without which nothing was wrapped
_WORDS = 0.6  # share of the lines that fall short, if they do because of a long word
_STRAY = 0.1  # share of them that may be longer than the width
_HANGING = 2  # characters by which marks may hang over the width


@lru_cache(maxsize=8192)
def columns_of(text: str) -> int:
    """Columns a text takes in type of one width: two for a wide character, one for another."""
    return len(text) + sum(unicodedata.east_asian_width(c) in "WFA" for c in text)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file was wrapped: what was counted, up to how much, and by how much a full line may fall short."""

    measure: Callable[[str], int]
    width: int
    slack: int
    at_words: bool = False  # a word that did not fit went to the next line whole


# What converters count: characters, or columns of a terminal (there no mark may begin a line, so lines fall short).
_MEASURES: tuple[tuple[Callable[[str], int], int, int, int], ...] = ((len, 0, 10, 90), (columns_of, 3, 18, 180))


def unwrap(draft: ImportDraft) -> ImportDraft:
    """Joins each full line with the line right below it, where a file was wrapped at one width."""
    wrapping = wrapping_of(draft.lines)
    if wrapping is None:
        return draft
    lines: list[DraftLine] = []
    fits = False  # the line above was filled to its end
    for index, line in enumerate(draft.lines):
        if fits and line.gap == 0 and line.level is None and not _begins(line):
            above = lines[-1]
            text = join_lines(above.text, line.text)
            lines[-1] = replace(
                above, text=text, raw=text, numbers=above.numbers + line.numbers, bold=above.bold and line.bold
            )
        else:
            lines.append(line)
        following = draft.lines[index + 1].text if index + 1 < len(draft.lines) else ""
        fits = not line.text.startswith(("![", "<")) and _is_full(line.text, following, wrapping)
        alone = index + 2 < len(draft.lines) and draft.lines[index + 2].gap == 0
        if fits and alone and ends_sentence(line.text) and _is_set_apart(following, wrapping):
            fits = False
    return replace(draft, lines=tuple(lines))


def wrapping_of(lines: Sequence[DraftLine]) -> Wrapping | None:
    """How the lines were wrapped, or None where they were not."""
    adjoining = [line.text for line, below in pairwise(lines) if below.gap == 0]
    if len(adjoining) < max(_FEWEST, 0.15 * len(lines)):
        return None
    best: tuple[float, Wrapping] | None = None
    for measure, slack, narrowest, widest in _MEASURES:
        lengths = Counter(map(measure, adjoining))
        width = max(lengths, key=lambda length: (lengths[length], length))
        share = sum(lengths[width + step] for step in range(-slack, _HANGING + 1)) / len(adjoining)
        longer = sum(count for length, count in lengths.items() if length > width + _HANGING)
        fits = narrowest <= width <= widest and share >= _SHARE and longer <= _STRAY * len(adjoining)
        if fits and (best is None or share > best[0] + 0.05):
            best = share, Wrapping(measure, width, slack)
    if best is None:
        return None
    early = [(line.text, below.text) for line, below in pairwise(lines) if below.gap == 0]
    early = [pair for pair in early if not _is_full(*pair, best[1])]
    at_words = sum(_is_broken_early(*pair, best[1]) for pair in early) > _WORDS * len(early)
    return replace(best[1], at_words=at_words)


def _begins(line: DraftLine) -> bool:
    """Whether a line begins something new whatever stands above it: an indented paragraph, a quotation, a picture."""
    return line.indented or line.text.startswith(("![", ">", "<", "【", "■", "◆", "●"))


def _is_set_apart(text: str, wrapping: Wrapping) -> bool:
    """Whether a line below a finished sentence is no paragraph's end: short, and no sentence."""
    return wrapping.measure(text) <= 0.7 * wrapping.width and not is_closed(text)


def _is_full(text: str, below: str, wrapping: Wrapping) -> bool:
    """Full to the end or nearly so, or broken early because the next word did not fit any more."""
    if _LED.search(text):
        return False
    own = wrapping.measure(text)
    fills = wrapping.width - wrapping.slack <= own <= wrapping.width + _HANGING
    return fills or (wrapping.at_words and _is_broken_early(text, below, wrapping))


def _is_broken_early(text: str, below: str, wrapping: Wrapping) -> bool:
    own = wrapping.measure(text)
    word = below.split(" ", 1)[0]
    return len(word) < len(below) and own + 1 + wrapping.measure(word) > wrapping.width > wrapping.measure(word)
