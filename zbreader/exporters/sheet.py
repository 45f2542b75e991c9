"""From notes to a sheet: the magazine's own form (原文, 出处, 解读), laid out once for every format that people read.

All strings of a Sheet are printable (see characters); escaping for a format is the format's own business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from zbreader.exporters.characters import on_one_line, paragraphs, printable
from zbreader.exporters.template import HOLDS_NOTES, Section, SectionKind, Template, field_name, load_template
from zbreader.exporters.together import together
from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.issue import ParagraphKind
from zbreader.model.selector import AnchorState
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument

READING = "【解读】"
NO_NOTES = "（没有笔记）"
WHOLE_ARTICLE = "（全篇）"
REMARKS = {
    AnchorState.EXACT: "",
    AnchorState.REPAIRED: "〔校订提示：所在文章的文字有改动，此处为重新找到的位置，请核对〕",
    AnchorState.UNPLACED: "〔未定位：现有文章中找不到这段原文，照当初的摘录保留〕",
}
PUT_RIGHT = "〔此处经导入修复，引用时请核对原刊〕"
BLANK_ROWS = 2  # lines to write on for each part of a note
_MOST_LISTED = 3  # values of one automatic field that are written out


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage: the quotation's paragraphs, its source, the reading's paragraphs, and what is said about it."""

    quotation: tuple[str, ...]
    source: str
    reading: tuple[str, ...]
    person: str  # several as 甲、乙; empty when the whole document is one person's
    tags: tuple[str, ...]
    remark: str
    reference: str = ""  # in the form of GB/T 7714, where it was asked for


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """The entries of one article."""

    title: str
    entries: tuple[Entry, ...]
    authors: str = ""
    column: str = ""
    text: tuple[tuple[bool, str], ...] = ()  # the article itself: whether it is a heading, and one line


@dataclass(frozen=True, slots=True)
class IssuePart:
    """The articles of one issue."""

    label: str
    articles: tuple[ArticlePart, ...]


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One section with its values filled in; a value is empty where someone is to write by hand."""

    kind: SectionKind
    heading: str
    values: tuple[tuple[str, str], ...]  # label, value; a value of LINES may have several lines
    rows: int
    issues: tuple[IssuePart, ...] = ()
    cells: tuple[tuple[str, ...], ...] = ()  # of a table, as wide as it has labels; blank rows are there already


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole document, ready to be written down."""

    title: str
    byline: str  # person and day
    sections: tuple[SheetSection, ...]
    large: bool = False
    person: str = ""
    day: str = ""


def lay_out(document: NotesDocument, options: ExportOptions) -> Sheet:
    """Lay DOCUMENT out as the sheet that OPTIONS ask for. Raises KnownError for an unknown template."""
    template = load_template(options.template)
    title = on_one_line(template.title or document.title)
    person, day = on_one_line(document.person), chinese_day(document.made)
    values = all_values(document, options)
    parts = text_parts(document) if template.holds_texts else issue_parts(document)
    sections = tuple(_fill(section, parts, options, values) for section in template.sections)
    if _has_fields(template) and not parts:
        sections = tuple(map(_by_hand, sections))
    # Where there are fields they say already who and when.
    byline = "" if _has_fields(template) else "　".join(part for part in (person, day) if part)
    return Sheet(title, byline, sections, template.large or options.large, person, day)


def all_values(document: NotesDocument, options: ExportOptions) -> dict[str, str]:
    """What is known for fields, by `field_name`: first what OPTIONS give, then what the notes say. Lines are kept."""
    given = {field_name(label): _kept_lines(value) for label, value in options.fields.items()}
    return _automatic_values(document) | {name: value for name, value in given.items() if value}


def _kept_lines(value: str) -> str:
    """VALUE without empty lines, with the indents that tell the levels of an outline."""
    return "\n".join(line.rstrip() for line in printable(value).split("\n") if line.strip())


def table_cells(section: Section, options: ExportOptions) -> tuple[tuple[str, ...], ...]:
    """The rows that OPTIONS give for a table; without any, as many blank ones as the sheet offers."""
    names = [field_name(label) for label in section.labels]
    given = options.tables.get(section.name, ())
    rows = tuple(tuple("\n".join(paragraphs(row.get(name, ""))) for name in names) for row in given)
    return rows or (("",) * len(names),) * section.rows


def text_parts(document: NotesDocument) -> tuple[IssuePart, ...]:
    """The articles themselves by issue, with their notes; articles without a text are left out."""
    whole = [article for article in document.articles if article.paragraphs]
    return tuple(
        IssuePart(on_one_line(label), tuple(_whole_part(article) for article in articles))
        for label, articles in groupby(whole, key=lambda article: article.issue_label)
    )


def _whole_part(article: ArticleNotes) -> ArticlePart:
    part = _article_part(article, several_people=True)
    text = tuple(
        (one.kind is ParagraphKind.HEADING, line) for one in article.paragraphs for line in paragraphs(one.text)
    )
    return replace(part, text=text)


def entries_of(section: SheetSection) -> list[Entry]:
    """The notes of a section one after the other."""
    return [entry for issue in section.issues for article in issue.articles for entry in article.entries]


