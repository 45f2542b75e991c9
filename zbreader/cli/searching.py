"""search: articles that match a query."""

from __future__ import annotations

import argparse

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, whole_number
from zbreader.cli.session import opened
from zbreader.model.search import Hit


def add_commands(commands: Commands) -> None:
    """Add search."""
    search = add_command(commands, "search", _search, "在全部文章里搜索")
    search.add_word("query", metavar="QUERY", help="要找的词")
    search.add_option("--limit", metavar="N", type=whole_number, default=50, help="最多列出几篇（默认 50）")


def _search(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        result = services.searching.search(arguments.query, limit=arguments.limit)
    if arguments.json:
        output.document({"query": result.query, "total": result.total, "hits": [_hit(hit) for hit in result.hits]})
        return
    for hit in result.hits:
        column = f"【{hit.column}】" if hit.column else ""
        output.line(f"{column}{hit.title}  {hit.article_id}  {hit.count} 处")
        output.line(f"    {' '.join(hit.snippet.text.split())}")
    output.say(f"共 {result.total} 篇。" if result.total else f"没有文章含有“{arguments.query}”。")


def _hit(hit: Hit) -> dict[str, object]:
    return {
        "issue_id": hit.issue_id,
        "article_id": hit.article_id,
        "title": hit.title,
        "column": hit.column,
        "count": hit.count,
        "snippet": hit.snippet.text,
    }
