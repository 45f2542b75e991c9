"""`make bench`: runs every benchmark of this folder, prints one table, and says how many goals are met.

`python -m benchmarks.run [NAME…]` runs the named modules alone. Exit status: 0 all goals met, 1 not, 2 unknown name.
The rows go to `benchmarks/results/latest.json` too, with the machine they were measured on.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import tempfile
import time
import traceback
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.measure import Row

HERE = Path(__file__).resolve().parent
RESULTS = HERE / "results" / "latest.json"
HEADINGS = ("", "ours", "floor", "unit", "±", "ratio", "goal", "")
MARKS = {True: "met", False: "MISSED", None: "-"}

RowsOf = Callable[[], Iterable[Row]]


def main(names: Sequence[str]) -> int:
    known = sorted(path.stem for path in HERE.glob("*.py") if "\ndef rows()" in path.read_text(encoding="utf-8"))
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="zbreader-bench-") as home:
        keep_to(Path(home))
        measured = {name: list(rows_of(name)) for name in names or known}
    tell(measured)
    write(measured)
    return summary(measured)


def keep_to(home: Path) -> None:
    """Points everything that looks for a user's folders to HOME, so that no benchmark meets anybody's library.

    What a benchmark leaves in a temporary folder is left there too, and goes with it.
    """
    tempfile.tempdir = str(home)
    os.environ["ZBREADER_LIBRARY"] = str(home / "library")
    for name, folder in (
        ("HOME", ""),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        os.environ[name] = str(home / folder)
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def rows_of(name: str) -> Iterable[Row]:
    """The rows of one module. One that fails is told on standard error and counts as a missed goal."""
    print(f"{name} …", end=" ", file=sys.stderr, flush=True)
    begin = time.perf_counter()
    try:
        rows: RowsOf = importlib.import_module(f"benchmarks.{name}").rows
        yield from rows()
    except Exception as error:
        traceback.print_exc()
        yield Row(f"{name} failed: {type(error).__name__}", 1, None, 0, "failure")
    print(f"{time.perf_counter() - begin:.0f} s", file=sys.stderr, flush=True)


def tell(measured: dict[str, list[Row]]) -> None:
    """Prints the table."""
    for name, rows in measured.items():
        lines = [HEADINGS, *(cells(row) for row in rows)]
        widths = [max(width(line[column]) for line in lines) for column in range(len(HEADINGS))]
        print(f"\n{name}")
        for line in lines:
            first, *others = (
                pad(cell, space, left=not at) for at, (cell, space) in enumerate(zip(line, widths, strict=True))
            )
            print("  " + "  ".join([first, *others]).rstrip())
        print(*(f"    {row.name}: {row.note}" for row in rows if row.note), sep="\n")


def cells(row: Row) -> tuple[str, ...]:
    goal = "-" if row.goal is None else f"≤ {number(row.goal)}" + (" ×" if row.ratio is not None else "")
    return (
        row.name,
        number(row.ours),
        "-" if row.floor is None else number(row.floor),
        row.unit,
        f"{row.spread:.0%}",
        "-" if row.ratio is None else f"{number(row.ratio)} ×",
        goal,
        MARKS[row.met],
    )


def number(value: float) -> str:
    """Three significant digits, without an exponent."""
    if value and abs(value) < 0.01:
        return f"{value:.4f}"
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"


def width(cell: str) -> int:
    """Columns of a terminal: an East Asian wide character takes two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in cell)


def pad(cell: str, space: int, *, left: bool) -> str:
    gap = " " * (space - width(cell))
    return cell + gap if left else gap + cell


def write(measured: dict[str, list[Row]]) -> None:
    RESULTS.parent.mkdir(exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "measured": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
    }
    rows = {
        name: [{**asdict(row), "ratio": row.ratio, "tolerance": row.tolerance, "met": row.met} for row in rows]
        for name, rows in measured.items()
    }
    RESULTS.write_text(json.dumps({"machine": machine, "rows": rows}, ensure_ascii=False, indent=1), encoding="utf-8")


def summary(measured: dict[str, list[Row]]) -> int:
    judged = [row for rows in measured.values() for row in rows if row.met is not None]
    met = sum(row.met is True for row in judged)
    print(f"\n{met} of {len(judged)} goals met", flush=True)
    return int(met < len(judged))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
