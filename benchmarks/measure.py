"""What a benchmark is made of: samples taken in turns, medians with their spread, and rows that know their goal.

A number of milliseconds says more about the machine than about the program. So each row holds two medians from the
same run, ours and the floor's (the least work that could possibly do the same job, written out by hand beside it), and
the goal is a ratio. The two are sampled in turns, so that a slow moment of the machine strikes both.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Sampler = Callable[[], float]
"""Does the work once and returns what it cost, in seconds (or whatever unit all samplers of a row share)."""

NOISE = 0.10
"""How far a median may lie beyond its goal, as a fraction of it, before the goal counts as missed: two runs of the same
code on a shared machine differ by this much. A row whose own spread is wider gets that spread, at most `MOST_NOISE`."""

MOST_NOISE = 0.25


@dataclass(frozen=True, slots=True)
class Timing:
    """Samples of one thing. `spread` is half the distance between the quartiles, as a fraction of the median."""

    samples: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def spread(self) -> float:
        if len(self.samples) < 2 or not self.median:
            return 0.0
        first, _, third = statistics.quantiles(self.samples, n=4, method="inclusive")
        return (third - first) / 2 / self.median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; less is always better (write a loss, not a gain).

    With a `floor`, `goal` is the greatest allowed ratio ours ÷ floor; without one it is the greatest allowed `ours`, in
    `unit`. A row with `goal` None is told for the record and judged by nobody.
    """

    name: str
    ours: float
    floor: float | None
    goal: float | None
    unit: str = "ms"
    spread: float = 0.0
    note: str = ""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.floor if self.floor else None

    @property
    def tolerance(self) -> float:
        return min(max(NOISE, self.spread), MOST_NOISE)

    @property
    def met(self) -> bool | None:
        """Whether the goal is reached, within the tolerance; None when there is no goal."""
        if self.goal is None:
            return None
        reached = self.ours if self.ratio is None else self.ratio
        return reached <= self.goal * (1 + self.tolerance)


def timed(
    work: Callable[[], object],
    *,
    prepare: Callable[[], object] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> Sampler:
    """A sampler of `work`'s seconds by `clock`; `prepare` (and a garbage collection) run before it, outside the clock.

    `time.process_time` as the clock counts processor time of this process alone: the better choice on a busy machine.
    """

    def sample() -> float:
        if prepare is not None:
            prepare()
        gc.collect()
        begin = clock()
        work()
        return clock() - begin

    return sample


def take_turns(samplers: Mapping[str, Sampler], rounds: int = 7) -> dict[str, Timing]:
    """Samples each thing `rounds` times (at least 5), in turns, after one unrecorded warm-up round."""
    for sampler in samplers.values():
        sampler()
    samples: dict[str, list[float]] = {name: [] for name in samplers}
    for _ in range(max(5, rounds)):
        for name, sampler in samplers.items():
            samples[name].append(sampler())
    return {name: Timing(tuple(values)) for name, values in samples.items()}


def compare(name: str, ours: Sampler, floor: Sampler, goal: float | None, *, rounds: int = 7, note: str = "") -> Row:
    """The usual row: ours against the floor, sampled in turns, told in milliseconds, judged by their ratio."""
    timings = take_turns({"floor": floor, "ours": ours}, rounds)
    mine, least = timings["ours"], timings["floor"]
    return Row(name, mine.median * 1000, least.median * 1000, goal, "ms", max(mine.spread, least.spread), note)


def absolute(name: str, ours: Sampler, goal_ms: float | None, *, rounds: int = 7, note: str = "") -> Row:
    """A row without a floor: milliseconds against a goal in milliseconds."""
    timing = take_turns({"ours": ours}, rounds)["ours"]
    return Row(name, timing.median * 1000, None, goal_ms, "ms", timing.spread, note)
