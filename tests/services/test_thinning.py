"""Which backups stay: decided over dates alone, and never to the last one's cost."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from zbreader.services.thinning import RECENT_DAYS, Dated, Stays, superfluous

TODAY = date(2031, 4, 30)
NOON = datetime(2031, 4, 30, 12, tzinfo=timezone.utc)


def made(*days_and_hours: float) -> list[Dated]:
    return [Dated(Path(f"{age}.db"), NOON - timedelta(days=age), 10) for age in days_and_hours]


def ages(backups: list[Dated]) -> list[float]:
    return [float(one.path.stem) for one in backups]


def test_today_and_yesterday_stay_whole() -> None:
    assert superfluous(made(0, 0.01, 0.02, 1, 1.1), TODAY) == []


def test_of_a_day_the_newest_stays() -> None:
    assert ages(superfluous(made(0, 3, 3.1, 3.2, 4), TODAY)) == [3.2, 3.1]


def test_after_the_days_the_weeks_and_after_them_the_months() -> None:
    gone = ages(superfluous(made(*range(400)), TODAY, Stays(daily=3, weekly=2, monthly=2)))
    kept = [age for age in range(400) if age not in gone]
    assert kept[: RECENT_DAYS + 3] == [0, 1, 2, 3, 4]
    weeks_and_months = [NOON - timedelta(days=age) for age in kept[RECENT_DAYS + 3 :]]
    assert len(weeks_and_months) == 4
    assert len({moment.isocalendar()[:2] for moment in weeks_and_months}) == 4
    assert max(kept) < 100


def test_space_takes_the_oldest_but_never_the_last() -> None:
    assert ages(superfluous(made(0, 3, 5, 9), TODAY, space=25)) == [9, 5]
    assert ages(superfluous(made(0, 3), TODAY, space=1)) == [3]


@given(
    st.lists(st.integers(0, 60 * 24 * 900), unique=True, max_size=80),
    st.integers(0, 300),
    st.integers(-400, 400),
)
def test_the_newest_always_stays_and_thinning_twice_is_thinning_once(
    minutes: list[int], space: int, shift: int
) -> None:
    backups = [Dated(Path(f"{minute}.db"), NOON - timedelta(minutes=minute), 10) for minute in minutes]
    today = TODAY + timedelta(days=shift)
    gone = superfluous(backups, today, space=space)
    kept = [one for one in backups if one not in gone]
    assert superfluous(kept, today, space=space) == []
    assert not backups or max(backups, key=lambda one: one.made) in kept
    assert len(kept) <= 12 + 10 + 9 + sum(one.made.date() > today - timedelta(days=2) for one in backups) + 1
