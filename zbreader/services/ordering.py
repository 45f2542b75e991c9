"""Among the best hits: those whose words are words of the language before those where two words only happen to meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from zbreader.search.words import Words
from zbreader.services.finding import ArticleText
from zbreader.services.matches import Found

_LOOKED_AT = 2  # occurrences of each word in an article
_AROUND = 6  # characters on either side that may belong to a word across the border
_ACCIDENT = 0.4  # what BM25 counts for where no occurrence is a word


def in_true_words(
    found: Sequence[Found], texts: Mapping[str, ArticleText], sought: Sequence[str], words: Words
) -> list[Found]:
    """FOUND with each one's BM25 weighed by the share of true words among its first occurrences; tiers stay."""

    def key(one: Found) -> tuple[int, float, float, int, int]:
        tier, cost, age, position, article_id = one
        share = _share(texts[article_id], sought, words) if article_id in texts else 1.0
        return tier, cost * (_ACCIDENT + (1 - _ACCIDENT) * share), -share, age, position

    return sorted(found, key=key)


def _share(article: ArticleText, sought: Sequence[str], words: Words) -> float:
    true = looked_at = 0
    for word in sought if len(sought) <= 3 else ():
        if len(word) < 2:
            continue
        for text in (article.title, article.text):
            for start, end in text.find_all(word)[:_LOOKED_AT]:
                first = max(0, start - _AROUND)
                true += words.is_whole(text.text[first : end + _AROUND], start - first, end - first)
                looked_at += 1
    return true / looked_at if looked_at else 1.0
