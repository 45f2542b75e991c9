from __future__ import annotations

import pytest

from benchmarks.measure import Row, Timing, compare, take_turns, timed


def row(*, ours: float, floor: float | None, goal: float | None, spread: float = 0.0) -> Row:
    return Row("a row", ours, floor, goal, "ms", spread)


@pytest.mark.parametrize(
    ("ours", "floor", "goal", "spread", "met"),
    [
        (20, 10, 2, 0.0, True),
        (21.9, 10, 2, 0.0, True),  # within the noise
        (22.1, 10, 2, 0.0, False),
        (23.9, 10, 2, 0.2, True),  # within its own spread
        (26, 10, 2, 0.9, False),  # a spread without end excuses nothing
        (400, None, 500, 0.0, True),
        (600, None, 500, 0.0, False),
        (600, None, None, 0.0, None),
    ],
)
def test_a_goal_is_a_ratio_or_a_value(
    ours: float, floor: float | None, goal: float | None, spread: float, met: bool | None
) -> None:
    assert row(ours=ours, floor=floor, goal=goal, spread=spread).met is met


def test_the_spread_is_half_the_distance_of_the_quartiles() -> None:
    assert Timing((8.0, 9.0, 10.0, 11.0, 12.0)).spread == pytest.approx(0.1)
    assert Timing((10.0,)).spread == 0
    assert Timing((0.0, 0.0, 0.0)).spread == 0


def test_samples_are_taken_in_turns_and_the_first_round_is_forgotten() -> None:
    order: list[str] = []

    def sampler(name: str) -> float:
        order.append(name)
        return float(len(order))

    timings = take_turns({"a": lambda: sampler("a"), "b": lambda: sampler("b")}, rounds=1)
    assert order == ["a", "b"] * 6
    assert timings["a"].samples == (3, 5, 7, 9, 11)


def test_preparing_is_not_timed() -> None:
    clock = iter((5.0, 7.5))
    done: list[str] = []
    sample = timed(lambda: done.append("work"), prepare=lambda: done.append("prepare"), clock=lambda: next(clock))
    assert sample() == 2.5
    assert done == ["prepare", "work"]


def test_a_comparison_is_told_in_milliseconds() -> None:
    compared = compare("a row", lambda: 0.2, lambda: 0.1, 2)
    assert (compared.ours, compared.floor, compared.ratio, compared.met) == (200, 100, 2, True)
