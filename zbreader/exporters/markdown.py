"""Markdown that survives Obsidian, SiYuan and CommonMark: quotation blocks, and nothing of a note read as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
# CommonMark 2.4 allows a backslash before any ASCII punctuation; beyond its own marks these mean something to
# Obsidian (== %% ^ $ [[ #) or SiYuan (^ == {{ (( # $).
_MARKS = re.compile(r"[\\`*_{}\[\]<>#|~$=^&]|%(?=%)|\((?=\()|!(?=\[)")
_LIST_START = re.compile(r"^([-+]|\d{1,9}(?=[.)]))")
_TAG = re.compile(r"[\w/-]*[^\W\d][\w/-]*")  # Obsidian: letters, digits, _ - /, not digits alone


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as CommonMark in UTF-8."""
    sheet = lay_out(document, options)
    blocks = [f"# {escaped(sheet.title)}"]
    if sheet.byline:
        blocks.append(escaped(sheet.byline))
    for section in sheet.sections:
        if section.heading:
            blocks.append(f"## {escaped(section.heading)}")
        blocks += _section(section)
    return ("\n\n".join(blocks) + "\n").encode()


def escaped(line: str) -> str:
    """One line as literal text."""
    escaped_line = _MARKS.sub(lambda mark: "\\" + mark.group(), line)
    start = _LIST_START.match(escaped_line)
    if start is None:
        return escaped_line
    if start.group().isdecimal():  # 1. or 1): the mark after the number is what makes a list
        return f"{start.group()}\\{escaped_line[start.end() :]}"
    return "\\" + escaped_line


def _section(section: SheetSection) -> list[str]:
    if section.kind is SectionKind.NOTES:
        return [block for issue in section.issues for block in _issue(issue)] or [NO_NOTES]
    if section.kind is SectionKind.CARDS:
        return [block for entry in entries_of(section) for block in (_quoted(entry), "---")][:-1] or [NO_NOTES]
    if section.kind is SectionKind.TEXTS:
        return [line for issue in section.issues for article in issue.articles for line in _whole(article, issue.label)]
    if section.kind is SectionKind.CONTENTS:
        return [
            "\n".join(f"{number}. {escaped(title)}　{escaped(label)}" for number, title, label in contents_of(section))
        ]
    if section.kind is SectionKind.TABLE:
        return [_table([label for label, _ in section.values], section.cells)]
    blanks = 1 if section.kind is SectionKind.FIELDS else section.rows
    return [block for label, value in section.values for block in _labelled(label, value, blanks)]


def _whole(article: ArticlePart, label: str) -> list[str]:
    about = escaped("　".join(part for part in (label, article.authors) if part))
    lines = [f"### {escaped(text)}" if is_heading else escaped(text) for is_heading, text in article.text]
    return [f"## {escaped(article.title)}", about, *lines]


def _labelled(label: str, value: str, blanks: int) -> list[str]:
    first, *others = value.split("\n")
    head = f"**{escaped(label)}**：{escaped(first) or BLANK}"
    return [head, *map(escaped, others)] if value else [head, *[BLANK] * (blanks - 1)]


def _table(labels: Sequence[str], cells: Sequence[Sequence[str]]) -> str:
    rows = ["| " + " | ".join(map(escaped, labels)) + " |", "|" + " --- |" * len(labels)]
    rows += ["| " + " | ".join(escaped(" ".join(cell.split())) for cell in row) + " |" for row in cells]
    return "\n".join(rows)


def _issue(issue: IssuePart) -> list[str]:
    blocks = [f"## {escaped(issue.label)}"] if issue.label else []
    for article in issue.articles:
        if article.title:
            blocks.append(f"### {escaped(article.title)}")
        for entry in article.entries:
            blocks += entry_blocks(entry)
    return blocks


def entry_blocks(entry: Entry) -> list[str]:
    """One note: what is quoted, what is said of it, by whom, under which tags."""
    blocks = [_quoted(entry)]
    if entry.reading:
        # 【**解读**】, not **【解读】**: after a mark and before a letter CommonMark 6.2 closes no emphasis.
        head = f"【**{READING.strip('【】')}**】"
        blocks += [head + escaped(entry.reading[0]), *map(escaped, entry.reading[1:])]
    if entry.person:
        blocks.append(f"记录：{escaped(entry.person)}")
    if entry.tags:
        blocks.append("标签：" + " ".join(_tag(tag) for tag in entry.tags))
    if entry.reference:
        blocks.append(f"引用：{escaped(entry.reference)}")
    if entry.remark:
        blocks.append(f"*{entry.remark}*")
    return blocks


def _quoted(entry: Entry) -> str:
    return "\n>\n".join(f"> {escaped(line)}" for line in (*entry.quotation, entry.source))


def _tag(tag: str) -> str:
    joined = tag.replace(" ", "-")
    return f"#{joined}" if _TAG.fullmatch(joined) else escaped(tag)
