"""Which notes an export is about, as plain data: the entries of the first field of the dialog."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.issue import Article, IssueSummary
from zbreader.text import file_names


class Scope(str, Enum):
    """How far an export reaches."""

    ARTICLE = "article"
    ISSUE = "issue"
    ALL = "all"
    CHOSEN = "chosen"  # certain notes, in an order of their own perhaps


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: its scope, the filter behind it, and what it is called after."""

    scope: Scope
    wanted: AnnotationFilter
    title: str = ""


def choices(article: Article | None, issue: IssueSummary | None) -> list[Choice]:
    """What can be chosen while ARTICLE of ISSUE lies open."""
    found: list[Choice] = []
    if article is not None:
        found.append(Choice(Scope.ARTICLE, AnnotationFilter(article_id=article.id), article.title))
    if issue is not None:
        found.append(Choice(Scope.ISSUE, AnnotationFilter(issue_id=issue.id), issue.title))
    return [*found, Choice(Scope.ALL, AnnotationFilter())]


def with_tag(wanted: AnnotationFilter, tag: str) -> AnnotationFilter:
    """The same notes, but only those with TAG; all of them for an empty one."""
    return replace(wanted, tags=(tag,) if tag else ())


def file_name(day: str, title: str, words: str, suffix: str, *, branch: str = "") -> str:
    """What a person would call the file: 日期_支部_篇目_学习笔记."""
    return file_names.file_name("_".join(part for part in (day, branch, title, words) if part)) + suffix
