"""highlight, notes: marks on articles."""

from __future__ import annotations

import argparse

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, add_filters, filter_from
from zbreader.cli.session import opened
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.mark import HighlightColor
from zbreader.model.selector import AnchorState

_COLORS = {
    HighlightColor.YELLOW: "黄",
    HighlightColor.GREEN: "绿",
    HighlightColor.BLUE: "蓝",
    HighlightColor.PINK: "粉",
    HighlightColor.PURPLE: "紫",
}


def add_commands(commands: Commands) -> None:
    """Add highlight and notes."""
    highlight = add_command(commands, "highlight", _highlight, "标记文章里的一段原文")
    highlight.add_word("article", metavar="ARTICLE_ID", help="文章的编号（见 show）")
    highlight.add_option("--quote", metavar="TEXT", required=True, help="要标记的原文；出现多处时标记第一处")
    highlight.add_option("--note", metavar="TEXT", help="附上的笔记")
    highlight.add_option(
        "--color", default="yellow", choices=[color.value for color in HighlightColor], help="颜色（默认 yellow）"
    )
    highlight.add_option("--tag", metavar="TAG", action="append", default=[], help="标签，可重复")
    notes = add_command(commands, "notes", _notes, "列出标注和笔记")
    add_filters(notes)


def _highlight(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        placed = services.annotating.add_by_quote(
            arguments.article,
            arguments.quote,
            color=HighlightColor(arguments.color),
            note=arguments.note,
            tags=arguments.tag,
        )
    if arguments.json:
        output.document(_note(placed))
    else:
        output.line("\n".join(_rows(placed)))


def _notes(arguments: argparse.Namespace) -> None:
    with opened(arguments) as services:
        found = services.annotating.notes(filter_from(arguments))
    if arguments.json:
        output.document([_note(placed) for placed in found])
        return
    heading = None
    for placed in found:
        target = placed.annotation.target
        if heading != (target.issue_id, target.article_id):
            heading = (target.issue_id, target.article_id)
            output.line(f"{target.issue_label}  {target.article_title}".strip())
        output.line("\n".join(_rows(placed)))
    output.say(f"共 {len(found)} 条。")


def _note(placed: PlacedAnnotation) -> dict[str, object]:
    annotation, anchor = placed.annotation, placed.anchor
    selectors = annotation.target.selectors
    return {
        "id": annotation.id,
        "article_id": annotation.target.article_id,
        "issue_id": annotation.target.issue_id,
        "author": annotation.creator,
        "created": annotation.created,
        "modified": annotation.modified,
        "color": annotation.color.value,
        "tags": list(annotation.tags),
        "quote": "" if selectors is None else selectors.quote.exact,
        "note": annotation.note,
        "state": anchor.state.value,
        "start": anchor.start,
        "end": anchor.end,
        "author_id": annotation.creator_key,
        "group": annotation.group,
    }


def _rows(placed: PlacedAnnotation) -> list[str]:
    annotation = placed.annotation
    selectors = annotation.target.selectors
    quote = "（全文）" if selectors is None else f"“{' '.join(selectors.quote.exact.split())}”"
    facts = [_COLORS[annotation.color], annotation.creator, annotation.modified[:10], annotation.id]
    if placed.anchor.state is AnchorState.UNPLACED:
        facts.insert(0, "未定位")
    rows = [f"  {quote}", *(f"    {line}" for line in (annotation.note or "").splitlines())]
    rows.append("    " + "  ".join([fact for fact in facts if fact] + [f"#{tag}" for tag in annotation.tags]))
    return rows
