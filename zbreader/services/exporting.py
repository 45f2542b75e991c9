"""Exporting: notes as a document to hand in, print or paste."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from zbreader import exporters
from zbreader.exporters.template import SectionKind
from zbreader.model.annotation import AnnotationFilter, PlacedAnnotation
from zbreader.model.citation import CitationStyle, CitedArticle
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, IssueSummary
from zbreader.model.message import Message
from zbreader.model.person import Person, told_apart
from zbreader.model.study import ArticleNotes, ExportOptions, NotesDocument
from zbreader.services.annotating import Annotating
from zbreader.services.files import write_whole
from zbreader.services.moments import Clock
from zbreader.services.own_templates import OwnTemplates
from zbreader.services.provenance import Provenance
from zbreader.services.settings import PERSON, Settings
from zbreader.store import articles, issues
from zbreader.store.database import Connection, Database

_LAID_OUT = ("html", "md", "txt")  # formats that show what a Word template lays out


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its name in commands, its file's ending with the dot, what a person calls it."""

    name: str
    suffix: str
    label: Message


class Exporting:
    """Notes into documents. Calls raise KnownError."""

    def __init__(
        self,
        database: Database,
        annotating: Annotating,
        provenance: Provenance,
        settings: Settings,
        templates: OwnTemplates,
        clock: Clock,
    ) -> None:
        self.own_templates = templates
        self._database = database
        self._annotating = annotating
        self._provenance = provenance
        self._settings = settings
        self._clock = clock

    def formats(self) -> list[ExportFormat]:
        """The formats there are, the one for handing in first."""
        return [ExportFormat(e.name, e.suffix, e.label) for e in exporters.registry().values()]

    def templates(self) -> list[str]:
        """What `ExportOptions.template` may name: the sheets, then the person's own Word templates."""
        sheets = list(exporters.template_names())
        return sheets + [name for name in self.own_templates.names() if name not in sheets]

    def labels(self, template: str) -> list[str]:
        """What TEMPLATE leaves to fill in (姓名, 学习日期 …): names for `ExportOptions.fields`.

        Raises KnownError when it is a template of one's own that is broken.
        """
        own = self.own_templates.fields(template)
        if template not in exporters.template_names():
            return own
        sections = exporters.load_template(template).sections
        labels = [label for section in sections if section.kind is not SectionKind.TABLE for label in section.labels]
        return list(dict.fromkeys([*labels, *own]))

    def long_labels(self, template: str) -> frozenset[str]:
        """Those of `labels` that ask for several lines (讲稿, 点评 …)."""
        if template not in exporters.template_names():
            return frozenset()
        sections = exporters.load_template(template).sections
        return frozenset(label for one in sections if one.kind is SectionKind.LINES for label in one.labels)

    def document(
        self,
        wanted: AnnotationFilter,
        title: str = "学习笔记",
        *,
        repairs: bool = False,
        references: bool = False,
    ) -> NotesDocument:
        """What an export of the annotations that fit WANTED would hold, article by article in reading order.

        repairs: also which passages cross a place that the import put right. references: also each article's reference
        in the form of GB/T 7714-2015.
        """
        placed = _named_apart(self._annotating.notes(wanted))
        with self._database.read() as connection:
            groups = tuple(
                _article_notes(connection, article_id, list(group))
                for article_id, group in groupby(placed, key=lambda one: one.annotation.target.article_id)
            )
        if repairs:
            groups = tuple(replace(group, repaired=self._repaired(group.notes)) for group in groups)
        if not references:
            groups = tuple(replace(group, reference="") for group in groups)
        made = self._clock().astimezone().date().isoformat()
        return NotesDocument(title, made, str(self._settings.get(PERSON, "")), groups)

    def export(self, wanted: AnnotationFilter, format: str, *, options: ExportOptions | None = None) -> bytes:
        """The bytes of a document in FORMAT (a name of `formats`) with the annotations that fit WANTED.

        Bare bookmarks are left out beside notes, except in data (JSON); where all that was asked for are such, they
        are what is wanted.
        """
        options = options or ExportOptions()
        if format not in exporters.registry():
            raise _no_format(format)
        document = self.document(wanted, _title(options), repairs=options.repairs, references=options.references)
        if not document.articles and not _can_be_blank(options.template):
            raise KnownError("没有符合条件的标注，没有导出。请放宽筛选条件，或先做标注。")
        return self.write(document if format == "json" else _worth_reading(document), format, options)

    def write(self, document: NotesDocument, format: str, options: ExportOptions) -> bytes:
        """DOCUMENT in FORMAT, by the person's own Word template where OPTIONS name one. Raises KnownError."""
        exporter = exporters.registry().get(format)
        if exporter is None:
            raise _no_format(format)
        own = self.own_templates.get(options.template)
        is_sheet = options.template in exporters.template_names()
        if own is not None and (format == "docx" or (format in _LAID_OUT and not is_sheet)):
            return exporters.write_own(document, replace(options, word=own), format)
        if own is not None and not is_sheet:
            options = replace(options, template=exporters.template_names()[0])
        return exporter.write(document, options)

    def export_to(
        self, path: Path, wanted: AnnotationFilter, format: str | None = None, *, options: ExportOptions | None = None
    ) -> int:
        """Write such a document to PATH, whole or not at all; return its bytes. format: None goes by PATH's ending."""
        return write_whole(path, self.export(wanted, format or self.format_of(path), options=options))

    def _repaired(self, notes: Sequence[PlacedAnnotation]) -> frozenset[str]:
        return frozenset(
            one.annotation.id
            for one in notes
            if one.anchor.start is not None
            and one.anchor.end is not None
            and self._provenance.crosses_repair(one.annotation.target.article_id, one.anchor.start, one.anchor.end)
        )

    def format_of(self, path: Path) -> str:
        """Name of the format that PATH's ending stands for."""
        by_suffix = {one.suffix: one.name for one in self.formats()}
        name = by_suffix.get(path.suffix.lower())
        if name is None and path.suffix.lower() == ".pdf":
            raise _no_format("pdf")
        if name is None:
            raise KnownError(
                "从文件名 {file} 看不出要导出的格式。请用以下结尾之一：{suffixes}。",
                file=path.name,
                suffixes="、".join(by_suffix),
            )
        return name


