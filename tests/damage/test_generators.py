"""The damages: they damage what they say, and the truth stays exact."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from tests.damage import build
from tests.damage.bench import Case, held_out
from tests.damage.generators import DAMAGES
from tests.damage.prediction import Truth, from_truth, reading_order
from tests.damage.score import SCORES, Scoring
from tools import build_sample

ROOT = Path(__file__).resolve().parents[2]
CASES = held_out(ROOT)


def _owners(text: str, truth: Truth) -> list[int]:
    lines = ["", *text.split("\n")]
    owners = [number for article in truth["articles"] for number in reading_order(article, lines)]
    for piece in truth["furniture"]:
        owners += [number for number in range(piece["start"], piece["end"] + 1) if lines[number].strip()]
    return owners


def _filled(text: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_line_belongs_to_exactly_one_piece(case: Case) -> None:
    assert sorted(_owners(case.text, case.truth)) == _filled(case.text)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_truth_stays_exact(case: Case, damage: str) -> None:
    text, truth = DAMAGES[damage](case.text, case.truth, Random(7))
    assert sorted(_owners(text, truth)) == _filled(text)
    scoring = Scoring(text, truth, from_truth(text, truth))
    assert scoring.scores == pytest.approx(dict.fromkeys(SCORES, 1.0)), scoring.complaints


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damage_is_pure_and_repeats_itself(damage: str) -> None:
    case = CASES[0]
    given = case.truth
    first = DAMAGES[damage](case.text, given, Random(3))
    assert given == case.truth
    assert first == DAMAGES[damage](case.text, case.truth, Random(3))


@pytest.mark.parametrize("damage", sorted(set(DAMAGES) - {"lost_page_numbers"}))
def test_a_damage_changes_the_sample(damage: str) -> None:
    assert DAMAGES[damage](CASES[0].text, CASES[0].truth, Random(3))[0] != CASES[0].text


def test_page_numbers_are_lost_where_there_were_some() -> None:
    case = next(case for case in CASES if case.name == "dotted_contents")
    text, truth = DAMAGES["lost_page_numbers"](case.text, case.truth, Random(3))
    assert "沈渡口）3" in case.text
    assert "沈渡口）3" not in text
    assert all(article["toc_page"] is None for article in truth["articles"])


def test_a_paragraph_wrapped_is_a_chain_of_joins() -> None:
    text = "标题\n\n" + "一二三四五六七八九十" * 5 + "\n"
    case = CASES[0]
    article = dict(case.truth["articles"][0]) | {"start": 1, "end": 3, "title_lines": [1]}
    article |= {key: [] for key in ("byline_lines", "headings", "captions", "items")}
    nothing_else: Truth = {key: [] for key in ("furniture", "joins", "splits", "artifacts", "bios")}
    truth = case.truth | nothing_else | {"articles": [article]}
    wrapped, moved = DAMAGES["wrapped_at_20"](text, truth, Random(1))
    assert wrapped.split("\n")[2:5] == ["一二三四五六七八九十" * 2, "一二三四五六七八九十" * 2, "一二三四五六七八九十"]
    assert moved["joins"] == [[3, 4], [4, 5]]


def test_the_files_are_what_the_manuscripts_print() -> None:
    text, truth = build_sample.build()
    assert text == CASES[0].text
    assert json.loads(json.dumps(truth)) == CASES[0].truth
    by_name = {case.name: case for case in CASES}
    for name in build.names():
        _, text, truth = build.build(name)
        assert text == by_name[name].text
        assert json.loads(json.dumps(truth)) == by_name[name].truth
