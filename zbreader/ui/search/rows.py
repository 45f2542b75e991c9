"""What the list of results shows, as plain data, without Qt: hits gathered by issue, best issue first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zbreader.model.search import Hit


@dataclass(frozen=True, slots=True)
class IssueRow:
    """The heading over the hits of one issue."""

    issue_id: str
    title: str
    count: int  # hits listed below it


@dataclass(frozen=True, slots=True)
class HitRow:
    """One article that matches."""

    hit: Hit


@dataclass(frozen=True, slots=True)
class MoreRow:
    """There are more hits than are listed."""

    hidden: int


Row = IssueRow | HitRow | MoreRow


def result_rows(hits: Sequence[Hit], total: int, titles: Mapping[str, str]) -> list[Row]:
    """Rows for HITS (best first) of TOTAL articles that match; TITLES names issues by their id."""
    issues: dict[str, list[Hit]] = {}
    for hit in hits:
        issues.setdefault(hit.issue_id, []).append(hit)
    rows: list[Row] = []
    for issue_id, found in issues.items():
        rows.append(IssueRow(issue_id, titles.get(issue_id, ""), len(found)))
        rows.extend(HitRow(hit) for hit in found)
    if total > len(hits) > 0:
        rows.append(MoreRow(total - len(hits)))
    return rows
