"""What lines are about: the character pairs they share, measured against chance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import add

from zbreader.importers.continuity import folded
from zbreader.importers.draft import FURNITURE, ImportDraft

_TELLING = 20  # character pairs from which a text tells what it is about
_WINDOW = 500  # characters before and after a place that tell whether the subject changes there
_PROSE = 25  # characters from which a line is prose
_USUAL = 1.8  # standard deviations above chance by which a text goes on with its subject, headline or not
_PRIOR = 300.0  # characters' worth of belief that a topic's pairs are those of the whole issue
_SHARE = 0.07  # neighbouring pairs tell the same thing more than once
_WEIGHT = 0.5
STRONGEST_CHANGE = 1.5  # evidence of a change of subject, or against one


def topic_of(draft: ImportDraft, at: Sequence[int]) -> Counter[str]:
    """The character pairs of some lines."""
    pairs: Counter[str] = Counter()
    for index in at:
        pairs.update(pairs_in(draft.lines[index].text))
    return pairs


@lru_cache(maxsize=4096)  # lines: every headline that is weighed looks at those around it
def pairs_in(text: str) -> tuple[str, ...]:
    """The pairs of letters and digits in a line, in order, in one width."""
    plain = folded(text)
    return tuple(filter(str.isalnum, map(add, plain, plain[1:])))


def weights(draft: ImportDraft, text: str, topics: Sequence[Counter[str]]) -> list[float]:
    """For each topic the evidence that a line belongs to it: the rarer what they share, the more it tells."""
    pairs = set(pairs_in(text))
    if len(pairs) < _TELLING:
        return [0.0] * len(topics)
    return [_SHARE * _likelihood(draft, pairs, topic) for topic in topics]


def _likelihood(draft: ImportDraft, pairs: Iterable[str], topic: Counter[str]) -> float:
    """Log likelihood ratio of a line's pairs under a topic's model and under the whole issue's.

    Dirichlet-smoothed language models (Zhai & Lafferty 2001): a rare pair, as in a name, tells most.
    """
    size, total = max(1, draft.language.size), sum(topic.values())
    ratio = 0.0
    for pair in pairs:
        often = draft.language.twos[pair]
        if often > 1:
            ratio += math.log((topic[pair] * size / often + _PRIOR) / (total + _PRIOR))
    return ratio


def _beyond_chance(draft: ImportDraft, shared: int, counts: Iterable[int], topic: Counter[str]) -> float:
    """By how many standard deviations SHARED pairs are more than chance gives.

    counts: how often each pair that could be shared stands elsewhere.
    """
    rate = sum(topic.values()) / max(1, draft.language.size)
    chances = [(1.0 - math.exp(-rate * count), pairs) for count, pairs in Counter(counts).items()]
    spread = math.sqrt(sum(pairs * chance * (1.0 - chance) for chance, pairs in chances)) or 1.0
    return (shared - sum(pairs * chance for chance, pairs in chances)) / spread


def change_of_subject(draft: ImportDraft, index: int) -> float:
    """Evidence (-1.5..1.5) that another subject begins below a line than the one above it.

    Lexical cohesion of the text on both sides, as in TextTiling (Hearst 1997), but against chance.
    """
    above = topic_of(draft, _prose(draft, index, -1))
    below = topic_of(draft, _prose(draft, index, 1))
    if min(len(above), len(below)) < 3 * _TELLING:
        return 0.0
    twos = draft.language.twos
    counts = [max(0, twos[pair] - here) for pair, here in below.items()]
    cohesion = _beyond_chance(draft, len(below.keys() & above.keys()), counts, above)
    return max(-STRONGEST_CHANGE, min(STRONGEST_CHANGE, _WEIGHT * (_USUAL - cohesion)))


def _prose(draft: ImportDraft, index: int, step: int) -> list[int]:
    found: list[int] = []
    length = 0
    index += step
    while 0 <= index < len(draft.lines) and length < _WINDOW:
        line = draft.lines[index]
        if line.role not in FURNITURE and len(line.text) > _PROSE:
            found.append(index)
            length += len(line.text)
        index += step
    return found
