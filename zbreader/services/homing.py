"""Homing: where notes from elsewhere stand in this library, whose issues someone else may have converted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zbreader.model.annotation import Annotation
from zbreader.services.following import new_targets
from zbreader.store import annotations as stored
from zbreader.store import articles, fingerprints, issues
from zbreader.store.database import Connection
from zbreader.text.fingerprints import fingerprint, same_among

_TELLING = 12  # code points; fewer may stand in an article by chance
_TRIED = 3  # quotations of one article that are sought
_MISSES = 3  # articles of an issue that are sought in vain before the issue counts as not here


def at_home(
    connection: Connection, rows: Sequence[Annotation], told: Mapping[tuple[str, str], str] | None = None
) -> list[Annotation]:
    """ROWS with the targets they have in this library: another conversion of an issue may have cut it differently.

    told: fingerprints of articles (by issue id and their own) beside those that the library remembers.
    """
    summaries = {summary.id: summary for summary in issues.summaries(connection)}
    names = Counter(summary.title for summary in summaries.values())
    by_title = {summary.title: summary.id for summary in summaries.values() if names[summary.title] == 1}
    by_issue: dict[str, list[Annotation]] = {}
    homeless: list[Annotation] = []
    for row in rows:
        # An issue whose masthead one of two conversions could not read has two ids but may have one name.
        here = row.target.issue_id if row.target.issue_id in summaries else by_title.get(row.target.issue_label)
        if here is None or row.deleted:
            homeless.append(row)
        else:
            by_issue.setdefault(here, []).append(row)
    settled = _settled_elsewhere(connection, homeless, by_issue, told or {})
    for issue_id, group in by_issue.items():
        issue = issues.get(connection, issue_id)
        moved = new_targets(group, summaries[issue_id].title, issue.articles if issue else ())
        targets = {annotation.id: target for annotation, target in moved}
        for row in group:
            target = targets.get(row.id, row.target)
            if target.issue_id != issue_id:
                target = replace(target, issue_id=issue_id)
            settled.append(row if target is row.target else replace(row, target=target))
    return settled


def bring_home(connection: Connection, issue_ids: frozenset[str]) -> list[str]:
    """Let notes that waited for ISSUE_IDS, which just came, stand where they belong; ids of those that moved."""
    live = {summary.id for summary in issues.summaries(connection)}
    if not issue_ids & live:
        return []
    waiting = stored.without_issue(connection)
    moved = [
        (row.id, now.target)
        for row, now in zip(
            sorted(waiting, key=lambda row: row.id),
            sorted(at_home(connection, waiting), key=lambda row: row.id),
            strict=True,
        )
        if now.target != row.target
    ]
    stored.retarget(connection, moved)
    return [id_ for id_, _ in moved]


def _settled_elsewhere(
    connection: Connection,
    rows: Sequence[Annotation],
    by_issue: dict[str, list[Annotation]],
    told: Mapping[tuple[str, str], str],
) -> list[Annotation]:
    """Those of ROWS whose issue is not here under any id; the others are added to BY_ISSUE."""
    left: list[Annotation] = []
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for row in rows:
        if row.deleted:
            left.append(row)
        else:
            groups.setdefault((row.target.issue_id, row.target.article_id), []).append(row)
    known = {**fingerprints.get(connection, groups), **told}
    homes: dict[str, str] = {}
    misses: Counter[str] = Counter()
    for place, group in groups.items():
        issue = place[0]
        # Whoever finds one article of an issue has found them all; whoever misses three need not seek the thirtieth.
        if issue not in homes and misses[issue] < _MISSES:
            found = _issue_with(connection, group, known.get(place, ""))
            if found is None:
                misses[issue] += 1
            else:
                homes[issue] = found
        if issue in homes:
            by_issue.setdefault(homes[issue], []).extend(group)
        else:
            left += group
    return left


def _issue_with(connection: Connection, group: Sequence[Annotation], print_: str) -> str | None:
    """The issue in which the article of GROUP stands: its fingerprint, or without one its quotations, must agree."""
    lines = [
        line
        for row in group
        if row.target.selectors is not None
        for line in row.target.selectors.quote.exact.split("\n")
        if len(line) >= _TELLING
    ]
    quoted = {
        place
        for line in sorted(set(lines), key=len, reverse=True)[:_TRIED]
        for place in fingerprints.places_with(connection, line)
    }
    titled = set(fingerprints.places_titled(connection, group[0].target.article_title))
    if print_:
        texts = articles.texts(connection, (article_id for _, article_id in quoted | titled))
        same = same_among(print_, {place: fingerprint(texts[place[1]]) for place in quoted | titled})
        if same is not None:
            return same[0]
    found = {issue_id for issue_id, _ in quoted}
    return found.pop() if len(found) == 1 else None
