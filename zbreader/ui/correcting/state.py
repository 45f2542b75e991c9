"""What the desk shows of one issue, asked for on the worker and made ready there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zbreader.model.correction import Correction, lines_named
from zbreader.model.issue import Article, Issue
from zbreader.services.library import Services
from zbreader.ui.correcting.outline import OutlineNode, outline_of
from zbreader.ui.correcting.source_rows import SourceRow, source_rows


@dataclass(frozen=True, slots=True)
class DeskState:
    """One issue as it is now: title, the issue, its source's rows, its outline, its corrections."""

    title: str
    issue: Issue
    rows: tuple[SourceRow, ...]
    outline: OutlineNode
    corrections: tuple[Correction, ...] = ()

    def article(self, article_id: str) -> Article | None:
        """The article of that id."""
        return next((article for article in self.issue.articles if article.id == article_id), None)

    def columns(self) -> list[str]:
        """The names of the columns, each once, in reading order."""
        return _each_once([article.column for article in self.issue.articles])

    def groups(self) -> list[str]:
        """The names of the groups, each once, in reading order."""
        return _each_once([article.group for article in self.issue.articles])


def load_state(services: Services, issue_id: str) -> DeskState:
    """What there is to show of an issue. Raises KnownError when the library does not have it."""
    corrections = tuple(services.correcting.corrections(issue_id))
    issue = services.reading.issue(issue_id)
    while (now := tuple(services.correcting.corrections(issue_id))) != corrections:  # one came between the two
        corrections, issue = now, services.reading.issue(issue_id)
    touched = {number for correction in corrections for number in lines_named(correction.change)}
    rows = source_rows(services.reading.source(issue_id), issue, touched)
    title = services.reading.issue_summary(issue_id).title
    return DeskState(title, issue, tuple(rows), outline_of(issue), corrections)


def _each_once(names: Sequence[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
