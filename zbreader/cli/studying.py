"""sessions: study sessions, and the sheets about them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.cli import output
from zbreader.cli.drawing import PDF, DrawPdf, write_pdf
from zbreader.cli.parsing import Commands, add_command
from zbreader.cli.session import opened
from zbreader.model.session_fields import to_values
from zbreader.model.study import ExportOptions

if TYPE_CHECKING:
    from zbreader.model.session import Session
    from zbreader.services.exchanging import Exchanging
    from zbreader.services.studying import Studying

DEFAULT_SHEET = "主题党日活动记录"
PLAN_SUFFIX = ".zbnotes"


def add_commands(commands: Commands) -> None:
    """Add sessions."""
    sessions = add_command(commands, "sessions", _sessions, "列出学习会，或导出它们的材料")
    sessions.add_word("sessions", metavar="SESSION_ID", nargs="*", help="学习会的编号（默认：全部）")
    sessions.add_option(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="把材料写到哪个文件（docx、pdf、xlsx、md、txt…；zbnotes：一次学习会的计划，给组员的程序收下）",
    )
    sessions.add_option("--with-notes", action="store_true", help="发给组员时附上自己在这些篇目上的笔记")
    sessions.add_option("--template", metavar="NAME", default=DEFAULT_SHEET, help=f"哪种材料（默认：{DEFAULT_SHEET}）")


def _sessions(arguments: argparse.Namespace) -> int:
    with opened(arguments) as services:
        wanted = arguments.sessions
        found = [services.studying.session(id_) for id_ in wanted] if wanted else services.studying.sessions()
        if arguments.output is not None:
            if not found:
                output.say("还没有学习会，没有导出。请先在“笔记 → 学习会…”里新建一次。")
                return 1
            if arguments.output.suffix.lower() == PLAN_SUFFIX:
                return _hand_out(services.exchanging, found, arguments.output, with_notes=arguments.with_notes)
            options = ExportOptions(arguments.template)
            _write(services.studying, arguments.output, [session.id for session in found], options, arguments.draw_pdf)
            output.say(f"已导出到 {arguments.output}")
            return 0
    if arguments.json:
        output.document([{"id": session.id, **to_values(session)} for session in found])
        return 0
    for session in found:
        output.line(f"{session.day or '日期未定'}  {session.title or '（未写主题）'}  {session.id}")
        for article in session.articles:
            output.line(f"    {article.title}{'  领学：' + article.leader if article.leader else ''}")
    output.say(f"共 {len(found)} 次学习会。" if found else "还没有学习会。")
    return 0


def _hand_out(exchanging: Exchanging, found: list[Session], path: Path, *, with_notes: bool) -> int:
    if len(found) != 1:
        output.say("一次只能发一次学习会的计划，没有导出。请写明它的编号。")
        return 1
    count = exchanging.hand_out(found[0], path, with_notes=with_notes)
    output.say(f"已把计划和 {count} 条笔记保存到 {path}" if count else f"已把计划保存到 {path}")
    return 0


def _write(
    studying: Studying, path: Path, session_ids: list[str], options: ExportOptions, draw_pdf: DrawPdf | None
) -> None:
    if path.suffix.lower() == f".{PDF}" and draw_pdf is not None:
        write_pdf(path, studying.export(session_ids, "html", options), draw_pdf)
    else:
        studying.export_to(path, session_ids, options)
