"""The scorer: a faultless import scores 1, and each fault costs the score that is named after it."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.damage.bench import Case, held_out
from tests.damage.prediction import Prediction, from_truth
from tests.damage.score import SCORES, score

ROOT = Path(__file__).resolve().parents[2]
CASES = held_out(ROOT)
SHARED = ROOT.parent / "shared"


def _perfect(case: Case) -> Prediction:
    return copy.deepcopy(from_truth(case.text, case.truth))


def _scored(case: Case, prediction: Prediction) -> dict[str, float]:
    return score(case.text, case.truth, prediction)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_faultless_import_scores_one(case: Case) -> None:
    assert _scored(case, _perfect(case)) == pytest.approx(dict.fromkeys(SCORES, 1.0))


def test_one_article_for_the_whole_file_finds_no_article() -> None:
    everything = [{"kind": "body", "text": line} for line in CASES[0].text.split("\n") if line.strip()]
    scores = _scored(CASES[0], {"issue": {}, "articles": [{"title": "全文", "paragraphs": everything}]})
    assert scores["articles"] == scores["issue"] == 0
    assert scores["conserved"] == pytest.approx(1, abs=0.01)


def test_nothing_found_conserves_nothing() -> None:
    scores = _scored(CASES[0], {"issue": {}, "articles": []})
    assert scores["articles"] == scores["placed"] == 0
    assert scores["conserved"] < 0.02  # lines of one or two characters count as found


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("columns", lambda article: article.update(column="别的栏目")),
        ("authors", lambda article: article.update(authors=["别人"])),
        ("articles", lambda article: article.update(title="完全不同的另一句话")),
        ("headings", lambda article: [part.update(kind="body") for part in article["paragraphs"]]),
    ],
)
def test_a_fault_in_an_article_costs_its_score(name: str, fault: object) -> None:
    prediction = _perfect(CASES[0])
    article = next(one for one in prediction["articles"] if one["title"] == "小板凳议事会" or name == "headings")
    if name == "headings":
        article = next(
            one
            for one in prediction["articles"]
            if any(part["kind"] == "heading" and len(part["text"]) > 8 for part in one["paragraphs"])
        )
    fault(article)  # type: ignore[operator]
    scores = _scored(CASES[0], prediction)
    assert scores[name] < 1
    assert scores["conserved"] == pytest.approx(1, abs=0.005)


def test_a_paragraph_left_cut_and_two_run_together_cost_joins() -> None:
    case = CASES[0]
    cut = from_truth(case.text, case.truth | {"joins": case.truth["joins"][1:]})
    assert _scored(case, cut)["joins"] == pytest.approx(1 - 1 / (2 * len(case.truth["joins"]) - 1), abs=0.001)
    run_together = _perfect(case)
    first, second = run_together["articles"][0]["paragraphs"][-2:]
    run_together["articles"][0]["paragraphs"][-2:] = [{"kind": "body", "text": first["text"] + second["text"]}]
    assert _scored(case, run_together)["joins"] < 1


def test_the_contents_inside_an_article_are_not_clean() -> None:
    prediction = _perfect(CASES[0])
    prediction["articles"][-1]["paragraphs"] += [
        {"kind": "body", "text": block["text"]} for block in prediction["unplaced"]
    ]
    prediction["unplaced"] = []
    scores = _scored(CASES[0], prediction)
    assert scores["clean"] < 0.2
    assert scores["conserved"] == pytest.approx(1)


@pytest.mark.skipif(not (SHARED / "score_import.py").exists(), reason="the reference scorer is not on this machine")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_agrees_with_the_reference_scorer(case: Case, tmp_path: Path) -> None:
    prediction = _perfect(case)
    prediction["articles"][1]["title"] = "另一个标题"
    prediction["articles"][2]["paragraphs"] = prediction["articles"][2]["paragraphs"][::-1]
    del prediction["articles"][0]["paragraphs"][1]
    for article in prediction["articles"]:
        article.pop("kicker", None)
    written = tmp_path / "prediction.json"
    written.write_text(json.dumps(prediction, ensure_ascii=False), encoding="utf-8")
    said = subprocess.run(
        [sys.executable, SHARED / "score_import.py", case.source, case.truth_file, written],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout.split()
    reference = {name: float(value) for name, value in zip(said[::2], said[1::2], strict=True)}
    assert _scored(case, prediction) == pytest.approx(reference, abs=0.0001)
