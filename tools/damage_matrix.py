"""Prints what each damage costs, as a Markdown table: `python -m tools.damage_matrix`.

Rows are damages, columns are scores; a cell holds the lowest score over all issues and, where it fell, by how much the
worst issue fell against its undamaged self.
"""

from __future__ import annotations

from pathlib import Path

from tests.damage.bench import Bench, held_out
from tests.damage.generators import DAMAGES
from tests.damage.score import SCORES

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print one table of undamaged scores and one of losses."""
    bench = Bench(ROOT)
    cases = held_out(ROOT)
    print("| issue | " + " | ".join(SCORES) + " |\n|---" + "|---" * len(SCORES) + "|")
    for case in cases:
        scores = bench.undamaged(case)
        print(f"| {case.name} | " + " | ".join(f"{scores[name]:.3f}" for name in SCORES) + " |")
    print("\n| damage | " + " | ".join(SCORES) + " | where |\n|---" + "|---" * (len(SCORES) + 1) + "|")
    for name in DAMAGES:
        losses = {case.name: bench.losses(case, name) for case in cases}
        worst = {score: max(loss[score] for loss in losses.values()) for score in SCORES}
        where = sorted(case for case, loss in losses.items() if max(loss.values()) > bench.tolerance)
        cells = " | ".join(f"{worst[score]:.3f}" if worst[score] > 0.0005 else "·" for score in SCORES)
        print(f"| {name} | {cells} | {', '.join(where) or '·'} |")


if __name__ == "__main__":
    main()
