"""Notes as rows: what the spreadsheet formats have in common."""

from __future__ import annotations

from collections.abc import Iterator

from zbreader.exporters.characters import on_one_line, printable
from zbreader.exporters.sheet import quotation_of
from zbreader.model.selector import AnchorState
from zbreader.model.study import ArticleNotes, NotesDocument

HEADS = ("序号", "期号", "总期号", "栏目", "篇目", "作者", "页码", "原文", "解读", "标签", "记录人", "记录时间", "状态")
STATES = {AnchorState.EXACT: "", AnchorState.REPAIRED: "已重新定位", AnchorState.UNPLACED: "未定位"}


def rows(document: NotesDocument) -> Iterator[tuple[str, ...]]:
    """One row of printable cells a note, as HEADS say."""
    number = 0
    for article in document.articles:
        source = _source_cells(article)
        for placed in article.notes:
            number += 1
            annotation = placed.annotation
            yield (
                str(number),
                *source,
                printable(quotation_of(placed) or ""),
                printable(annotation.note or ""),
                "、".join(on_one_line(tag) for tag in annotation.tags),
                on_one_line(annotation.creator),
                on_one_line(annotation.created),
                STATES[placed.anchor.state],
            )


def _source_cells(article: ArticleNotes) -> tuple[str, ...]:
    return (
        on_one_line(article.issue_label),
        str(article.issue_serial or ""),
        on_one_line(article.column or ""),
        on_one_line(article.title),
        "、".join(on_one_line(author) for author in article.authors),
        str(article.page or ""),
    )
