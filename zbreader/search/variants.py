"""Simplified and traditional writing as one: 發展 finds 发展, and the other way round, in an index that knows neither.

Every character stands for its class (resources/dictionary/variants.txt); `unified` writes each as the first of its
class, one character for one, so that places stay places. Two folded texts mean the same when they are unified to the
same. What is asked of the index are the spellings of a word, of those that the library's texts hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import pairwise

from zbreader.resources import resource

MOST_SPELLINGS = 48  # of one word that the index is asked for
_FEW = 64  # different characters that are replaced one after the other


def unified(folded: str) -> str:
    """The folded text FOLDED with every character written as the first of its class."""
    pattern, first, _ = _table()
    changing = first.keys() & set(pattern.findall(folded))
    if len(changing) > _FEW:
        return folded.translate({ord(character): first[character] for character in changing})
    for character in changing:
        folded = folded.replace(character, first[character])
    return folded


def ways_to_write(unified_text: str) -> str:
    """Every character that `unified` writes as one of UNIFIED_TEXT."""
    _, _, classes = _table()
    return "".join(classes.get(character, character) for character in unified_text)


def spellings(folded: str, known: Callable[[Iterable[str]], Collection[str]]) -> list[str] | None:
    """The ways to write the folded word FOLDED of which KNOWN knows every two neighbours; FOLDED if there is none.

    None: there are more than MOST_SPELLINGS.
    """
    _, _, classes = _table()
    ways = [classes.get(character, character) for character in folded]
    if all(len(way) == 1 for way in ways):
        return [folded]
    if len(ways) == 1:
        return list(ways[0])
    wanted = {one + other for left, right in pairwise(ways) for one in left for other in right}
    there = set(known(sorted(wanted)))
    found = list(ways[0])
    for way in ways[1:]:
        found = [start + character for start in found for character in way if start[-1] + character in there]
        if len(found) > MOST_SPELLINGS:
            return None
    return found or [folded]


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """What finds characters that may not be the first of their class, the first of each one's class, and its class."""
    first: dict[str, str] = {}
    classes: dict[str, str] = {}
    with resource("dictionary", "variants.txt").open(encoding="utf-8") as lines:
        for members in map(str.strip, lines):
            if members and not members.startswith("#"):
                classes |= dict.fromkeys(members, members)
                first |= dict.fromkeys(members[1:], members[0])
    # One character beyond the BMP in a set, and Python compares every character of a text with a list of them all.
    within = "".join(sorted(character for character in first if character <= "\uffff"))
    return re.compile(f"[{within}]|[\U00010000-\U0010ffff]"), first, classes
