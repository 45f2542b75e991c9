"""What a Word template can name: every field of every sheet, the excerpts, the tables. Strings, lists, dicts only."""

from __future__ import annotations

from typing import Any

from zbreader.exporters.characters import on_one_line, paragraphs
from zbreader.exporters.sheet import (
    NO_NOTES,
    READING,
    ArticlePart,
    Entry,
    IssuePart,
    all_values,
    chinese_day,
    issue_parts,
    table_cells,
    text_parts,
)
from zbreader.exporters.template import Template, field_name, known_fields, known_tables
from zbreader.exporters.word_language import OWN
from zbreader.model.study import ExportOptions, NotesDocument

BLANK = "＿" * 12

Context = dict[str, Any]


def context_of(document: NotesDocument, options: ExportOptions, template: Template) -> Context:
    """The names and values with which a template for the sheet TEMPLATE is filled.

    Besides the fields (empty where nothing is known): 标题, 日期, 落款, 空行, 期刊 (issue by issue), 摘录 (one after
    the other), 目录, 没有笔记, 自填, and a list for each table.
    """
    parts = issue_parts(document)
    issues = [_issue(part) for part in parts]
    values = dict.fromkeys(known_fields(), "") | all_values(document, options)
    day, person = chinese_day(document.made), on_one_line(document.person)
    whole = text_parts(document)
    entries = [entry for issue in issues for article in issue["篇目"] for entry in article["摘录"]]
    return {
        **values,
        "标题": on_one_line(template.title or document.title),
        "日期": values.get("日期") or day,
        "落款": "　".join(part for part in (person, day) if part),
        "空行": BLANK,
        "解读标记": READING,
        "期刊": issues,
        "目录": [
            {"篇目": article.title, "期号": part.label}
            for part in (whole if template.holds_texts else parts)
            for article in part.articles
        ],
        "全文": [_whole(article, part.label) for part in whole for article in part.articles],
        "摘录": entries,
        "没有笔记": "" if entries else NO_NOTES,
        **{name: _rows(name, options) for name in known_tables()},
        OWN: {field_name(label): "\n".join(paragraphs(value)) for label, value in options.fields.items()},
    }


def _rows(name: str, options: ExportOptions) -> list[dict[str, str]]:
    section = known_tables()[name]
    names = [field_name(label) for label in section.labels]
    return [dict(zip(names, row, strict=True)) for row in table_cells(section, options)]


def _issue(part: IssuePart) -> Context:
    return {"期号": part.label, "篇目": [_article(article, part.label) for article in part.articles]}


def _article(article: ArticlePart, issue_label: str) -> Context:
    about = {"期号": issue_label, "篇目": article.title, "作者": article.authors, "栏目": article.column}
    return {
        "标题": article.title,
        "作者": article.authors,
        "栏目": article.column,
        "摘录": [_entry(entry) | about for entry in article.entries],
    }


def _whole(article: ArticlePart, issue_label: str) -> Context:
    lines = [{"文字": text, "小标题": "是" if is_heading else ""} for is_heading, text in article.text]
    return {"标题": article.title, "作者": article.authors, "期号": issue_label, "各段": lines}


def _entry(entry: Entry) -> Context:
    details = [f"记录：{entry.person}"] if entry.person else []
    details += [f"标签：{'、'.join(entry.tags)}"] if entry.tags else []
    return {
        "原文": "\n".join(entry.quotation),
        "原文各段": list(entry.quotation),
        "出处": entry.source.removeprefix("——"),
        "引用": entry.reference,
        "解读": "\n".join(entry.reading),
        "解读首段": entry.reading[0] if entry.reading else "",
        "解读余段": list(entry.reading[1:]),
        "记录人": entry.person,
        "标签": "、".join(entry.tags),
        "附注": "　".join(details),
        "校订提示": entry.remark,
    }
