"""What a merge brings, or brought: in all, and of each person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from zbreader.exchange.merge import MergePlan
from zbreader.model.annotation import Annotation
from zbreader.model.errors import KnownError
from zbreader.model.person import Person
from zbreader.services.placing import without_place
from zbreader.services.session_gathering import SessionMerge
from zbreader.services.trusting import Origin
from zbreader.store import issues
from zbreader.store.database import Connection


@dataclass(frozen=True, slots=True)
class PersonMerge:
    """What a merge brings of one person's. Unplaced and waiting are among the added and updated."""

    person: Person
    added: int = 0
    updated: int = 0
    removed: int = 0  # deleted by the person
    unchanged: int = 0
    conflicts: int = 0
    unplaced: int = 0
    waiting: int = 0  # of the unplaced: their issue is not in the library yet


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that was given and could not be taken in."""

    path: Path
    error: KnownError


@dataclass(frozen=True, slots=True)
class MergeReport:
    """How many notes of others are new, changed something, were known, lie beside another version, have no place."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    conflicts: int = 0
    unplaced: int = 0
    waiting: int = field(default=0, compare=False)  # of the unplaced: their issue is not in the library yet
    readings: int = field(default=0, compare=False)  # articles that somebody is newly known to have read
    sessions: tuple[SessionMerge, ...] = field(default=(), compare=False)  # whose plans came or were changed
    people: tuple[PersonMerge, ...] = field(default=(), compare=False)
    unread: tuple[UnreadFile, ...] = field(default=(), compare=False)
    origins: tuple[Origin, ...] = field(default=(), compare=False)  # of the files that were read

    @property
    def brings_anything(self) -> bool:
        """Whether the merge writes notes, who has read what, or plans of sessions."""
        return bool(self.added or self.updated or self.conflicts or self.readings or self.sessions)


def added_up(reports: Sequence[MergeReport]) -> MergeReport:
    """What several merges, one after another, brought together."""
    kinds = ("added", "updated", "unchanged", "conflicts", "unplaced", "waiting")
    of_person: dict[str, PersonMerge] = {}
    for one in (one for report in reports for one in report.people):
        before = of_person.get(one.person.id, PersonMerge(one.person))
        sums = {kind: getattr(before, kind) + getattr(one, kind) for kind in (*kinds, "removed")}
        of_person[one.person.id] = PersonMerge(one.person, **sums)
    return MergeReport(
        **{kind: sum(getattr(report, kind) for report in reports) for kind in (*kinds, "readings")},
        sessions=tuple(session for report in reports for session in report.sessions),
        people=tuple(of_person.values()),
    )


def report_of(
    connection: Connection, plan: MergePlan, rows: Sequence[Annotation], known: dict[str, Person]
) -> MergeReport:
    """What PLAN, whose rows stand in this library as ROWS, comes to, in all and for each person."""
    lost = without_place(connection, [row for row in rows if not row.deleted])
    live = {summary.id for summary in issues.summaries(connection)}
    counts: dict[str, dict[str, int]] = {}
    names: dict[str, str] = {}

    def count(kind: str, counted: Sequence[Annotation]) -> int:
        for row in counted:
            key = row.creator_key
            names.setdefault(key, row.creator)
            of_person = counts.setdefault(key, {})
            of_person[kind] = of_person.get(kind, 0) + 1
        return len(counted)

    removed = count("removed", [row for row in plan.updated if row.deleted])
    return MergeReport(
        added=count("added", plan.added),
        updated=count("updated", [row for row in plan.updated if not row.deleted]) + removed,
        unchanged=count("unchanged", plan.unchanged),
        conflicts=count("conflicts", plan.conflicts),
        unplaced=count("unplaced", lost),
        waiting=count("waiting", [row for row in lost if row.target.issue_id not in live]),
        people=tuple(
            PersonMerge(known.get(key) or Person(key, names[key]), **of_person)
            for key, of_person in sorted(counts.items(), key=lambda item: (names[item[0]], item[0]))
        ),
    )
