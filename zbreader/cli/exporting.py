"""export: notes as a document."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from zbreader.cli import output
from zbreader.cli.drawing import PDF, DrawPdf, write_pdf
from zbreader.cli.parsing import Commands, add_command, add_filters, filter_from
from zbreader.cli.session import opened
from zbreader.model.study import ExportOptions

FORMATS = ("md", "txt", "html", "docx", "pdf", "csv", "xlsx", "json")


def add_commands(commands: Commands) -> None:
    """Add export."""
    export = add_command(commands, "export", _export, "把标注和笔记导出为文档", json=False)
    export.add_option("-o", "--output", metavar="FILE", type=Path, required=True, help="写到哪个文件")
    export.add_option("--format", metavar="F", choices=FORMATS, help=f"格式（默认看文件名结尾）：{' '.join(FORMATS)}")
    export.add_option("--template", metavar="NAME", help="学习单模板的名称")
    export.add_option("--repairs", action="store_true", help="摘录经过导入时修复的地方时注明")
    add_filters(export)


def _export(arguments: argparse.Namespace) -> None:
    options = ExportOptions(repairs=arguments.repairs)
    if arguments.template is not None:
        options = replace(options, template=arguments.template)
    path: Path = arguments.output
    draw_pdf: DrawPdf | None = arguments.draw_pdf
    format = arguments.format or path.suffix.lower().removeprefix(".")
    with opened(arguments) as services:
        if format == PDF and draw_pdf is not None:
            page = services.exporting.export(filter_from(arguments), "html", options=options)
            write_pdf(path, page, draw_pdf)
        else:
            services.exporting.export_to(path, filter_from(arguments), arguments.format, options=options)
    output.say(f"已导出到 {path}")
