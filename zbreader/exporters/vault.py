"""A folder for Obsidian or SiYuan, as a zip: one Markdown file an article, with front matter, quotations and tags."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator

from zbreader.exporters.characters import on_one_line
from zbreader.exporters.markdown import entry_blocks, escaped
from zbreader.exporters.sheet import lay_out
from zbreader.exporters.template import SectionKind
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument
from zbreader.text.file_names import file_name

_DATE = (1980, 1, 1, 0, 0, 0)  # the same notes give the same bytes
_LONGEST = 60  # code points of a name: two of them are in a path
_LINKS = "#^[]"  # what Obsidian's links would take amiss


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """The zip's bytes; a folder an issue in it. Without notes it holds one file that says so."""
    packed = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for article in document.articles:
            folder, name = _named(article.issue_label or "未知刊期"), _named(article.title or "未知篇目")
            path = f"{folder}/{name}.md"
            count = 2
            while path.lower() in taken:  # Windows and macOS do not tell capitals apart
                path, count = f"{folder}/{name} {count}.md", count + 1
            taken.add(path.lower())
            archive.writestr(zipfile.ZipInfo(path, _DATE), _page(document, article, options))
        if not document.articles:
            archive.writestr(zipfile.ZipInfo("没有笔记.md", _DATE), f"# {escaped(document.title)}\n")
    return packed.getvalue()


def _page(document: NotesDocument, article: ArticleNotes, options: ExportOptions) -> str:
    alone = NotesDocument(document.title, document.made, document.person, (article,))
    entries = [
        block
        for section in lay_out(alone, options).sections
        if section.kind is SectionKind.NOTES
        for issue in section.issues
        for part in issue.articles
        for entry in part.entries
        for block in entry_blocks(entry)
    ]
    return "\n\n".join([_front_matter(document, article), f"# {escaped(on_one_line(article.title))}", *entries]) + "\n"


def _front_matter(document: NotesDocument, article: ArticleNotes) -> str:
    """YAML whose values are JSON, which YAML 1.2 takes for its own; Obsidian and SiYuan read it as properties."""
    values: dict[str, object] = {
        "title": on_one_line(article.title),
        "issue": on_one_line(article.issue_label),
        "column": on_one_line(article.column or ""),
        "authors": [on_one_line(author) for author in article.authors],
        "page": article.page,
        "people": _each_once(placed.annotation.creator for placed in article.notes),
        "tags": _each_once(tag for placed in article.notes for tag in placed.annotation.tags),
        "exported": document.made,
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items() if value]
    return "\n".join(["---", *lines, "---"])


def _each_once(texts: Iterator[str]) -> list[str]:
    return list(dict.fromkeys(text for text in map(on_one_line, texts) if text))


def _named(text: str) -> str:
    """TEXT as the name of a file or folder everywhere."""
    return file_name(text, _LONGEST, _LINKS) or "未命名"
