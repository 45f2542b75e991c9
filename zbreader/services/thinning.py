"""Which of the automatic backups may go: a decision over dates and sizes alone, after Anki's `BackupThinner`."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

RECENT_DAYS = 2  # of today and yesterday everything stays


@dataclass(frozen=True, slots=True)
class Stays:
    """How many days, weeks and months (of those that have backups) keep their newest one."""

    daily: int = 12
    weekly: int = 10
    monthly: int = 9


@dataclass(frozen=True, slots=True)
class Dated:
    """One backup: when it was made (aware, in local time) and its size in bytes."""

    path: Path
    made: datetime
    size: int = 0


def superfluous(backups: Sequence[Dated], today: date, stays: Stays | None = None, space: int = 0) -> list[Dated]:
    """Those of BACKUPS that may be deleted, oldest first; never the newest.

    space: bytes that the others may take together (0: any); when they take more, the oldest go until they do not.
    """
    newest_first = sorted(backups, key=lambda one: (one.made, one.path), reverse=True)
    kept = _kept(newest_first, today, stays or Stays())
    if space:
        while len(kept) > 1 and sum(one.size for one in kept) > space:
            kept.pop()
    return [one for one in reversed(newest_first) if one not in kept]


def _kept(newest_first: Sequence[Dated], today: date, stays: Stays) -> list[Dated]:
    """What stays by its date: the recent ones, then the newest of each day, week and month while there is room."""
    kept = list(newest_first[:1])
    days: set[Hashable] = set()
    weeks: set[Hashable] = set()
    months: set[Hashable] = set()
    recent = today - timedelta(days=RECENT_DAYS)
    for one in newest_first:
        day = one.made.date()
        if day > recent:
            _mark(one, kept)
            continue
        for seen, most, period in (
            (days, stays.daily, day),
            (weeks, stays.weekly, day.isocalendar()[:2]),
            (months, stays.monthly, (day.year, day.month)),
        ):
            if period in seen:
                break
            if len(seen) < most:
                seen.add(period)
                _mark(one, kept)
                break
    return kept


def _mark(one: Dated, kept: list[Dated]) -> None:
    if one not in kept:
        kept.append(one)
