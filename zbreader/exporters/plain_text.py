"""Plain text, short enough to be pasted into a chat group."""

from __future__ import annotations

from zbreader.exporters.sheet import (
    NO_NOTES,
    READING,
    ArticlePart,
    Entry,
    IssuePart,
    SheetSection,
    contents_of,
    entries_of,
    lay_out,
)
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
    if section.kind is SectionKind.CARDS:
        return [_card(entry) for entry in entries_of(section)] or [NO_NOTES]
    if section.kind is SectionKind.TEXTS:
        return [line for issue in section.issues for article in issue.articles for line in _whole(article, issue.label)]
    if section.kind is SectionKind.CONTENTS:
        return ["\n".join(f"{number}. {title}　{label}" for number, title, label in contents_of(section))]
    if section.kind is SectionKind.FIELDS:
        return ["\n".join(f"{label}：{value or BLANK}" for label, value in section.values)]
    if section.kind is SectionKind.LINES:
        return [
            f"{label}：\n{value}" if value else _blank_lines(label, section.rows) for label, value in section.values
        ]
    if section.kind is SectionKind.TABLE:
        rows = [[label for label, _ in section.values], *section.cells]
        return ["\n".join("｜".join(" ".join(cell.split()) or "　　" for cell in row) for row in rows)]
    return []  # a cover says what the head says already


def _whole(article: ArticlePart, label: str) -> list[str]:
    head = f"◆ {article.title}\n" + "　".join(part for part in (label, article.authors) if part)
    return [head, *(text if is_heading else f"　　{text}" for is_heading, text in article.text)]


def _card(entry: Entry) -> str:
    return "\n".join([*entry.quotation, entry.source])


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
    if entry.reference:
        lines.append(f"引用：{entry.reference}")
    if entry.remark:
        lines.append(entry.remark)
    return "\n".join(lines)