def _named_apart(notes: Sequence[PlacedAnnotation]) -> list[PlacedAnnotation]:
    """NOTES; of two people with one name each is called as `told_apart` calls them."""
    people = [one.annotation for one in notes]
    called = told_apart(Person(one.creator_key, one.creator, one.group) for one in people)
    return [
        one
        if called[one.annotation.creator_key] == one.annotation.creator
        else replace(one, annotation=replace(one.annotation, creator=called[one.annotation.creator_key]))
        for one in notes
    ]


def _worth_reading(document: NotesDocument) -> NotesDocument:
    """DOCUMENT without bare bookmarks, unless it has nothing else; articles without anything go with them."""
    kept = tuple(
        replace(part, notes=notes)
        for part in document.articles
        if (notes := tuple(one for one in part.notes if not one.annotation.is_bare_bookmark))
    )
    return replace(document, articles=kept) if kept else document


def _title(options: ExportOptions) -> str:
    return options.template or exporters.template_names()[0]


def _can_be_blank(template: str) -> bool:
    """Whether a sheet makes sense without notes: a form does, on which one writes by hand, and a table."""
    if template not in exporters.template_names():
        return False
    sections = exporters.load_template(template).sections
    return any(section.kind in (SectionKind.FIELDS, SectionKind.TABLE) for section in sections)


def _no_format(format: str) -> KnownError:
    if format == "pdf":
        return KnownError("这里不能直接导出 PDF。请导出为 docx 或 html，再用办公软件或浏览器另存为 PDF。")
    names = "、".join(exporters.registry())
    return KnownError("不支持导出为“{format}”格式。可用的格式：{names}。", format=format, names=names)


def reference_of(article: Article, issue: IssueSummary) -> str:
    """The reference to ARTICLE of ISSUE in the form of GB/T 7714-2015."""
    return exporters.cite(CitedArticle.of(article, issue.title, issue.identity), CitationStyle.GBT_2015)


def _article_notes(connection: Connection, article_id: str, placed: Sequence[PlacedAnnotation]) -> ArticleNotes:
    target = placed[0].annotation.target
    article = articles.get(connection, article_id)
    if article is None:
        return ArticleNotes(target.issue_label, target.article_title, notes=tuple(placed))
    issue = issues.summaries(connection, articles.issue_id_of(connection, article_id))[0]
    return ArticleNotes(
        issue.title,
        article.title,
        article.column,
        article.authors,
        issue.identity.serial,
        article.page,
        tuple(placed),
        reference_of(article, issue),
        article.paragraphs,
    )
