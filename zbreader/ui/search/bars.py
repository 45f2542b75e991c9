"""The bars of the chart over the results, as plain data, without Qt: hits by issue, or by several issues together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zbreader.model.search import IssueHits


@dataclass(frozen=True, slots=True)
class Bar:
    """One issue, or several that follow one another."""

    issues: tuple[IssueHits, ...]  # at least one, the oldest first
    articles: int
    occurrences: int

    @property
    def filter(self) -> str:
        """What stands after 期: in a query for these issues; empty when they have no year to name them by."""
        dated = [issue for issue in self.issues if issue.year is not None]
        if not dated:
            return ""
        first, last = _name(dated[0]), _name(dated[-1])
        return first if first == last else f"{first}..{last}"


def bars_of(issues: Sequence[IssueHits], most: int) -> list[Bar]:
    """At most MOST bars (at least one is allowed) for ISSUES, the oldest first, all of the same number of issues."""
    together = max(1, -(-len(issues) // max(most, 1)))
    parts = [tuple(issues[at : at + together]) for at in range(0, len(issues), together)]
    return [
        Bar(part, sum(issue.articles for issue in part), sum(issue.occurrences for issue in part)) for part in parts
    ]


def _name(issue: IssueHits) -> str:
    return f"{issue.year}" if issue.number is None else f"{issue.year}.{issue.number:02d}"
