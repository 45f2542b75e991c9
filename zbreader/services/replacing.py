"""Replacing: one issue in the place of another (or of nothing), with the annotations following, there and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zbreader.model.annotation import Target
from zbreader.model.errors import KnownError
from zbreader.model.issue import Issue
from zbreader.services.changes import Changes
from zbreader.services.following import new_targets
from zbreader.services.labels import file_label, issue_label
from zbreader.store import annotations as stored
from zbreader.store import articles, issues
from zbreader.store.database import Connection
from zbreader.store.sources import Source


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was put (key, None: removed) in the place of what (key, None: nothing), and which annotations moved."""

    title: str
    old: int | None
    new: int | None
    moved: tuple[tuple[str, Target, Target], ...]  # annotation id, target before, target after
    changes: Changes


def put_issue(connection: Connection, issue: Issue, source: Source, moment: str) -> Replacement:
    """Write ISSUE, in the place of the live issue of its id if there is one. moment: ISO 8601, UTC."""
    title = issue_label(issue.identity, file_label(source.name))
    old = issues.live_key(connection, issue.id)
    before = articles.summaries(connection, issue.id)
    if old is not None:
        issues.remove(connection, old, moment)
    new = issues.insert(connection, issue, source, title=title, imported=moment)
    marks = stored.of_issue(connection, issue.id)
    moved = tuple((a.id, a.target, target) for a, target in new_targets(marks, title, issue.articles))
    stored.retarget(connection, [(id_, target) for id_, _, target in moved])
    changes = Changes(
        issues=frozenset({issue.id}),
        articles=frozenset({a.id for a in before} | {a.id for a in issue.articles}),
        # Every mark of the issue may stand elsewhere in the new text.
        annotations=frozenset(a.id for a in marks),
    )
    return Replacement(title, old, new, moved, changes)


def remove_issue(connection: Connection, issue_id: str, moment: str) -> Replacement:
    """Take a live issue out of the library. Raises KnownError when there is none of this id."""
    old = issues.live_key(connection, issue_id)
    if old is None:
        raise KnownError("资料库里没有编号为 {issue} 的期刊，可能已被移除。", issue=issue_id)
    title = issues.summaries(connection, issue_id)[0].title
    changes = Changes(
        issues=frozenset({issue_id}),
        articles=frozenset(a.id for a in articles.summaries(connection, issue_id)),
        annotations=frozenset(a.id for a in stored.of_issue(connection, issue_id)),
    )
    issues.remove(connection, old, moment)
    return Replacement(title, old, None, (), changes)


def swap(connection: Connection, replacement: Replacement, *, forward: bool, moment: str) -> None:
    """Do REPLACEMENT again (forward) or take it back. Raises KnownError when the library has moved on meanwhile."""
    gone, back = (replacement.old, replacement.new) if forward else (replacement.new, replacement.old)
    if gone is not None:
        issues.remove(connection, gone, moment)
    if back is not None:
        issues.bring_back(connection, back)
    moves: Sequence[tuple[str, Target]] = [
        (id_, after if forward else before) for id_, before, after in replacement.moved
    ]
    stored.retarget(connection, moves)
