"""Imports damaged issues and scores what came out."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.damage.generators import DAMAGES
from tests.damage.prediction import Truth
from tests.damage.score import SCORES, Scoring
from zbreader import importers


@dataclass(frozen=True)
class Case:
    """One issue with known truth; `name` is its file name without suffix."""

    name: str
    source: Path
    truth_file: Path

    @property
    def text(self) -> str:
        """The source's text."""
        return self.source.read_text(encoding="utf-8")

    @property
    def truth(self) -> Truth:
        """What is really in it."""
        truth: Truth = json.loads(self.truth_file.read_text(encoding="utf-8"))
        return truth


def held_out(root: Path) -> list[Case]:
    """The sample and every held-out issue."""
    sample = root / "resources/sample/sample-issue.txt"
    folder = root / "tests/data/issues"
    sources = [sample, *sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".md"))]
    return [Case(path.stem, path, path.with_name(path.stem + ".truth.json")) for path in sources]


class Bench:
    """Imports with the program's own vocabulary. A damage may cost `tolerance` of any score."""

    tolerance = 0.03

    def __init__(self, root: Path) -> None:
        self._vocabulary = importers.load_vocabulary(root / "resources/vocabulary")
        self.undamaged = cache(self._undamaged)

    def scoring(self, name: str, text: str, truth: Truth) -> Scoring:
        """Import the text under this file name and score it."""
        data = text.encode()
        document = importers.read_source(name, data)
        issue = importers.build_issue(document, self._vocabulary, source_sha256=hashlib.sha256(data).hexdigest())
        return Scoring(text, truth, importers.issue_to_json(issue))

    def damaged(self, case: Case, damage: str) -> Scoring:
        """The case after one damage; the same every time."""
        text, truth = DAMAGES[damage](case.text, case.truth, Random(f"{case.name} {damage}"))
        return self.scoring(case.source.name, text, truth)

    def losses(self, case: Case, damage: str) -> dict[str, float]:
        """By how much each score fell (0 where it rose)."""
        before, after = self.undamaged(case), self.damaged(case, damage).scores
        return {name: max(0.0, before[name] - after[name]) for name in SCORES}

    def new_complaints(self, case: Case, damage: str) -> list[str]:
        """What is missed after the damage and was not before; line numbers are those of the damaged text."""
        before = {_unnumbered(line) for line in self.scoring(case.source.name, case.text, case.truth).complaints}
        return [line for line in self.damaged(case, damage).complaints if _unnumbered(line) not in before]

    def _undamaged(self, case: Case) -> dict[str, float]:
        return self.scoring(case.source.name, case.text, case.truth).scores


def _unnumbered(complaint: str) -> str:
    return re.sub(r"\d+(>\d+)?", "", complaint, count=1)
