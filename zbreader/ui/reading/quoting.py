"""A passage as people hand it on: the words, and under them their source."""

from __future__ import annotations

from zbreader.model.citation import CitationStyle, CitedArticle


def with_source(quote: str, article: CitedArticle, style: CitationStyle = CitationStyle.MAGAZINE) -> str:
    """The quotation and its source as exported sheets and reference lists name it."""
    from zbreader.exporters.citation import quoted  # not before someone copies: no part of the start

    return quoted(quote, article, style)