def contents_of(section: SheetSection) -> list[tuple[int, str, str]]:
    """Number, title and issue of each article in a section."""
    articles = [(article.title, issue.label) for issue in section.issues for article in issue.articles]
    return [(number, title, label) for number, (title, label) in enumerate(articles, 1)]


def source_of(article: ArticleNotes) -> str:
    """《刊名》2024年第7期（上半月）（总第N期）·栏目·篇目·作者, without what is unknown."""
    issue = on_one_line(article.issue_label)
    if article.issue_serial:
        issue += f"（总第{article.issue_serial}期）"
    authors = "、".join(on_one_line(author) for author in article.authors)
    parts = (issue, on_one_line(article.column or ""), on_one_line(article.title), authors)
    return "·".join(part for part in parts if part)


def chinese_day(made: str) -> str:
    """2024-07-08 as 2024年7月8日; anything else as it is."""
    parts = made[:10].split("-")
    if len(parts) == 3 and all(part.isdecimal() and part.isascii() for part in parts):
        year, month, day = (int(part) for part in parts)
        return f"{year}年{month}月{day}日"
    return on_one_line(made)


def quotation_of(placed: PlacedAnnotation) -> str | None:
    """The words that were marked, as their owner saw them; None when the whole article is meant."""
    selectors = placed.annotation.target.selectors
    return None if selectors is None else selectors.quote.exact


def _has_fields(template: Template) -> bool:
    return any(section.kind is SectionKind.FIELDS for section in template.sections)


def _fill(
    section: Section, parts: tuple[IssuePart, ...], options: ExportOptions, values: dict[str, str]
) -> SheetSection:
    keeps_lines = section.kind is SectionKind.LINES
    filled = tuple(
        (label, value if keeps_lines else on_one_line(value))
        for label in section.labels
        for value in (values.get(field_name(label), "") if section.kind is not SectionKind.TABLE else "",)
    )
    shows_articles = section.kind in (*HOLDS_NOTES, SectionKind.CONTENTS, SectionKind.TEXTS)
    issues = parts if shows_articles else ()
    cells = table_cells(section, options) if section.kind is SectionKind.TABLE else ()
    return SheetSection(section.kind, section.heading, filled, section.rows, issues, cells)


def _by_hand(section: SheetSection) -> SheetSection:
    """A form that nobody filled in: where notes would stand there are lines to write them on."""
    if section.kind is not SectionKind.NOTES:
        return section
    return SheetSection(SectionKind.LINES, section.heading, (("原文", ""), ("出处", ""), ("解读", "")), BLANK_ROWS)


def issue_parts(document: NotesDocument) -> tuple[IssuePart, ...]:
    """The notes by issue and article; articles without notes are left out."""
    people = {placed.annotation.creator for article in document.articles for placed in article.notes}
    noted = [article for article in document.articles if article.notes]
    several = len(people) > 1 or bool(people - {document.person, ""})
    return tuple(
        IssuePart(on_one_line(label), tuple(_article_part(article, several) for article in articles))
        for label, articles in groupby(noted, key=lambda article: article.issue_label)
    )


def _article_part(article: ArticleNotes, several_people: bool) -> ArticlePart:
    source = source_of(article)
    entries = tuple(
        _entry(
            placed,
            source,
            several_people,
            put_right=placed.annotation.id in article.repaired,
            reference=on_one_line(article.reference),
        )
        for placed in together(article.notes)
    )
    authors = "、".join(on_one_line(author) for author in article.authors)
    return ArticlePart(on_one_line(article.title), entries, authors, on_one_line(article.column or ""))


def _entry(placed: PlacedAnnotation, source: str, several_people: bool, *, put_right: bool, reference: str) -> Entry:
    annotation, quotation = placed.annotation, quotation_of(placed)
    return Entry(
        quotation=(WHOLE_ARTICLE,) if quotation is None else paragraphs(quotation),
        source=f"——{source}",
        reading=paragraphs(annotation.note),
        person=on_one_line(annotation.creator) if several_people else "",
        tags=tuple(tag for tag in map(on_one_line, annotation.tags) if tag),
        remark=(REMARKS[placed.anchor.state] or PUT_RIGHT * put_right) if quotation is not None else "",
        reference=reference,
    )


def _automatic_values(document: NotesDocument) -> dict[str, str]:
    """What the notes themselves say about a sheet's usual fields."""
    day = chinese_day(document.made)
    return {
        "姓名": on_one_line(document.person),
        "日期": day,
        "学习日期": day,
        "供稿日期": day,
        "刊名与期号": _listed(document, lambda article: article.issue_label),
        "刊名": _listed(document, lambda article: _magazine(article.issue_label)),
        "期号": _listed(document, lambda article: article.issue_label.rpartition("》")[2]),
        "栏目": _listed(document, lambda article: article.column or ""),
        "篇目": _listed(document, lambda article: article.title),
        "作者": _listed(document, lambda article: "、".join(article.authors)),
    }


def _magazine(issue_label: str) -> str:
    return issue_label[: issue_label.find("》") + 1]


def _listed(document: NotesDocument, part: Callable[[ArticleNotes], str]) -> str:
    names = _unique(on_one_line(part(article)) for article in document.articles)
    return "；".join(names[:_MOST_LISTED]) + ("等" if len(names) > _MOST_LISTED else "")


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
