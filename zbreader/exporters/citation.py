"""The source of a passage in words: as the magazine writes it, or by the standard for references (GB/T 7714).

An article in a serial without volumes, by the examples of the standards (2015: 8.4 and 8.8.3; 2025: 8.5.3):

    2015  责任者, 责任者, 责任者, 等. 题名: 副题[J]. 刊名, 年(期): 页码.
    2025  责任者,责任者,责任者,等. 题名: 副题[J]. 刊名, 年 (期): 页码.
"""

from __future__ import annotations

from zbreader.exporters.characters import on_one_line
from zbreader.exporters.sheet import source_of
from zbreader.model.citation import CitationStyle, CitedArticle
from zbreader.model.study import ArticleNotes

_MOST_AUTHORS = 3  # GB/T 7714-2015, 8.1.2: beyond three the first three and 等
_JOURNAL = "[J]"
_DASHES = "—-－–─ 　"
_QUOTES = str.maketrans("", "", "《》")


def cite(article: CitedArticle, style: CitationStyle) -> str:
    """The source in one line, without what is unknown. The magazine's form has no ——: where it stands decides that."""
    if style is CitationStyle.MAGAZINE:
        return source_of(
            ArticleNotes(
                article.issue_label,
                article.title,
                column=article.column,
                authors=article.authors,
                issue_serial=article.identity.serial,
                page=article.page,
            )
        )
    return _reference(article, is_new=style is CitationStyle.GBT_2025)


def quoted(passage: str, article: CitedArticle, style: CitationStyle) -> str:
    """A passage with its source below it, ready to be pasted."""
    before = "——" if style is CitationStyle.MAGAZINE else ""
    return f"{passage.strip()}\n{before}{cite(article, style)}"


def _reference(article: CitedArticle, *, is_new: bool) -> str:
    authors = [name for name in map(on_one_line, article.authors) if name]
    if len(authors) > _MOST_AUTHORS:
        authors = [*authors[:_MOST_AUTHORS], "等"]
    title = on_one_line(article.title)
    subtitle = on_one_line(article.subtitle or "").strip(_DASHES)
    head = f"{title}: {subtitle}" if subtitle else title
    parts = [("," if is_new else ", ").join(authors), f"{head}{_JOURNAL}", _serial(article, is_new=is_new)]
    return ". ".join(part for part in parts if part) + "."


def _serial(article: CitedArticle, *, is_new: bool) -> str:
    """刊名, 年(期): 页码."""
    identity = article.identity
    if not identity.magazine:  # then what a person calls the issue is all that is known
        where = on_one_line(article.issue_label).translate(_QUOTES)
    else:
        # Two magazines under one name, as libraries and databases have them: 刊名(下半月).
        name = on_one_line(identity.magazine).translate(_QUOTES)
        name += f"({on_one_line(identity.half)})" if identity.half else ""
        number = f"({identity.number})" if identity.number is not None else ""
        year = str(identity.year) if identity.year is not None else ""
        where = ", ".join(
            part for part in (name, (" " if is_new and year and number else "").join((year, number))) if part
        )
    return f"{where}: {article.page}" if where and article.page is not None else where
