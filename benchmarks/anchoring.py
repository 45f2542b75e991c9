"""Marks found again: 1,000 marks in 75,000 characters of invented text that was then edited.

`python -m benchmarks.anchoring` prints right, wrong and unsure of the 990 marks that still have a place, how many of
the 10 that lost theirs were put somewhere, and milliseconds (median of 5) for all at once, all from one seed.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from benchmarks.invented_text import edited, invented_text
from benchmarks.ladder import Place, find_all
from benchmarks.measure import Row, compare
from benchmarks.shelf import processor_time
from zbreader.anchoring import describe, resolve_all
from zbreader.model.selector import Anchor, Selectors

SEED = 20240701
LENGTH = 75_000
MARKS, DEAD = 1000, 10


class Experiment(NamedTuple):
    """Old and new text, the marks of the old one, and where they are to be found (None: nowhere)."""

    before: str
    after: str
    marks: list[Selectors]
    truth: list[Place]


def experiment(rate: float, *, layout: bool = False, seed: int = SEED) -> Experiment:
    """1,000 marks of 8 to 60 characters, ten of them in paragraphs that the new text no longer has."""
    chance = random.Random(seed)
    before = invented_text(chance, LENGTH)
    ranges: list[tuple[int, int]] = []
    lost: set[int] = set()
    while len(ranges) < MARKS:
        start, length = chance.randrange(LENGTH - 60), chance.randint(8, 60)
        span = range(start, start + length)
        if before[start].isspace() or before[start + length - 1].isspace() or not lost.isdisjoint(span):
            continue
        ranges.append((start, start + length))
        if len(ranges) <= DEAD:  # these go with the whole of their paragraphs
            lost.update(range(max(0, before.rfind("\n", 0, start)), max(before.find("\n", start + length), span.stop)))
    after = edited(chance, before, rate, layout=layout, lost=lost)
    truth = [_truth(after.went, start, end) for start, end in ranges]
    return Experiment(before, after.text, [describe(before, start, end) for start, end in ranges], truth)


def _truth(went: list[int | None], start: int, end: int) -> Place:
    images = [position for position in went[start:end] if position is not None]
    return (images[0], images[-1] + 1) if len(images) * 2 > end - start else None


class Verdict(NamedTuple):
    """Counts of marks. Right: both ends within one character, because an edit at an end has no one truth."""

    right: int
    wrong: int
    unsure: int
    misplaced: int  # marks whose words are gone, yet were put somewhere
    to_the_letter: int  # right, and both ends the very ones


def judge(places: Iterable[Place], truth: Iterable[Place]) -> Verdict:
    """Compare places with the truth."""
    right = wrong = unsure = misplaced = letter = 0
    for found, place in zip(places, truth, strict=True):
        if place is None:
            misplaced += found is not None
        elif found is None:
            unsure += 1
        elif abs(found[0] - place[0]) <= 1 and abs(found[1] - place[1]) <= 1:
            right += 1
            letter += found == place
        else:
            wrong += 1
    return Verdict(right, wrong, unsure, misplaced, letter)


CASES = [
    ("unchanged", 0.0, False),
    ("layout, width and quotes only", 0.0, True),
    ("1 % of characters", 0.01, False),
    ("1 % and layout", 0.01, True),
    ("3 % of characters", 0.03, False),
    ("3 % and layout", 0.03, True),
    ("10 % and layout", 0.10, True),
]


def rows() -> Iterable[Row]:
    """Marks that were put wrong or not found, and the time against the best way known before (`ladder.py`).

    An import has the old text at hand, as the ladder has; without it a mark that comes by file is found, which is told.
    """
    for name, rate, layout in (CASES[0], *CASES[2:6]):
        made = experiment(rate, layout=layout)

        def work(made: Experiment = made) -> list[Anchor]:
            return resolve_all(made.after, made.marks, before=made.before)

        def alone(made: Experiment = made) -> list[Anchor]:
            return resolve_all(made.after, made.marks)

        def ladder(made: Experiment = made) -> list[Place]:
            return find_all(made.before, made.after, made.marks)

        verdict, theirs = judge(map(_range, work()), made.truth), judge(ladder(), made.truth)
        title = f"1,000 marks, {name}"
        yield Row(f"{title}: wrong", verdict.wrong + verdict.misplaced, None, 0, unit="marks")
        yield Row(f"{title}: not found", not_found(verdict), None, 0 if rate < 0.02 else 5, unit="marks")
        note = f"floor: {theirs.right} right, {theirs.wrong + theirs.misplaced} wrong"
        yield compare(title, processor_time(work), processor_time(ladder), goal=1.5, note=note)
        yield compare("… without the old text", processor_time(alone), processor_time(ladder), None)


def not_found(verdict: Verdict) -> int:
    """Of the marks that still have a place, how many were not put there."""
    return MARKS - DEAD - verdict.right


def _range(anchor: Anchor) -> Place:
    return None if anchor.start is None or anchor.end is None else (anchor.start, anchor.end)


def main() -> None:
    """Print the table of docs/anchoring.md."""
    print("| edits | old text at hand | right | to the letter | wrong | unsure | lost ones misplaced | ms |")
    print("|---|---|---|---|---|---|---|---|")
    for name, rate, layout in CASES:
        made = experiment(rate, layout=layout)
        for before in (None, made.before):
            times = []
            for _ in range(5):
                began = time.perf_counter()
                anchors = resolve_all(made.after, made.marks, before=before)
                times.append((time.perf_counter() - began) * 1000)
            verdict = judge(map(_range, anchors), made.truth)
            print(
                f"| {name} | {'yes' if before else 'no'} | {verdict.right} | {verdict.to_the_letter} | {verdict.wrong} "
                f"| {verdict.unsure} | {verdict.misplaced} | {median(times):.0f} |"
            )


if __name__ == "__main__":
    main()
