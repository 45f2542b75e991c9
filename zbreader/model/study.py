"""What an exporter is given: notes with their sources, in the order in which they are to stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.issue import Paragraph


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """The notes on one article, in reading order (orphans last)."""

    issue_label: str  # 《刊名》2024年第7期（上半月）
    title: str
    column: str | None = None
    authors: tuple[str, ...] = ()
    issue_serial: int | None = None
    page: int | None = None
    notes: tuple[PlacedAnnotation, ...] = ()
    reference: str = ""  # in the form of GB/T 7714; empty unless it was asked for
    paragraphs: tuple[Paragraph, ...] = ()  # the article itself, for sheets that hold it whole
    repaired: frozenset[str] = frozenset()  # ids of notes whose passage crosses a place that the import put right


@dataclass(frozen=True, slots=True)
class NotesDocument:
    """Everything one export holds."""

    title: str  # 学习笔记
    made: str  # date, ISO 8601 (day)
    person: str = ""  # whose notes they are, may be empty
    articles: tuple[ArticleNotes, ...] = ()


Table = Sequence[Mapping[str, str]]  # rows of cells by the names of their columns


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A person's own Word template: its file's name for errors, and the file's bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How an export is to look.

    Fields fill a sheet's labels (姓名, 所在党支部 …) and tables its tables (议定事项 …); what has no value stays blank
    to write in.
    """

    template: str = "学习笔记"  # name of a sheet in resources/templates/sheets, or of a Word template of one's own
    fields: Mapping[str, str] = field(default_factory=dict)
    repairs: bool = False  # say of each passage whether the import put something right in it
    tables: Mapping[str, Table] = field(default_factory=dict)
    references: bool = False  # a reference in the form of GB/T 7714 with each excerpt
    large: bool = False  # large type, for those whose eyes are old
    word: WordTemplate | None = None  # fills this one in place of the sheet's
