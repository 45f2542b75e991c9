"""The lines of a source with what each became: the left side of the correction desk. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zbreader.model.correction import Correction, lines_named
from zbreader.model.issue import Finding, Issue
from zbreader.model.source import SourceDocument


@dataclass(frozen=True, slots=True)
class SourceLineView:
    """One source line (1-based number) and what it became.

    role: a paragraph's kind (body, heading …), a part of an article's head (headline, byline …), a kind of furniture
    (contents, notice …), "blank", or "" for what an older import does not tell. A line that became several things
    names the first. corrected: a correction speaks of it.
    """

    number: int
    text: str
    article_id: str | None = None
    paragraph: int | None = None  # index from 0
    role: str = ""
    finding: Finding | None = None  # the most doubtful one about this line
    corrected: bool = False


def view_lines(document: SourceDocument, issue: Issue, corrections: Sequence[Correction]) -> list[SourceLineView]:
    """Every line of DOCUMENT as ISSUE has it."""
    places = _places(issue)
    findings: dict[int, Finding] = {}
    for finding in sorted(issue.findings, key=lambda one: one.confidence):
        for number in finding.lines:
            findings.setdefault(number, finding)
    touched = {number for correction in corrections for number in lines_named(correction.change)}
    views = []
    for line in document.lines:
        blank = "" if line.text.strip() else "blank"
        article, paragraph, role = places.get(line.number, (None, None, blank))
        doubt, corrected = findings.get(line.number), line.number in touched
        views.append(SourceLineView(line.number, line.text, article, paragraph, role, doubt, corrected))
    return views


def _places(issue: Issue) -> dict[int, tuple[str | None, int | None, str]]:
    places: dict[int, tuple[str | None, int | None, str]] = {}
    for article in issue.articles:
        for part in article.head:
            for number in part.lines:
                places.setdefault(number, (article.id, None, part.kind))
        for index, paragraph in enumerate(article.paragraphs):
            for number in paragraph.lines:
                places.setdefault(number, (article.id, index, paragraph.kind.value))
    for block in issue.unplaced:
        for number in block.lines:
            places.setdefault(number, (None, None, block.kind))
    return places
