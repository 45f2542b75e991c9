"""Issues: whole ones in and out, their list, removal and return."""

from __future__ import annotations

import json
import sqlite3

from zbreader.model.errors import KnownError
from zbreader.model.issue import Block, ContentsEntry, Finding, Issue, IssueIdentity, IssueSummary
from zbreader.model.message import Message
from zbreader.store import articles, sources
from zbreader.store.cells import json_to_cell, lines_from_cell, lines_to_cell, names_from_cell

_IDENTITY = "issues.magazine, issues.half, issues.year, issues.number, issues.serial, issues.publish_day"
_NEWEST_FIRST = (
    "issues.magazine IS NULL, issues.magazine, issues.year DESC, issues.number DESC, issues.half DESC, issues.title"
)


def insert(connection: sqlite3.Connection, issue: Issue, source: sources.Source, *, title: str, imported: str) -> int:
    """Write a whole issue and its source; return its key. imported: ISO 8601, UTC.

    There must be no live issue of the same id (`remove` it before).
    """
    identity = issue.identity
    key = connection.execute(
        "INSERT INTO issues (id, title, magazine, half, year, number, serial, publish_day, imported)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            issue.id,
            title,
            identity.magazine,
            identity.half,
            identity.year,
            identity.number,
            identity.serial,
            identity.publish_day,
            imported,
        ),
    ).lastrowid
    assert key is not None
    sources.insert(connection, key, source)
    articles.insert(connection, key, issue.articles)
    _insert_rest(connection, key, issue)
    return key


def live_key(connection: sqlite3.Connection, issue_id: str) -> int | None:
    """Key of the issue of this id that stands in the library now, or None."""
    row = connection.execute("SELECT key FROM issues WHERE id = ? AND removed IS NULL", (issue_id,)).fetchone()
    return None if row is None else int(row[0])


def remove(connection: sqlite3.Connection, key: int, removed: str) -> None:
    """Take the issue with KEY out of the library's view; it stays on disk until `purge`. removed: ISO 8601, UTC."""
    connection.execute("UPDATE issues SET removed = ? WHERE key = ?", (removed, key))


def bring_back(connection: sqlite3.Connection, key: int) -> None:
    """Undo `remove`. Raises KnownError when it was purged, or when the same issue was imported again meanwhile."""
    row = connection.execute("SELECT id, title FROM issues WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise KnownError("这一期已被彻底清除，不能恢复。请重新导入原文件。")
    other = live_key(connection, row[0])
    if other not in (None, key):
        raise KnownError("资料库里已经有{issue}，没有恢复先前的一份。要换回先前的，请先移除现在这一份。", issue=row[1])
    connection.execute("UPDATE issues SET removed = NULL WHERE key = ?", (key,))


def purge_replaced(connection: sqlite3.Connection, before: str) -> int:
    """Delete for good what was removed before a moment because the same issue came in its place; return how many."""
    return connection.execute(
        "DELETE FROM issues WHERE removed < ? AND id IN (SELECT id FROM issues WHERE removed IS NULL)", (before,)
    ).rowcount


def purge(connection: sqlite3.Connection, before: str) -> int:
    """Delete for good what was removed before the moment BEFORE (ISO 8601, UTC); return how many issues."""
    return connection.execute("DELETE FROM issues WHERE removed < ?", (before,)).rowcount


def summaries(connection: sqlite3.Connection, issue_id: str | None = None) -> list[IssueSummary]:
    """Rows of the list of issues, by magazine, newest first; with ISSUE_ID only that one."""
    rows = connection.execute(
        f"""
        SELECT issues.id, issues.title, {_IDENTITY},
               (SELECT count(*) FROM articles WHERE articles.issue = issues.key),
               (SELECT count(*) FROM annotations WHERE annotations.issue_id = issues.id AND NOT annotations.deleted)
        FROM issues WHERE issues.removed IS NULL AND (?1 IS NULL OR issues.id = ?1) ORDER BY {_NEWEST_FIRST}
        """,
        (issue_id,),
    )
    return [IssueSummary(row[0], IssueIdentity(*row[2:8]), row[1], row[8], row[9]) for row in rows]


def get(connection: sqlite3.Connection, issue_id: str) -> Issue | None:
    """The whole live issue, or None."""
    row = connection.execute(
        f"SELECT key, {_IDENTITY} FROM issues WHERE id = ? AND removed IS NULL", (issue_id,)
    ).fetchone()
    if row is None:
        return None
    key = int(row[0])
    return Issue(
        issue_id,
        IssueIdentity(*row[1:7]),
        articles.of_issue(connection, key),
        _blocks(connection, key),
        _missing(connection, key),
        _findings(connection, key),
    )


def _insert_rest(connection: sqlite3.Connection, key: int, issue: Issue) -> None:
    connection.executemany(
        "INSERT INTO blocks (issue, position, kind, text, lines) VALUES (?, ?, ?, ?, ?)",
        ((key, i, b.kind, b.text, lines_to_cell(b.lines)) for i, b in enumerate(issue.unplaced)),
    )
    connection.executemany(
        'INSERT INTO missing_articles (issue, position, title, "column", "group", authors, page, lines)'
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, i, e.title, e.column, e.group, json_to_cell(e.authors), e.page, lines_to_cell(e.lines))
            for i, e in enumerate(issue.missing)
        ),
    )
    connection.executemany(
        'INSERT INTO findings (issue, position, rule, lines, template, "values", confidence)'
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                key,
                i,
                f.rule,
                lines_to_cell(f.lines),
                f.message.template,
                json_to_cell(f.message.values),
                f.confidence,
            )
            for i, f in enumerate(issue.findings)
        ),
    )


def _blocks(connection: sqlite3.Connection, key: int) -> tuple[Block, ...]:
    rows = connection.execute("SELECT kind, text, lines FROM blocks WHERE issue = ? ORDER BY position", (key,))
    return tuple(Block(kind, text, lines_from_cell(lines)) for kind, text, lines in rows)


def _missing(connection: sqlite3.Connection, key: int) -> tuple[ContentsEntry, ...]:
    rows = connection.execute(
        'SELECT title, "column", "group", authors, page, lines FROM missing_articles WHERE issue = ? ORDER BY position',
        (key,),
    )
    return tuple(
        ContentsEntry(title, column, group, names_from_cell(authors), page, lines_from_cell(lines))
        for title, column, group, authors, page, lines in rows
    )


def _findings(connection: sqlite3.Connection, key: int) -> tuple[Finding, ...]:
    rows = connection.execute(
        'SELECT rule, lines, template, "values", confidence FROM findings WHERE issue = ? ORDER BY position', (key,)
    )
    return tuple(
        Finding(rule, lines_from_cell(lines), Message(template, json.loads(values)), confidence)
        for rule, lines, template, values, confidence in rows
    )
