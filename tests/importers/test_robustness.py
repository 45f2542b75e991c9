"""No damage may cost an import more than a little: the sample and every held-out issue, once damaged in each way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.damage.bench import Bench, Case, held_out
from tests.damage.generators import DAMAGES, one_junk_line

ROOT = Path(__file__).resolve().parents[2]
CASES = held_out(ROOT)

# What an undamaged issue must reach. Held-out layouts are printed in docs/source-format.md with their real scores.
FLOOR = {"placed": 0.9, "conserved": 0.995}

# What end marks alone told cannot be told without them: two short articles on one subject, printed into each other.
UNTELLABLE = {("interleaved", "lost_end_marks"): 0.13}


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(ROOT)


def _name(case: Case) -> str:
    return case.name


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_an_undamaged_issue_is_kept_whole(bench: Bench, case: Case) -> None:
    scoring = bench.scoring(case.source.name, case.text, case.truth)
    short = {name: scoring.scores[name] for name, least in FLOOR.items() if scoring.scores[name] < least}
    assert not short, "\n".join([str(short), *scoring.complaints[:20]])


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("case", CASES, ids=_name)
def test_a_damage_costs_no_more_than_a_little(bench: Bench, case: Case, damage: str) -> None:
    tolerance = UNTELLABLE.get((case.name, damage), bench.tolerance)
    fallen = {name: loss for name, loss in bench.losses(case, damage).items() if loss > tolerance}
    assert not fallen, "\n".join([str(fallen), *bench.new_complaints(case, damage)[:20]])


def test_the_sample_is_imported_as_it_should_look(bench: Bench) -> None:
    scoring = bench.scoring(CASES[0].source.name, CASES[0].text, CASES[0].truth)
    assert min(scoring.scores.values()) >= 0.95, "\n".join([str(scoring.scores), *scoring.complaints])


@pytest.mark.parametrize("part", range(12))
def test_one_unrecognised_line_costs_no_more_than_itself(bench: Bench, part: int) -> None:
    case = CASES[0]
    before = bench.undamaged(case)
    filled = [number for number, line in enumerate(case.text.split("\n"), start=1) if line.strip()]
    for after in filled[part :: 12 * 8]:
        text, truth = one_junk_line(case.text, case.truth, after, "囗囗县印刷厂印制 版次待校")
        scores = bench.scoring(case.source.name, text, truth).scores
        fallen = {name: before[name] - scores[name] for name in scores if before[name] - scores[name] > bench.tolerance}
        assert not fallen, f"after line {after} ({case.text.splitlines()[after - 1][:20]!r}): {fallen}"
