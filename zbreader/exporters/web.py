"""One self-contained web page: no script, nothing remote, everything escaped, fit to be printed."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from zbreader.exporters.sheet import NO_NOTES, READING, Entry, IssuePart, SheetSection, lay_out
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
    style = resource("templates", "notes.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    lines = [f"<h1>{escape(sheet.title)}</h1>"]
    if sheet.byline:
        lines.append(_paragraph("byline", sheet.byline))
    for section in sheet.sections:
        lines += _section(section)
    page = _PAGE.format(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        title=escape(sheet.title),
        style=style,
        large=' class="large"' if sheet.large else "",
        body="\n".join(lines),
    )
    return page.encode()


def _section(section: SheetSection) -> list[str]:
    lines = ["<section>"]
    if section.heading:
        lines.append(f"<h2>{escape(section.heading)}</h2>")
    if section.kind is SectionKind.NOTES:
        lines += [line for issue in section.issues for line in _issue(issue)] or [_paragraph("remark", NO_NOTES)]
    elif section.kind is SectionKind.TABLE:
        lines += _table(section)
    else:
        lines += _fields(section)
    return [*lines, "</section>"]


def _fields(section: SheetSection) -> list[str]:
    lines = ['<dl class="fields">' if section.kind is SectionKind.FIELDS else '<dl class="lines">']
    for label, value in section.values:
        blanks = '<dd class="blank"></dd>' * (1 if section.kind is SectionKind.FIELDS else section.rows)
        lines.append(f"<div><dt>{escape(label)}：</dt>" + (f"<dd>{escape(value)}</dd>" if value else blanks) + "</div>")
    return [*lines, "</dl>"]


def _table(section: SheetSection) -> list[str]:
    head = "".join(f"<th>{escape(label)}</th>" for label, _ in section.values)
    row = "<tr>" + "<td></td>" * len(section.values) + "</tr>"
    return ["<table>", f"<thead><tr>{head}</tr></thead>", "<tbody>", *[row] * section.rows, "</tbody>", "</table>"]


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
    if entry.remark:
        lines.append(_paragraph("remark", entry.remark))
    return [*lines, "</article>"]


def _paragraph(name: str, text: str) -> str:
    attributes = f' class="{name}"' if name else ' dir="auto"'
    return f"<p{attributes}>{escape(text)}</p>"
