"""Which formats there are. Nothing heavy is imported until a format is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from zbreader.model.message import Message, message
from zbreader.model.study import ExportOptions, NotesDocument

Writer = Callable[[NotesDocument, ExportOptions], bytes]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: its name in commands, its file suffix, what a person calls it, and the module that writes it."""

    name: str
    suffix: str
    label: Message
    module: str

    def write(self, document: NotesDocument, options: ExportOptions | None = None) -> bytes:
        """Give the file's bytes; the same input gives the same bytes. Raises KnownError for an unknown template."""
        writer: Writer = import_module(f"zbreader.exporters.{self.module}").write
        return writer(document, options or ExportOptions())


def registry() -> dict[str, Exporter]:
    """All formats by name, the one for handing in first."""
    return {exporter.name: exporter for exporter in _EXPORTERS}


_EXPORTERS = (
    Exporter("docx", ".docx", message("Word 文档"), "word"),
    Exporter("md", ".md", message("Markdown（Obsidian、思源笔记）"), "markdown"),
    Exporter("zip", ".zip", message("Obsidian、思源笔记（每篇一个 Markdown 文件）"), "vault"),
    Exporter("txt", ".txt", message("纯文本（发群聊）"), "plain_text"),
    Exporter("html", ".html", message("网页"), "web"),
    Exporter("xlsx", ".xlsx", message("Excel 工作簿"), "workbook"),
    Exporter("csv", ".csv", message("表格（CSV，Excel 与 WPS 可打开）"), "table"),
    Exporter("json", ".json", message("数据（JSON）"), "data"),
)
