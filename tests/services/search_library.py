"""A small invented library for everything that searches."""

from __future__ import annotations

import random
from collections.abc import Sequence

from zbreader.model.annotation import Annotation, Target
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.store import annotations, issues
from zbreader.store.database import Database
from zbreader.store.sources import Source

BODY, HEADING = ParagraphKind.BODY, ParagraphKind.HEADING


def article(id_: str, title: str, *texts: str, heading: str = "", column: str | None = None, by: str = "") -> Article:
    paragraphs = [Paragraph(HEADING, heading)] if heading else []
    paragraphs += [Paragraph(BODY, text) for text in texts]
    return Article(id_, title, column, authors=(by,) if by else (), paragraphs=tuple(paragraphs))


def issue(id_: str, year: int, number: int, *articles: Article) -> Issue:
    return Issue(id_, IssueIdentity("田野学习", None, year, number), articles)


def put(database: Database, *given_issues: Issue, moment: str = "2031-01-01T00:00:00.000Z") -> None:
    with database.write() as connection:
        for one in given_issues:
            old = issues.live_key(connection, one.id)
            if old is not None:
                issues.remove(connection, old, moment)
            issues.insert(connection, one, Source("x.txt", b"", "0"), title=one.id, imported=moment)


def random_articles(noise: random.Random, count: int, letters: str, name: str = "r") -> Sequence[Article]:
    """Articles of LETTERS, so few of them that everything happens."""

    def text(longest: int) -> str:
        return "".join(noise.choices(letters, k=noise.randrange(longest)))

    return [
        article(
            f"{name}-{n}",
            text(8) or "题",
            *(text(20) for _ in range(3)),
            heading=text(6),
            column=text(4) or None,
            by=text(4),
        )
        for n in range(count)
    ]


def annotate(
    database: Database,
    id_: str,
    article_id: str,
    *,
    note: str | None = None,
    quote: str = "",
    tags: Sequence[str] = (),
    issue_id: str = "may",
    modified: str = "",
    deleted: bool = False,
) -> None:
    selectors = Selectors(TextQuoteSelector(quote), TextPositionSelector(0, len(quote))) if quote else None
    target = Target(issue_id, article_id, "《田野学习》", "一篇", selectors)
    with database.write() as connection:
        annotations.put(
            connection,
            [Annotation(id_, target, note=note, tags=tuple(tags), modified=modified, deleted=deleted)],
        )
