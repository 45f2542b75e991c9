"""The source line by line as plain data, without Qt: what each line was taken for, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zbreader.model.issue import Finding, Issue
from zbreader.model.source import SourceDocument

BLANK = "blank"
LOST = "lost"  # belongs to nothing: neither an article nor furniture
HEADLINE, KICKER, SUBTITLE, BYLINE = "headline", "kicker", "subtitle", "byline"
FURNITURE = frozenset({"contents", "masthead", "notice", "advertisement", "qr", "intro", "running_head", "artifact"})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the source. role: a paragraph's kind, a part of the head, a kind of furniture, BLANK or LOST."""

    number: int
    text: str
    role: str = LOST
    article: str = ""  # id; empty for what belongs to no article
    begins: bool = False  # the line before belongs to another article, or to none
    goes_on: str = ""  # title of the article that goes on here, after lines of another one
    doubt: float | None = None  # confidence (0..1) of the least certain finding that names it
    corrected: bool = False

    @property
    def is_blank(self) -> bool:
        return self.role == BLANK


def source_rows(document: SourceDocument, issue: Issue, corrected: Iterable[int] = ()) -> list[SourceRow]:
    """A row for each line of DOCUMENT as ISSUE uses it. corrected: lines that corrections name."""
    used = _uses(issue)
    doubts = doubts_by_line(issue.findings)
    changed = set(corrected)
    titles = {article.id: article.title for article in issue.articles}
    rows: list[SourceRow] = []
    seen: set[str] = set()
    before = ""  # the article that had the line before, blank lines and furniture aside
    for line in document.lines:
        blank = not line.text.strip()
        role, article = used.get(line.number, (BLANK if blank else LOST, ""))
        begins = bool(article) and article != before and not blank
        goes_on = titles.get(article, "") if begins and article in seen else ""
        if article and not blank:
            before = article
            seen.add(article)
        rows.append(
            SourceRow(
                line.number,
                line.text,
                BLANK if blank else role,
                article,
                begins,
                goes_on,
                doubts.get(line.number),
                line.number in changed,
            )
        )
    return rows


def doubts_by_line(findings: Iterable[Finding]) -> dict[int, float]:
    """The confidence of the least certain finding about each line."""
    doubts: dict[int, float] = {}
    for finding in findings:
        for number in finding.lines:
            doubts[number] = min(doubts.get(number, 1.0), finding.confidence)
    return doubts


def _uses(issue: Issue) -> dict[int, tuple[str, str]]:
    """What each line became: its role and the id of its article."""
    used: dict[int, tuple[str, str]] = {}
    for article in issue.articles:
        for part in article.head:
            for number in part.lines:
                used.setdefault(number, (part.kind, article.id))
        for paragraph in article.paragraphs:
            for number in paragraph.lines:
                used.setdefault(number, (paragraph.kind.value, article.id))
    for block in issue.unplaced:
        for number in block.lines:
            used.setdefault(number, (block.kind, ""))
    return used
