"""Does this line go on where that one stopped? A small character n-gram model, built from the issue itself.

Interpolated trigrams over code points (Jelinek-Mercer smoothing; Manning & Schütze, Foundations of Statistical Natural
Language Processing, 6.2.5), asked twice: how likely is the second line's beginning after the first line's end, and how
likely as the beginning of a paragraph?
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

from zbreader.text.punctuation import CLOSING, unclosed

_REPLACED = [
    *zip("，；：？！（）％～123456789０１２３４５６７８９", ",;:?!()%~" + "0" * 19, strict=True),
    *((blank, "") for blank in " \t\u3000\u00a0"),
]
_FORMS = str.maketrans(dict(_REPLACED))
_PAUSES = frozenset(",、;:，；：(（《“‘「『—-·")
_PRIOR = 0.7  # paragraphs' worth of belief that a character begins them as often as it stands anywhere
_BETWEEN = "\n"  # stands in no line, so nothing asks for the pairs that it makes
_FINAL = frozenset(",、;:.。!?%％")
_LIMIT = 9.0  # no single piece of evidence weighs more than this many nats


@dataclass(frozen=True, slots=True)
class Language:
    """Counts of single characters, pairs and triples, and of what paragraphs begin with."""

    ones: Counter[str]
    twos: Counter[str]
    threes: Counter[str]
    starts: Counter[str]  # first characters and first pairs of paragraphs
    size: int
    paragraphs: int

    @staticmethod
    def empty() -> Language:
        """A model that knows nothing."""
        return Language(Counter(), Counter(), Counter(), Counter(), 0, 0)

    @staticmethod
    def learn(texts: Iterable[str], beginnings: Iterable[str]) -> Language:
        """Count over the lines of an issue and over those lines that surely begin a paragraph."""
        plain = "".join(text + _BETWEEN for text in texts)
        for before, after in _REPLACED:  # much faster than `folded` for a whole issue
            plain = plain.replace(before, after)
        pairs = list(map(add, plain, plain[1:]))
        twos, threes = Counter(pairs), Counter(map(add, pairs, plain[2:]))
        ones: Counter[str] = Counter()
        for pair, often in twos.items():  # there are far fewer pairs than characters
            ones[pair[0]] += often
        del ones[_BETWEEN]
        starts: Counter[str] = Counter()
        count = 0
        for text in beginnings:
            plain = folded(text[:6])
            starts.update((plain[:1], plain[:2]))
            count += 1
        return Language(ones, twos, threes, starts, sum(ones.values()), count)

    def goes_on(self, tail: str, head: str) -> float:
        """Evidence (nats, about -10..10) that `head` continues the paragraph cut after `tail`: above 0 it does."""
        end, start = folded(tail[-12:]), folded(head[:12])
        if not end or not start:
            return 0.0
        if end[-1] in _PAUSES:
            if end[-1] in ";:；：":
                return 1.0
            return _LIMIT - 2.0 + max(-2.0, min(2.0, 0.5 * (self._after(end[-2:], start) - self._beginning(start))))
        if start[:2] != ".." and (start[0] in _FINAL or start[0] in CLOSING):
            return _LIMIT
        score = self._after(end[-2:], start) - self._beginning(start)
        return max(-_LIMIT, min(_LIMIT, score)) + _brackets(tail, head)

    def _after(self, end: str, start: str) -> float:
        first = self._chance(end[-2:], start[0])
        second = self._chance(end[-1] + start[0], start[1:2]) if len(start) > 1 else 0.0
        return first + second

    def _beginning(self, start: str) -> float:
        alone = math.exp(self._chance("", start[0]))
        often = (self.starts[start[0]] + _PRIOR) / (self.paragraphs * alone + _PRIOR)  # how much oftener than anywhere
        first = math.log(alone * often)
        if len(start) < 2:
            return first
        follows = math.exp(self._chance(start[0], start[1]))
        second = math.log((self.starts[start[:2]] + 3.0 * follows) / (self.starts[start[0]] + 3.0))
        return first + second

    def _chance(self, before: str, character: str) -> float:
        """log P(character | one or two characters before it)."""
        chance = (self.ones[character] + 0.5) / (self.size + 2000.0)
        if before:
            last = before[-1]
            chance = 0.25 * chance + 0.75 * (self.twos[last + character] + 2 * chance) / (self.ones[last] + 2.0)
        if len(before) > 1:
            seen = self.twos[before[-2:]]
            chance = 0.4 * chance + 0.6 * (self.threes[before[-2:] + character] + chance) / (seen + 1.0)
        return math.log(max(chance, 1e-9))


def folded(text: str) -> str:
    """Text as the model sees it: no white space, one width, every digit a zero."""
    return text.translate(_FORMS)


def _brackets(tail: str, head: str) -> float:
    """A bracket or quotation left open in the first line and closed in the second speaks for one paragraph."""
    still_open = unclosed(tail)
    straight = tail.count('"') % 2 == 1
    if straight:
        return 3.0 if head.count('"') % 2 == 1 else 0.0
    if not still_open:
        return 0.0
    closers = {"“": "”", "「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "‘": "’"}
    closer = closers.get(still_open[-1])
    if closer is None:
        return 0.0
    position = head.find(closer)
    opener = head.find(still_open[-1])
    return 4.0 if position >= 0 and (opener < 0 or position < opener) else -0.5
