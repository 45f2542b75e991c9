"""search: articles that match a query."""

from __future__ import annotations

import argparse
from dataclasses import replace

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, whole_number
from zbreader.cli.session import opened
from zbreader.model.search import Hit, NoteHit, SearchOrder, SearchResult

_LONGEST_TOLD = 40  # code points of a query that are said again


def add_commands(commands: Commands) -> None:
    """Add search."""
    search = add_command(commands, "search", _search, "在全部文章里搜索")
    search.add_word("query", metavar="QUERY", help="要找的词")
    search.add_option("--limit", metavar="N", type=whole_number, default=50, help="最多列出几篇（默认 50）")
    search.add_option("--order", choices=[order.value for order in SearchOrder], help="相关的在前，或新的在前")
    search.add_option("--variants", action="store_true", default=None, help="繁简通搜：繁体字和简体字视为相同")
    search.add_option(
        "--no-variants", dest="variants", action="store_false", help="繁体字和简体字分开（设置里已通搜时）"
    )


def _search(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        options = services.searching.usual_options()
        if arguments.order:
            options = replace(options, order=SearchOrder(arguments.order))
        if arguments.variants is not None:
            options = replace(options, variants=arguments.variants)
        result = services.searching.search(arguments.query, limit=arguments.limit, options=options)
    if arguments.json:
        output.document(
            {
                "query": result.query,
                "total": result.total,
                "hits": [_hit(hit) for hit in result.hits],
                "occurrences": result.occurrences,
                "notes_total": result.notes_total,
                "notes": [_note(note) for note in result.notes],
            }
        )
        return
    for hit in result.hits:
        column = f"【{hit.column}】" if hit.column else ""
        output.line(f"{column}{hit.title}  {hit.article_id}  {hit.count} 处")
        output.line(f"    {' '.join(hit.snippet.text.split())}")
    for note in result.notes:
        output.line(f"〔笔记〕{note.article_title}  {note.annotation_id}")
        output.line(f"    {' '.join(note.snippet.text.split())}")
    output.say(_total(result))


def _total(result: SearchResult) -> str:
    if result.total:
        return f"共 {result.total} 篇。"
    sought = " ".join(result.query.split())
    return (
        f"没有文章含有“{sought[:_LONGEST_TOLD]}{'…' * (len(sought) > _LONGEST_TOLD)}”。"
        if sought
        else "没有写要找什么。"
    )


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "issue_id": hit.issue_id,
        "article_id": hit.article_id,
        "title": hit.title,
        "column": hit.column,
        "count": hit.count,
        "snippet": hit.snippet.text,
        "ranges": [list(range_) for range_ in hit.ranges],
    }


def _note(note: NoteHit) -> dict[str, object]:
    return {
        "id": note.annotation_id,
        "issue_id": note.issue_id,
        "article_id": note.article_id,
        "title": note.article_title,
        "author": note.creator,
        "part": note.part.value,
        "count": note.count,
        "snippet": note.snippet.text,
    }
