"""Does the importer know what it does not know? Mistakes that had a doubt beside them, and doubts without a mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.damage.score import Scoring

UNSURE = 0.8  # confidence below which an article's head or a paragraph is in doubt


class Doubts:
    """Counts over many issues."""

    def __init__(self) -> None:
        self._made: Counter[str] = Counter()  # mistakes by kind
        self._told: Counter[str] = Counter()  # … with a finding or a low confidence on one of their lines
        self._findings: Counter[str] = Counter()  # findings by rule
        self._true: Counter[str] = Counter()  # … that touch a mistake

    def add(self, scoring: Scoring) -> None:
        """One issue's mistakes and doubts."""
        findings: list[dict[str, Any]] = scoring.prediction["findings"]
        doubted = {line for finding in findings for line in finding["lines"]} | set(_unsure(scoring.prediction))
        for kind, mistakes in scoring.mistakes.items():
            self._made[kind] += len(mistakes)
            self._told[kind] += sum(not doubted.isdisjoint(lines) for lines in mistakes)
        wrong = {line for mistakes in scoring.mistakes.values() for lines in mistakes for line in lines}
        for finding in findings:
            self._findings[finding["rule"]] += 1
            self._true[finding["rule"]] += not wrong.isdisjoint(finding["lines"])

    @property
    def silent(self) -> int:
        """How many mistakes had no doubt beside them."""
        return sum(self._made.values()) - sum(self._told.values())

    @property
    def recall(self) -> float:
        """Share of all mistakes that had a doubt beside them."""
        return sum(self._told.values()) / max(1, sum(self._made.values()))

    def lines(self) -> Iterator[str]:
        """What was counted."""
        said = ", ".join(f"{kind} {self._told[kind]}/{count}" for kind, count in self._made.items())
        yield f"mistakes with a doubt beside them: {self.recall:.2f} ({said})"
        said = ", ".join(f"{rule} {self._true[rule]}/{count}" for rule, count in self._findings.most_common())
        share = sum(self._true.values()) / max(1, sum(self._findings.values()))
        yield f"findings that touch a mistake: {share:.2f} ({said})"


def _unsure(prediction: dict[str, Any]) -> Iterator[int]:
    for article in prediction["articles"]:
        if article["confidence"] < UNSURE:
            yield from (line for part in article.get("head", ()) for line in part["lines"])
        for paragraph in article["paragraphs"]:
            if paragraph["confidence"] < UNSURE:
                yield from paragraph["lines"]
