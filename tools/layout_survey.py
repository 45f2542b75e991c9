"""Measures the importer on random layouts that it has never seen.

python -m tools.layout_survey --count 200              mean, worst, and what each value of each parameter costs
python -m tools.layout_survey --first 1000 --count 50  other seeds
python -m tools.layout_survey --explain 17             what is missed in one issue
python -m tools.layout_survey --print 17               the issue itself
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean

from tests.damage.bench import Bench
from tests.damage.doubts import Doubts
from tests.damage.layouts.issue import Printed, print_issue
from tests.damage.score import SCORES

ROOT = Path(__file__).resolve().parent.parent
TARGETS = {
    "articles": 0.97, "placed": 0.99, "columns": 0.97, "authors": 0.95, "joins": 0.95, "headings": 0.93, "clean": 0.99,
    "conserved": 1.0, "issue": 1.0,
}  # fmt: skip
_FEWEST = 3  # issues with a value before its cost is told


def survey(bench: Bench, seeds: Sequence[int]) -> Iterator[str]:
    """The report's lines."""
    issues: list[Printed] = []
    scores: list[dict[str, float]] = []
    doubts = Doubts()
    for seed in seeds:
        printed = print_issue(seed)
        scoring = bench.scoring(f"{seed}.txt", printed.text, printed.truth)
        doubts.add(scoring)
        issues.append(printed)
        scores.append(scoring.scores)
    yield f"{'':14}" + "".join(f"{name:>10}" for name in SCORES)
    yield f"{'mean':14}" + "".join(f"{fmean(s[name] for s in scores):10.3f}" for name in SCORES)
    for kind in ("magazine", "newspaper", "essays"):
        own = [s for issue, s in zip(issues, scores, strict=True) if issue.layout.kind == kind]
        if own:
            yield f"{kind:14}" + "".join(f"{fmean(s[name] for s in own):10.3f}" for name in SCORES)
    yield f"{'at target':14}" + "".join(
        f"{fmean(s[name] >= TARGETS[name] - 0.0005 for s in scores):10.2f}" for name in SCORES
    )
    yield f"{'worst':14}" + "".join(f"{min(s[name] for s in scores):10.3f}" for name in SCORES)
    worst = sorted(range(len(issues)), key=lambda i: sum(scores[i].values()))[:12]
    yield "worst seeds: " + " ".join(f"{issues[i].seed}({sum(scores[i].values()):.2f})" for i in worst)
    yield from doubts.lines()
    yield "what a value costs (mean score of its issues below the others'):"
    yield from _costs(issues, scores)


def _costs(issues: Sequence[Printed], scores: Sequence[dict[str, float]]) -> Iterator[str]:
    total: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    means = [fmean(s[name] for name in SCORES) for s in scores]
    for issue, mean in zip(issues, means, strict=True):
        for name, value in asdict(issue.layout).items():
            total[name, value].append(mean)
    costs = []
    for (name, value), own in total.items():
        others = sum(means) - sum(own)
        count = len(means) - len(own)
        if len(own) >= _FEWEST and count:
            costs.append((others / count - fmean(own), f"{name}={value}", len(own)))
    for cost, said, count in sorted(costs, reverse=True)[:16]:
        yield f"  {cost:+.3f}  {said} ({count})"


def main() -> None:
    """Survey, explain or print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--explain", type=int)
    parser.add_argument("--print", type=int, dest="shown")
    arguments = parser.parse_args()
    bench = Bench(ROOT)
    if arguments.shown is not None:
        for number, line in enumerate(print_issue(arguments.shown).text.split("\n"), start=1):
            print(f"{number:4} {line}")
    elif arguments.explain is not None:
        printed = print_issue(arguments.explain)
        scoring = bench.scoring(f"{printed.seed}.txt", printed.text, printed.truth)
        print(printed.layout)
        print({name: round(value, 3) for name, value in scoring.scores.items()})
        print("\n".join(scoring.complaints))
    else:
        for line in survey(bench, range(arguments.first, arguments.first + arguments.count)):
            print(line)


if __name__ == "__main__":
    main()
