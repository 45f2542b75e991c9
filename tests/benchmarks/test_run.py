from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benchmarks import run
from benchmarks.measure import Row


def broken() -> list[Row]:
    raise RuntimeError("no such table")


@pytest.fixture
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three benchmarks of known results, and the file the results go to."""
    offered = {
        "fine": lambda: [Row("快的一项", 15, 10, 2), Row("only told", 3, None, None, "MB")],
        "slow": lambda: [Row("a slow one", 30, 10, 2, note="on purpose")],
        "broken": broken,
    }
    for name, rows in offered.items():
        module = ModuleType(f"benchmarks.{name}")
        module.rows = rows
        monkeypatch.setitem(sys.modules, f"benchmarks.{name}", module)
        tmp_path.joinpath(f"{name}.py").write_text("\ndef rows(): ...\n", "utf-8")
    tmp_path.joinpath("measure.py").write_text("", "utf-8")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "RESULTS", tmp_path / "results" / "latest.json")
    monkeypatch.setattr(run, "keep_to", lambda home: None)
    return tmp_path / "results" / "latest.json"


def test_all_goals_met(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["fine"]) == 0
    told = capsys.readouterr().out
    assert "1.50 ×  ≤ 2.00 ×  met" in told
    assert told.splitlines()[-1] == "1 of 1 goals met"
    kept = json.loads(results.read_text("utf-8"))
    assert [(row["ratio"], row["met"]) for row in kept["rows"]["fine"]] == [(1.5, True), (None, None)]
    assert kept["machine"]["processors"]


def test_a_missed_goal_and_a_broken_benchmark_fail_the_run_but_not_the_others(
    results: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run.main([]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "1 of 3 goals met"
    assert "broken failed: RuntimeError" in told.out
    assert "no such table" in told.err
    assert "a slow one: on purpose" in told.out


def test_an_unknown_name_is_told(results: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["measure"]) == 2
    assert "there are broken, fine, slow" in capsys.readouterr().err
    assert not results.exists()


@pytest.mark.parametrize(
    ("value", "shown"), [(0.00012, "0.0001"), (0, "0.00"), (1.5, "1.50"), (42, "42.0"), (1234, "1,234")]
)
def test_numbers_have_three_digits(value: float, shown: str) -> None:
    assert run.number(value) == shown


def test_columns_line_up_under_chinese_names() -> None:
    assert run.width(run.pad("汉字", 6, left=True)) == run.width(run.pad("abc", 6, left=False)) == 6
