"""A passage as people hand it on: the words, and under them ——出处."""

from __future__ import annotations

from zbreader.model.issue import Article
from zbreader.model.study import ArticleNotes


def with_source(quote: str, article: Article, issue_label: str) -> str:
    """The quotation and its source as exported sheets name it: ——《刊名》期·栏目·篇目·作者."""
    from zbreader.exporters.sheet import source_of  # not before someone copies: no part of the start

    source = source_of(
        ArticleNotes(issue_label, article.title, column=article.column, authors=article.authors, page=article.page)
    )
    return f"{quote.strip()}\n——{source}"
