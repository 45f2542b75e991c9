"""Among the best hits: those whose words are words of the language before those where two words only happen to meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from zbreader.search.words import Words
from zbreader.services.finding import ArticleText
from zbreader.services.matches import Found

_LOOKED_AT = 2  # occurrences of each word in an article
_AROUND = 6  # characters on either side that may belong to a word across the border
_ACCIDENT = 0.4  # what BM25 counts for where no occurrence is a word
_MORE = 5  # articles that are looked into at a time, once as many as are wanted were
_WORDS = 3  # more of them are hardly ever met together by accident

_Key = tuple[int, float, float, int, int]
"""The smaller, the better: tier, weighed BM25, negative share of true words, age of the issue, place in it."""


def in_true_words(
    found: Sequence[Found],
    texts_of: Callable[[Sequence[str]], Mapping[str, ArticleText]],
    sought: Sequence[str],
    words: Words,
    count: int,
) -> list[Found]:
    """The first COUNT of FOUND when each one's BM25 is weighed by the share of true words among its first occurrences.

    Tiers stay. found: in the order of tier and BM25. Looks into no more articles than it takes: those that follow
    cannot come before the COUNTth, were all their words true.
    """
    told = [word for word in sought if len(word) > 1] if len(sought) <= _WORDS else []
    if not told or count < 1:
        return list(found[:count])
    keyed: list[tuple[_Key, Found]] = []
    while len(keyed) < len(found):
        if len(keyed) >= count and keyed[count - 1][0] < _key(found[len(keyed)], 1.0):
            break
        some = found[len(keyed) : max(count, len(keyed) + _MORE)]
        texts = texts_of([one[4] for one in some])
        keyed += [(_key(one, _share(texts[one[4]], told, words) if one[4] in texts else 1.0), one) for one in some]
        keyed.sort()
    return [one for _, one in keyed[:count]]


def _key(one: Found, share: float) -> _Key:
    tier, cost, age, position, _ = one
    return tier, cost * (_ACCIDENT + (1 - _ACCIDENT) * share), -share, age, position


def _share(article: ArticleText, sought: Sequence[str], words: Words) -> float:
    true = looked_at = 0
    for word in sought:
        for text in (article.title, article.text):
            for start, end in text.find_all(word)[:_LOOKED_AT]:
                first = max(0, start - _AROUND)
                true += words.is_whole(text.text[first : end + _AROUND], start - first, end - first)
                looked_at += 1
    return true / looked_at if looked_at else 1.0
