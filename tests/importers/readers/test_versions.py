"""An issue is rebuilt as well from any format as from text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.damage.bench import Bench, held_out
from tests.damage.score import SCORES, Scoring
from tests.importers.readers.versions import VERSIONS, marked
from zbreader import importers
from zbreader.resources import resource

ROOT = Path(__file__).resolve().parents[3]
LOSS = 0.02  # of any score


@pytest.mark.parametrize("version", VERSIONS)
def test_the_sample_is_found_again_in_every_format(version: str) -> None:
    case = held_out(ROOT)[0]
    text, truth = case.text, case.truth
    before = Bench(ROOT).undamaged(case)
    document = importers.read_source("样刊", VERSIONS[version](marked(text, {second for _, second in truth["joins"]})))
    issue = importers.build_issue(document, importers.load_vocabulary(resource("vocabulary")), source_sha256="0")
    scoring = Scoring(text, truth, importers.issue_to_json(issue))
    fallen = {
        name: before[name] - scoring.scores[name] for name in SCORES if before[name] - scoring.scores[name] > LOSS
    }
    assert not fallen, "\n".join([str(fallen), *scoring.complaints])
