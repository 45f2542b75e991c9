"""One self-contained web page: no script, nothing remote, everything escaped, fit to be printed."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape

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
from zbreader.resources import resource

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body{large}>
<main>
{body}
</main>
</body>
</html>
"""


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as one HTML file in UTF-8 whose policy allows its own style sheet and nothing else."""
    sheet = lay_out(document, options)
    lines = [f"<h1>{escape(sheet.title)}</h1>"]
    if sheet.byline:
        lines.append(_paragraph("byline", sheet.byline))
    for section in sheet.sections:
        lines += _section(section)
    return page_of(sheet.title, lines, large=sheet.large)


def page_of(title: str, lines: Sequence[str], *, large: bool = False) -> bytes:
    """A whole page with LINES, which are HTML already, in its body."""
    style = resource("templates", "notes.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _PAGE.format(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        title=escape(title),
        style=style,
        large=' class="large"' if large else "",
        body="\n".join(lines),
    )
    return page.encode()


def _section(section: SheetSection) -> list[str]:
    lines = ["<section>"]
    if section.heading:
        lines.append(f"<h2>{escape(section.heading)}</h2>")
    if section.kind is SectionKind.NOTES:
        lines += [line for issue in section.issues for line in _issue(issue)] or [_paragraph("remark", NO_NOTES)]
    elif section.kind is SectionKind.CARDS:
        gap = _paragraph("gap", " ")
        lines += [line for entry in entries_of(section) for line in (_card(entry), gap)][:-1] or [
            _paragraph("remark", NO_NOTES)
        ]
    elif section.kind is SectionKind.TEXTS:
        lines += [line for issue in section.issues for part in issue.articles for line in _whole(part, issue.label)]
    elif section.kind is SectionKind.CONTENTS:
        entries = (f"<li>{escape(title)}　{escape(label)}</li>" for _, title, label in contents_of(section))
        lines += ["<ol>", *entries, "</ol>"]
    elif section.kind is SectionKind.TABLE:
        lines += _table(section)
    elif section.values:
        lines += _fields(section)
    return [*lines, "</section>"]


def _whole(article: ArticlePart, label: str) -> list[str]:
    about = "　".join(part for part in (label, article.authors) if part)
    body = [f"<h3>{escape(text)}</h3>" if is_heading else _paragraph("", text) for is_heading, text in article.text]
    return [f"<h2>{escape(article.title)}</h2>", _paragraph("byline", about), *body]


def _fields(section: SheetSection) -> list[str]:
    """Label and value side by side; attributes beside the style sheet, because Qt's printer knows few styles."""
    blanks = 1 if section.kind is SectionKind.FIELDS else section.rows
    lines = ['<table class="fields" width="100%" border="1" cellspacing="0" cellpadding="5"><tbody>']
    for label, value in section.values:
        told = "<br>".join(map(escape, value.split("\n"))) if value else "&nbsp;<br>" * (blanks - 1) + "&nbsp;"
        lines.append(f'<tr><th width="26%">{escape(label)}</th><td dir="auto">{told}</td></tr>')
    return [*lines, "</tbody></table>"]


def _table(section: SheetSection) -> list[str]:
    head = "".join(
        f'<th width="{share}%">{escape(label)}</th>'
        for (label, _), share in zip(section.values, _shares(section), strict=True)
    )
    rows = (
        "<tr>"
        + "".join(f"<td>{'<br>'.join(map(escape, cell.split(chr(10)))) or '&nbsp;'}</td>" for cell in row)
        + "</tr>"
        for row in section.cells
    )
    start = '<table width="100%" border="1" cellspacing="0" cellpadding="5">'
    return [start, f"<thead><tr>{head}</tr></thead>", "<tbody>", *rows, "</tbody>", "</table>"]


def _shares(section: SheetSection) -> list[int]:
    """Per cent of the width for each column, by its longest cell: what is short stays on one line."""
    columns = zip(*([label for label, _ in section.values], *section.cells), strict=True)
    weights = [min(max(max(map(len, column)), 4), 24) for column in columns]
    return [100 * weight // sum(weights) for weight in weights]


def _card(entry: Entry) -> str:
    quoted = "".join(_paragraph("", text) for text in entry.quotation)
    start = '<table class="card" width="100%" border="1" cellspacing="0" cellpadding="14">'
    return f"{start}<tr><td>{quoted}{_paragraph('source', entry.source)}</td></tr></table>"


def _issue(issue: IssuePart) -> list[str]:
    lines = [f"<h2>{escape(issue.label)}</h2>"] if issue.label else []
    for article in issue.articles:
        if article.title:
            lines.append(f"<h3>{escape(article.title)}</h3>")
        for entry in article.entries:
            lines += _entry(entry)
    return lines


def _entry(entry: Entry) -> list[str]:
    lines = ["<article>", "<blockquote>", *[_paragraph("", text) for text in entry.quotation]]
    lines += [_paragraph("source", entry.source), "</blockquote>"]
    for number, text in enumerate(entry.reading):
        head = f"<b>{READING}</b>" if number == 0 else ""
        lines.append(f'<p class="reading" dir="auto">{head}{escape(text)}</p>')
    if entry.person:
        lines.append(_paragraph("detail", f"记录：{entry.person}"))
    if entry.tags:
        lines.append(_paragraph("detail", f"标签：{'、'.join(entry.tags)}"))
    if entry.reference:
        lines.append(_paragraph("detail", f"引用：{entry.reference}"))
    if entry.remark:
        lines.append(_paragraph("remark", entry.remark))
    return [*lines, "</article>"]


def _paragraph(name: str, text: str) -> str:
    attributes = f' class="{name}"' if name else ' dir="auto"'
    return f"<p{attributes}>{escape(text)}</p>"
