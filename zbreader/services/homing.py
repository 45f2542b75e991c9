"""Homing: where notes from elsewhere stand in this library, whose issues someone else may have converted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from zbreader.model.annotation import Annotation
from zbreader.services.following import new_targets
from zbreader.store import issues
from zbreader.store.database import Connection


def at_home(connection: Connection, rows: Sequence[Annotation]) -> list[Annotation]:
    """ROWS with the targets they have in this library: another conversion of an issue may have cut it differently."""
    summaries = {summary.id: summary for summary in issues.summaries(connection)}
    names = Counter(summary.title for summary in summaries.values())
    by_title = {summary.title: summary.id for summary in summaries.values() if names[summary.title] == 1}
    by_issue: dict[str, list[Annotation]] = {}
    at_home: list[Annotation] = []
    for row in rows:
        # An issue whose masthead one of two conversions could not read has two ids but may have one name.
        here = row.target.issue_id if row.target.issue_id in summaries else by_title.get(row.target.issue_label)
        if here is None or row.deleted:
            at_home.append(row)
        else:
            by_issue.setdefault(here, []).append(row)
    for issue_id, group in by_issue.items():
        issue = issues.get(connection, issue_id)
        moved = new_targets(group, summaries[issue_id].title, issue.articles if issue else ())
        targets = {annotation.id: target for annotation, target in moved}
        for row in group:
            target = targets.get(row.id, row.target)
            if target.issue_id != issue_id:
                target = replace(target, issue_id=issue_id)
            at_home.append(row if target is row.target else replace(row, target=target))
    return at_home
