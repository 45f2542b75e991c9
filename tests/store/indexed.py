"""Articles for an index of two fields."""

from __future__ import annotations

from zbreader.search.bigrams import bigrams_of_all, characters
from zbreader.search.folding import fold
from zbreader.store.fulltext_values import IndexedArticle

FIELDS = {"body": 1.0, "title": 10.0}


def article(number: int, title: str, *body: str) -> IndexedArticle:
    head, pieces = fold(title), [fold(piece) for piece in body]
    words = (bigrams_of_all(pieces), f"{bigrams_of_all([head])} {characters([head])}")
    return IndexedArticle(f"article-{number}", words, head + "".join(pieces))
