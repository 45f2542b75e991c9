"""Measures what each damage costs an import.

python -m tools.damage_matrix                  the tables, in Markdown
python -m tools.damage_matrix --write          … put into docs/source-format.md as its last section
python -m tools.damage_matrix --explain NAME   what is missed in one issue, undamaged and after each damage
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from tests.damage.bench import Bench, Case, held_out
from tests.damage.generators import DAMAGES
from tests.damage.score import SCORES

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/source-format.md"
SECTION = "## Damage matrix"
INTRODUCTION = f"""{SECTION}

Measured by `python -m tools.damage_matrix --write` on the sample and on held-out issues: invented magazines in other
layouts than the given ones (`tests/data/issues`), whose truth is exact because they are printed from manuscripts
(`tests/damage/manuscripts`). What each score means is told in `tests/damage/score.py`.

Undamaged, each issue reaches:
"""
LOSSES = """
Then each issue is damaged once more in each of these ways (`tests/damage/generators.py`). A cell tells by how much the
score of the issue that suffers most falls; · is nothing. The last field names issues that lose more than {tolerance}.
"""


def tables(bench: Bench, cases: list[Case]) -> Iterator[str]:
    """The lines of the section."""
    yield from INTRODUCTION.split("\n")
    yield _row(["issue", *SCORES])
    yield _row(["---"] * (len(SCORES) + 1))
    for case in cases:
        yield _row([case.name, *(f"{bench.undamaged(case)[name]:.3f}" for name in SCORES)])
    yield from LOSSES.format(tolerance=bench.tolerance).split("\n")
    yield _row(["damage", *SCORES, "where"])
    yield _row(["---"] * (len(SCORES) + 2))
    for damage in DAMAGES:
        losses = {case.name: bench.losses(case, damage) for case in cases}
        worst = [max(loss[name] for loss in losses.values()) for name in SCORES]
        where = [name for name, loss in losses.items() if max(loss.values()) > bench.tolerance]
        yield _row([damage, *(f"{loss:.3f}" if loss > 0.0005 else "·" for loss in worst), ", ".join(where) or "·"])


def explain(bench: Bench, case: Case) -> Iterator[str]:
    """What is missed in one issue, and what more after each damage; line numbers are those of the damaged text."""
    yield "undamaged"
    for complaint in bench.scoring(case.source.name, case.text, case.truth).complaints:
        yield f"  {complaint}"
    for damage in DAMAGES:
        if max(bench.losses(case, damage).values()) > bench.tolerance:
            yield damage
            yield from (f"  {complaint}" for complaint in bench.new_complaints(case, damage))


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    """Print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--explain", metavar="NAME", choices=[case.name for case in held_out(ROOT)])
    arguments = parser.parse_args()
    bench, cases = Bench(ROOT), held_out(ROOT)
    if arguments.explain:
        lines = explain(bench, next(case for case in cases if case.name == arguments.explain))
        print("\n".join(lines))
        return
    section = "\n".join(tables(bench, cases)) + "\n"
    if not arguments.write:
        print(section, end="")
        return
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    before = page.partition(SECTION)[0].rstrip("\n")
    PAGE.write_text(f"{before}\n\n{section}".lstrip("\n"), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
