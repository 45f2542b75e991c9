"""Replacing: one issue in the place of another (or of nothing), with the annotations following, there and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zbreader.model.annotation import Target
from zbreader.model.errors import KnownError
from zbreader.model.issue import ArticleSummary, Finding, Issue
from zbreader.model.message import message
from zbreader.services.carrying import Carried, carry
from zbreader.services.changes import Changes
from zbreader.services.labels import file_label, issue_label
from zbreader.store import annotations as stored
from zbreader.store import articles, corrections, issues, places
from zbreader.store.database import Connection
from zbreader.store.sources import Source


@dataclass(frozen=True, slots=True)
class Replacement:
    """What was put (key, None: removed) in the place of what (key, None: nothing), and which annotations moved.

    added, taken: ids of corrections that came or went with it.
    """

    title: str
    old: int | None
    new: int | None
    moved: tuple[tuple[str, Target, Target], ...]  # annotation id, target before, target after
    changes: Changes
    carried: tuple[Carried, ...] = ()
    added: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()


def put_issue(
    connection: Connection,
    issue: Issue,
    source: Source,
    moment: str,
    *,
    instead_of: str | None = None,
    added: Sequence[str] = (),
    taken: Sequence[str] = (),
) -> Replacement:
    """Write ISSUE, in the place of the live issue of its id if there is one. moment: ISO 8601, UTC.

    instead_of: id of the live issue it replaces, where that has another one.
    """
    title = issue_label(issue.identity, file_label(source.name))
    replaced = instead_of or issue.id
    old = issues.live_key(connection, replaced)
    before = articles.summaries(connection, replaced)
    marks = stored.of_issue(connection, replaced)
    if replaced != issue.id:
        marks += stored.of_issue(connection, issue.id)
    texts = articles.of_issue(connection, old) if old is not None and marks else ()
    if old is not None:
        issues.remove(connection, old, moment)
    new = issues.insert(connection, issue, source, title=title, imported=moment)
    _carry_places(connection, old, before, issue)
    carried = tuple(carry(marks, title, texts, issue))
    moved = tuple((one.annotation.id, one.annotation.target, one.target) for one in carried)
    moved = tuple(move for move in moved if move[1] != move[2])
    stored.retarget(connection, [(id_, target) for id_, _, target in moved])
    changes = Changes(
        issues=frozenset({issue.id, replaced}),
        articles=frozenset({a.id for a in before} | {a.id for a in issue.articles}),
        # Every mark of the issue may stand elsewhere in the new text.
        annotations=frozenset(a.id for a in marks),
    )
    return Replacement(title, old, new, moved, changes, carried, tuple(added), tuple(taken))


def _carry_places(connection: Connection, old: int | None, before: Sequence[ArticleSummary], issue: Issue) -> None:
    """What was read stays read though a new conversion gives an article another headline, and so another id."""
    known, now = {one.id for one in before}, {article.id for article in issue.articles}
    read = {one.id for one in before if one.read_fraction > 0 and one.id not in now}
    fresh = [article for article in issue.articles if article.id not in known]
    if old is None or not read or not fresh:
        return
    from zbreader.text.fingerprints import fingerprint, same_among  # Here, because a start compares nothing.

    prints = {article.id: fingerprint(article.text) for article in fresh}
    for article in articles.of_issue(connection, old):
        became = same_among(fingerprint(article.text), prints) if article.id in read else None
        if became is not None:
            places.copy(connection, article.id, became)


def with_elsewhere(connection: Connection, issue: Issue, source_sha256: str) -> Issue:
    """ISSUE with a finding where the library has corrections to another source of it; they are kept, not applied."""
    count = corrections.elsewhere(connection, issue.id, source_sha256)
    if not count:
        return issue
    said = message("这一期另有 {count} 处校订是针对另一份原文做的，保留着，没有套用到这一份上。", count=count)
    return replace(issue, findings=(*issue.findings, Finding("corrections", (), said, 0.5)))


def remove_issue(connection: Connection, issue_id: str, moment: str) -> Replacement:
    """Take a live issue out of the library. Raises KnownError when there is none of this id."""
    old = issues.live_key(connection, issue_id)
    if old is None:
        raise KnownError("资料库里没有编号为 {issue} 的期刊，可能已被移除。请重新导入，或撤销移除。", issue=issue_id)
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
    counting, resting = (replacement.added, replacement.taken) if forward else (replacement.taken, replacement.added)
    corrections.set_removed(connection, counting, None)
    corrections.set_removed(connection, resting, moment)
