"""Every rule against its fixture: what goes in, what comes out, both for people to read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importers.pictures import after, picture, vocabulary
from zbreader.importers.magazine.pipeline import RULES

FOLDER = Path(__file__).resolve().parents[1] / "data" / "rules"
_CASE = re.compile(
    r"^## (?P<name>.+?)\n+```in\n(?P<given>.*?)\n```\n+```out\n(?P<wanted>.*?)\n```", re.MULTILINE | re.DOTALL
)
_WORDS = vocabulary()


def cases() -> list[object]:
    """(rule, input, output) of every case of every fixture file."""
    found = []
    for path in sorted(FOLDER.glob("*.md")):
        for case in _CASE.finditer(path.read_text(encoding="utf-8")):
            found.append(pytest.param(path.stem, case["given"], case["wanted"], id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize(("rule", "given", "wanted"), cases())
def test_rule(rule: str, given: str, wanted: str) -> None:
    assert picture(after(rule, given, _WORDS)) == wanted


def test_every_rule_has_a_fixture() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {name for name, _ in RULES}


def test_every_rule_has_a_name_of_its_own_and_one_sentence() -> None:
    names = [name for name, _ in RULES]
    assert len(names) == len(set(names))
    for name, rule in RULES:
        assert rule.__name__ == name
        assert rule.__doc__ is not None
        assert rule.__doc__.strip().endswith(".")
