"""Which of some articles a line keeps to, told by the characters and pairs of characters that they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zbreader.importers.draft import ImportDraft
from zbreader.importers.magazine.topics import pairs_in

_TELLING = 4  # character pairs from which a line tells anything
_PRIOR = 300.0  # characters' worth of belief that an article's words are those of the whole issue
_PAIR = 0.045  # what a pair tells: its neighbours tell the same thing again
_CHARACTER = 0.17  # … and a character, which words of one field have in common (织机 织布, 鱼塘 养鱼)
_COMMON = 0.002  # share of the issue above which a character tells nothing
_STRONGEST = 5.0


@dataclass(frozen=True, slots=True)
class Subject:
    """What some lines are about."""

    lines: frozenset[int]
    pairs: Counter[str]
    characters: Counter[str]
    size: int

    @staticmethod
    def of(draft: ImportDraft, lines: Iterable[int]) -> Subject:
        """Count over lines given by index."""
        own = frozenset(lines)
        pairs: Counter[str] = Counter()
        for at in own:
            pairs.update(pairs_in(draft.lines[at].text))
        characters: Counter[str] = Counter()
        for pair, often in pairs.items():
            characters[pair[0]] += often
        return Subject(own, pairs, characters, sum(pairs.values()))


def keeping_to(draft: ImportDraft, at: int, subjects: Sequence[Subject]) -> list[float]:
    """For each subject the evidence (-5..5) that a line keeps to it rather than to the likeliest other.

    Log likelihood under Dirichlet-smoothed language models (Zhai & Lafferty 2001), against the whole issue's. The line
    itself is left out of the subject it was counted in, or every line would keep to where it stands.
    """
    pairs = pairs_in(draft.lines[at].text)
    own = Counter(pairs)
    if len(own) < _TELLING or len(subjects) < 2:
        return [0.0] * len(subjects)
    characters = Counter(pair[0] for pair in pairs)
    language = draft.language
    telling = {pair: language.twos[pair] for pair in own if language.twos[pair] > 1}
    rare = {
        character: elsewhere
        for character, often in characters.items()
        if 0 < (elsewhere := language.ones[character] - often) <= _COMMON * language.size
    }
    about = []
    for subject in subjects:
        size = subject.size - (len(pairs) if at in subject.lines else 0)
        without = (own, characters) if at in subject.lines else (Counter[str](), Counter[str]())
        about.append(
            _PAIR * _likelihood(telling, subject.pairs, without[0], size, language.size)
            + _CHARACTER * _likelihood(rare, subject.characters, without[1], size, language.size)
        )
    return [
        max(-_STRONGEST, min(_STRONGEST, evidence - max(about[:to] + about[to + 1 :])))
        for to, evidence in enumerate(about)
    ]


def _likelihood(
    elsewhere: dict[str, int], subject: Counter[str], without: Counter[str], size: int, total: int
) -> float:
    """Log likelihood ratio of some words under a subject's model and under the whole issue's.

    elsewhere: how often each stands in the issue; without: what is left out of the subject, of SIZE characters then.
    """
    whole = math.log(size + _PRIOR)
    return sum(
        math.log((subject[word] - without[word]) * total / often + _PRIOR) - whole for word, often in elsewhere.items()
    )
