"""The source line by line as plain data, without Qt: what each line was taken for, and whose it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from zbreader.model.issue import Article, Finding, Issue
from zbreader.model.source import SourceDocument, SourceLine

BLANK = "blank"
LOST = "lost"  # belongs to nothing: neither an article nor furniture
HEADLINE, KICKER, SUBTITLE, BYLINE = "headline", "kicker", "subtitle", "byline"
HEAD = (HEADLINE, KICKER, SUBTITLE, BYLINE)
FURNITURE = frozenset(
    {"contents", "masthead", "notice", "advertisement", "qr", "intro", "running_head", "artifact"}
)
_LEAST_TELLING = 2  # characters of a line that may be a part of a headline


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the source. role: a paragraph's kind, a part of the head, a kind of furniture, BLANK or LOST."""

    number: int
    text: str
    role: str = LOST
    article: str = ""  # id; empty for what belongs to no article
    begins: bool = False  # the first line of its article
    doubt: float | None = None  # confidence (0..1) of the least certain finding that names it
    corrected: bool = False

    @property
    def is_blank(self) -> bool:
        return self.role == BLANK


def source_rows(
    document: SourceDocument, issue: Issue, corrected: Iterable[int] = (), roles: Mapping[int, str] | None = None
) -> list[SourceRow]:
    """A row for each line of DOCUMENT as ISSUE uses it. corrected: lines that corrections name.

    roles: what lines are, where it is known better than from the issue (its headlines do not name their lines).
    """
    used = _uses(issue)
    _find_heads(document.lines, issue.articles, used)
    for number, role in (roles or {}).items():
        used[number] = (role, used.get(number, ("", ""))[1])
    doubts = doubts_by_line(issue.findings)
    changed = set(corrected)
    rows: list[SourceRow] = []
    seen: set[str] = set()
    for line in document.lines:
        blank = not line.text.strip()
        role, article = used.get(line.number, (BLANK if blank else LOST, ""))
        begins = bool(article) and article not in seen
        seen.add(article)
        rows.append(
            SourceRow(
                line.number,
                line.text,
                BLANK if blank else role,
                article,
                begins and not blank,
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
    for block in issue.unplaced:
        for number in block.lines:
            used[number] = (block.kind, "")
    for article in issue.articles:
        for paragraph in article.paragraphs:
            for number in paragraph.lines:
                used.setdefault(number, (paragraph.kind.value, article.id))
    return used


def _find_heads(lines: Sequence[SourceLine], articles: Sequence[Article], used: dict[int, tuple[str, str]]) -> None:
    """Name the lines of headlines and bylines: those before an article's text, that belong to nothing, and say it."""
    free = [line for line in lines if line.number not in used and line.text.strip()]
    folded = {line.number: _folded(line.text) for line in free}
    for article in articles:
        first = min((number for paragraph in article.paragraphs for number in paragraph.lines), default=0)
        parts = (
            (HEADLINE, _folded(article.title)),
            (KICKER, _folded(article.kicker or "")),
            (SUBTITLE, _folded(article.subtitle or "")),
            (BYLINE, _folded("".join(article.authors) + (article.author_note or ""))),
        )
        before = [line for line in free if line.number < first and line.number not in used]
        for line in reversed(before):
            role = _part_said(folded[line.number], parts)
            if role is None:
                break
            used[line.number] = (role, article.id)


def _part_said(words: str, parts: Iterable[tuple[str, str]]) -> str | None:
    if len(words) < _LEAST_TELLING:
        return None
    for role, said in parts:
        if said and (words in said or said in words):
            return role
    return None


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())
