"""Notes as rows: what the spreadsheet formats have in common."""

from __future__ import annotations

from collections.abc import Iterator

from zbreader.exporters.characters import on_one_line, printable
from zbreader.exporters.sheet import quotation_of, table_cells
from zbreader.exporters.template import load_template
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.selector import AnchorState
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument

HEADS = ("序号", "期号", "总期号", "栏目", "篇目", "作者", "页码", "原文", "解读", "标签", "记录人", "记录时间", "状态")
STATES = {AnchorState.EXACT: "", AnchorState.REPAIRED: "已重新定位", AnchorState.UNPLACED: "未定位"}
PUT_RIGHT = "经导入修复"


def heads_and_rows(
    document: NotesDocument, options: ExportOptions
) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """What a spreadsheet holds: the sheet's own table, where it has one and no notes; else one row a note.

    Raises KnownError for an unknown sheet.
    """
    table = load_template(options.template).table
    if table is None:
        return HEADS, rows(document)
    return table.labels, iter(table_cells(table, options))


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
                _state(placed, put_right=annotation.id in article.repaired),
            )


def _state(placed: PlacedAnnotation, *, put_right: bool) -> str:
    return "；".join(part for part in (STATES[placed.anchor.state], PUT_RIGHT * put_right) if part)


def _source_cells(article: ArticleNotes) -> tuple[str, ...]:
    return (
        on_one_line(article.issue_label),
        str(article.issue_serial or ""),
        on_one_line(article.column or ""),
        on_one_line(article.title),
        "、".join(on_one_line(author) for author in article.authors),
        str(article.page or ""),
    )
