"""Plain text, short enough to be pasted into a chat group."""

from __future__ import annotations

from zbreader.exporters.sheet import NO_NOTES, READING, Entry, IssuePart, SheetSection, lay_out
from zbreader.exporters.template import SectionKind
from zbreader.model.study import ExportOptions, NotesDocument

BLANK = "＿" * 16


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as UTF-8 text; blocks are separated by one empty line."""
    sheet = lay_out(document, options)
    blocks = ["\n".join(line for line in (sheet.title, sheet.byline) if line)]
    for section in sheet.sections:
        if section.heading:
            blocks.append(f"【{section.heading}】")
        blocks += _section(section)
    return ("\n\n".join(blocks) + "\n").encode()


def _section(section: SheetSection) -> list[str]:
    if section.kind is SectionKind.NOTES:
        return [block for issue in section.issues for block in _issue(issue)] or [NO_NOTES]
    if section.kind is SectionKind.FIELDS:
        return ["\n".join(f"{label}：{value or BLANK}" for label, value in section.values)]
    if section.kind is SectionKind.LINES:
        return [
            f"{label}：\n{value}" if value else _blank_lines(label, section.rows) for label, value in section.values
        ]
    head = "｜".join(label for label, _ in section.values)
    return ["\n".join([head] + ["｜".join("　　" for _ in section.values)] * section.rows)]


def _blank_lines(label: str, rows: int) -> str:
    return "\n".join([f"{label}：", *[BLANK] * rows])


def _issue(issue: IssuePart) -> list[str]:
    blocks = [issue.label] if issue.label else []
    for article in issue.articles:
        if article.title:
            blocks.append(f"◆ {article.title}")
        blocks += [_entry(entry) for entry in article.entries]
    return blocks


def _entry(entry: Entry) -> str:
    lines = [*entry.quotation, entry.source]
    if entry.reading:
        lines += [READING + entry.reading[0], *entry.reading[1:]]
    if entry.person:
        lines.append(f"记录：{entry.person}")
    if entry.tags:
        lines.append(f"标签：{'、'.join(entry.tags)}")
    if entry.remark:
        lines.append(entry.remark)
    return "\n".join(lines)
