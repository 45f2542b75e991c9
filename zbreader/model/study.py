"""What an exporter is given: notes with their sources, in the order in which they are to stand."""

from __future__ import annotations

from dataclasses import dataclass

from zbreader.model.annotation import PlacedAnnotation


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


@dataclass(frozen=True, slots=True)
class NotesDocument:
    """Everything one export holds."""

    title: str  # 学习笔记
    made: str  # date, ISO 8601 (day)
    person: str = ""  # whose notes they are, may be empty
    articles: tuple[ArticleNotes, ...] = ()
