"""Articles and their paragraphs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from zbreader.model.issue import Article, ArticleSummary, HeadPart, Paragraph, ParagraphKind, TitledArticle
from zbreader.store.cells import json_to_cell, lines_from_cell, lines_to_cell, marks, names_from_cell, portions

_FIELDS = (
    'articles.key, articles.id, articles.title, articles."column", articles."group", articles.kicker,'
    " articles.subtitle, articles.authors, articles.author_note, articles.page, articles.confidence, articles.head"
)
_LIVE = "articles JOIN issues ON issues.key = articles.issue AND issues.removed IS NULL"


def insert(connection: sqlite3.Connection, issue: int, articles: Sequence[Article]) -> None:
    """Write ARTICLES with their paragraphs into the issue with key ISSUE, in this order."""
    first = connection.execute(
        "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'articles'"
    ).fetchone()[0]
    connection.executemany(
        'INSERT INTO articles (key, issue, position, id, title, "column", "group", kicker, subtitle, authors,'
        " author_note, page, confidence, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                first + i,
                issue,
                i,
                a.id,
                a.title,
                a.column,
                a.group,
                a.kicker,
                a.subtitle,
                json_to_cell(a.authors),
                a.author_note,
                a.page,
                a.confidence,
                json_to_cell({part.kind: {"lines": part.lines, "text": part.text} for part in a.head}),
            )
            for i, a in enumerate(articles)
        ),
    )
    connection.executemany(
        "INSERT INTO paragraphs (article, position, kind, text, lines, confidence) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (first + i, position, p.kind.value, p.text, lines_to_cell(p.lines), p.confidence)
            for i, article in enumerate(articles)
            for position, p in enumerate(article.paragraphs)
        ),
    )


def get(connection: sqlite3.Connection, article_id: str) -> Article | None:
    """The article of this id in a live issue, or None."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM {_LIVE} WHERE articles.id = ?", (article_id,)).fetchall()
    return _with_paragraphs(connection, rows)[0] if rows else None


def of_issue(connection: sqlite3.Connection, issue: int) -> tuple[Article, ...]:
    """Whole articles of the issue with key ISSUE, in reading order."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM articles WHERE issue = ? ORDER BY position", (issue,)).fetchall()
    return tuple(_with_paragraphs(connection, rows))


def texts(connection: sqlite3.Connection, article_ids: Iterable[str]) -> dict[str, str]:
    """Texts (as `Article.text`) of those ARTICLE_IDS that stand in a live issue."""
    wanted = sorted(set(article_ids))
    found: dict[str, str] = {}
    for part in portions(wanted):
        rows = connection.execute(
            f"SELECT articles.id, paragraphs.text FROM {_LIVE}"
            " LEFT JOIN paragraphs ON paragraphs.article = articles.key"
            f" WHERE articles.id IN ({marks(part)}) ORDER BY articles.id, paragraphs.position",
            part,
        )
        for article_id, group in groupby(rows, key=itemgetter(0)):
            found[article_id] = "\n".join(text or "" for _, text in group)
    return found


def issue_id_of(connection: sqlite3.Connection, article_id: str) -> str | None:
    """Id of the live issue in which the article stands, or None."""
    row = connection.execute(f"SELECT issues.id FROM {_LIVE} WHERE articles.id = ?", (article_id,)).fetchone()
    return None if row is None else str(row[0])


def summaries(connection: sqlite3.Connection, issue_id: str) -> list[ArticleSummary]:
    """The articles of a live issue in reading order, without their texts."""
    rows = connection.execute(
        f"""
        SELECT articles.id, articles.title, articles."column", articles."group", articles.authors,
               (SELECT count(*) FROM annotations WHERE article_id = articles.id AND NOT deleted),
               coalesce((SELECT furthest FROM places WHERE places.article_id = articles.id), 0.0),
               EXISTS (SELECT 1 FROM annotations WHERE article_id = articles.id AND exact IS NULL AND NOT deleted)
        FROM {_LIVE} WHERE issues.id = ? ORDER BY articles.position
        """,
        (issue_id,),
    )
    return [
        ArticleSummary(id_, issue_id, title, column, group, names_from_cell(authors), notes, fraction, bool(marked))
        for id_, title, column, group, authors, notes, fraction, marked in rows
    ]


def titled(connection: sqlite3.Connection, words: str, limit: int) -> list[TitledArticle]:
    """Up to LIMIT live articles with WORDS in their title (case and spaces aside): at its beginning, newest, first."""
    sought = "".join(words.lower().split())
    rows = connection.execute(
        "SELECT id, title, issue FROM (SELECT articles.id, articles.title, articles.position,"
        " issues.title AS issue, issues.year, issues.number,"
        " instr(lower(replace(replace(articles.title, ' ', ''), '\u3000', '')), ?) AS at"
        f" FROM {_LIVE}) WHERE at > 0 ORDER BY at > 1, year DESC, number DESC, issue, position LIMIT ?",
        (sought, limit),
    )
    return [TitledArticle(*row) for row in rows] if sought else []


def _with_paragraphs(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> list[Article]:
    paragraphs = _paragraphs(connection, [row[0] for row in rows])
    articles = []
    for key, id_, title, column, group, kicker, subtitle, authors, note, page, confidence, head in rows:
        articles.append(
            Article(
                id=id_,
                title=title,
                column=column,
                group=group,
                kicker=kicker,
                subtitle=subtitle,
                authors=names_from_cell(authors),
                author_note=note,
                page=page,
                paragraphs=paragraphs.get(key, ()),
                confidence=confidence,
                head=tuple(_head_part(kind, said) for kind, said in json.loads(head).items()),
            )
        )
    return articles


def _paragraphs(connection: sqlite3.Connection, keys: Sequence[object]) -> dict[object, tuple[Paragraph, ...]]:
    found: dict[object, tuple[Paragraph, ...]] = {}
    for part in portions(keys):
        rows = connection.execute(
            "SELECT article, kind, text, lines, confidence FROM paragraphs"
            f" WHERE article IN ({marks(part)}) ORDER BY article, position",
            part,
        )
        for key, group in groupby(rows, key=itemgetter(0)):
            found[key] = tuple(
                Paragraph(ParagraphKind(kind), text, lines_from_cell(lines), confidence)
                for _, kind, text, lines, confidence in group
            )
    return found


def _head_part(kind: str, said: list[int] | dict[str, Any]) -> HeadPart:
    """One part of a head; the first libraries kept its lines alone."""
    if isinstance(said, dict):
        return HeadPart(kind, tuple(said["lines"]), said["text"])
    return HeadPart(kind, tuple(said))
