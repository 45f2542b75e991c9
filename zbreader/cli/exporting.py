"""export: notes as a document."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from zbreader.cli import output
from zbreader.cli.parsing import Commands, add_command, add_filters, filter_from
from zbreader.cli.session import opened
from zbreader.model.errors import KnownError
from zbreader.model.study import ExportOptions
from zbreader.services.files import write_whole

DrawPdf = Callable[[str], bytes]  # a web page in, a PDF out

PDF = "pdf"
FORMATS = ("md", "txt", "html", "docx", "pdf", "csv", "xlsx", "json")


def add_commands(commands: Commands) -> None:
    """Add export."""
    export = add_command(commands, "export", _export, "把标注和笔记导出为文档", json=False)
    export.add_option("-o", "--output", metavar="FILE", type=Path, required=True, help="写到哪个文件")
    export.add_option("--format", metavar="F", choices=FORMATS, help=f"格式（默认看文件名结尾）：{' '.join(FORMATS)}")
    export.add_option("--template", metavar="NAME", help="学习单模板的名称")
    add_filters(export)


def _export(arguments: argparse.Namespace) -> None:
    options = ExportOptions() if arguments.template is None else ExportOptions(template=arguments.template)
    path: Path = arguments.output
    draw_pdf: DrawPdf | None = arguments.draw_pdf
    format = arguments.format or path.suffix.lower().removeprefix(".")
    with opened(arguments) as services:
        if format == PDF and draw_pdf is not None:
            page = services.exporting.export(filter_from(arguments), "html", options=options)
            write_whole(path, _drawn(draw_pdf, page.decode()))
        else:
            services.exporting.export_to(path, filter_from(arguments), arguments.format, options=options)
    output.say(f"已导出到 {path}")


def _drawn(draw_pdf: DrawPdf, page: str) -> bytes:
    try:
        return draw_pdf(page)
    except ImportError as error:
        raise KnownError("画 PDF 要用的图形库装载不了。请导出为 docx 或 html，再另存为 PDF。") from error
