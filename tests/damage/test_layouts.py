"""Random layouts: their truth is exact, and the importer keeps what a fixed sample of them reached."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean

import pytest

from tests.damage.bench import Bench
from tests.damage.doubts import Doubts
from tests.damage.layouts.issue import Printed, print_issue
from tests.damage.prediction import from_truth, reading_order
from tests.damage.score import SCORES, Scoring

ROOT = Path(__file__).resolve().parents[2]
SEEDS = range(12)  # the seeds of a survey at first sight are others: 5000 …
LEAST = {
    "articles": 0.96, "placed": 0.98, "columns": 0.98, "authors": 0.95, "joins": 0.97, "headings": 0.97, "clean": 0.99,
    "conserved": 0.999, "issue": 0.99,
}  # fmt: skip
SILENT = 6  # mistakes in all of them beside which nothing says so


@pytest.fixture(scope="module")
def printed() -> list[Printed]:
    return [print_issue(seed) for seed in SEEDS]


def test_a_seed_always_prints_the_same_issue(printed: list[Printed]) -> None:
    again = print_issue(printed[0].seed)
    assert (again.text, again.truth) == (printed[0].text, printed[0].truth)


def test_every_line_belongs_to_one_piece(printed: list[Printed]) -> None:
    for issue in printed:
        lines = ["", *issue.text.split("\n")]
        owned = [number for article in issue.truth["articles"] for number in reading_order(article, lines)]
        for piece in issue.truth["furniture"]:
            owned += [number for number in range(piece["start"], piece["end"] + 1) if lines[number].strip()]
        assert sorted(owned) == [number for number, line in enumerate(lines) if line.strip()], issue.seed


def test_a_faultless_import_scores_all(printed: list[Printed]) -> None:
    for issue in printed:
        scores = Scoring(issue.text, issue.truth, from_truth(issue.text, issue.truth)).scores
        assert min(scores.values()) > 0.97, (issue.seed, scores)


def test_the_importer_keeps_what_it_reached(printed: list[Printed]) -> None:
    bench, doubts = Bench(ROOT), Doubts()
    scorings = [bench.scoring(f"{issue.seed}.txt", issue.text, issue.truth) for issue in printed]
    for scoring in scorings:
        doubts.add(scoring)
    means = {name: fmean(scoring.scores[name] for scoring in scorings) for name in SCORES}
    assert {name: mean for name, mean in means.items() if mean < LEAST[name]} == {}
    assert doubts.silent <= SILENT
