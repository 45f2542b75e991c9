"""Does the importer know what it does not know? Mistakes that had a doubt beside them, and doubts without a mistake."""

from __future__ import annotations

from collections.abc import Iterator

from tests.damage.bench import Bench
from tests.damage.layouts.issue import Printed
from tests.damage.score import Scoring


class Doubts:
    """Counts over many issues."""

    def add(self, bench: Bench, printed: Printed, scoring: Scoring) -> None:
        """One issue's mistakes and doubts."""

    def lines(self) -> Iterator[str]:
        """What was counted."""
        yield from ()
