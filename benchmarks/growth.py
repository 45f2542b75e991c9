"""What things cost in libraries of 1 to 480 issues: importing, searching, opening an article, merging notes.

`python -m benchmarks.growth [FOLDER]` (a few minutes) prints the figures and draws FOLDER/growth-*.svg, which is
docs/performance when no folder is named. One library grows; at each size everything is measured in it.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.plot import Line, chart
from benchmarks.shelf import CHARACTERS, library, processor_time, written
from zbreader.anchoring import describe
from zbreader.exchange import notes
from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import Annotation, Target
from zbreader.model.ids import annotation_id
from zbreader.model.person import Person
from zbreader.services.library import Services

SIZES = (1, 3, 10, 30, 100, 240, 480)  # issues
QUERIES, OPENED, NOTES = 100, 15, 2_000
SEED = 20240701


class Point(NamedTuple):
    """What one size costs: milliseconds of processor time; opening, which two threads share, by the clock."""

    issues: int
    imported: float  # one issue, with its index
    searched: float  # the middle of QUERIES, the first 20 hits with snippets
    searched_at_most: float  # their 95th percentile
    opened: float  # an article, until it is painted
    merged: float  # one member's NOTES notes, from the file


def points(folder: Path) -> list[Point]:
    """Let a library in FOLDER grow, and measure at every size."""
    files = written(folder / "incoming", SIZES[-1])
    chance = random.Random(SEED)
    found: list[Point] = []
    with closing(library(folder / "warm")) as services:  # what a program loads once is no part of the first point
        import_all(services, files[:1])
    with closing(library(folder / "library")) as services:
        services.settings.set("sample.offered", True)
        done = 0
        for size in SIZES:
            work = partial(import_all, services, files[done:size])
            imported = processor_time(work)() / (size - done)
            done = size
            times = searches(services, chance)
            found.append(
                Point(
                    size,
                    imported * 1000,
                    median(times),
                    quantiles(times, n=20)[-1],
                    median(openings(services, chance)),
                    gathering(services, chance, folder / f"{size}.zbnotes") * 1000,
                )
            )
            print("  ".join(f"{name} {value:.1f}" for name, value in found[-1]._asdict().items()), flush=True)
    return found


def import_all(services: Services, files: Sequence[Path]) -> None:
    """Import FILES and index them."""
    services.importing.import_files(list(files))
    services.searching.repair()


def searches(services: Services, chance: random.Random) -> list[float]:
    """Milliseconds of processor time of each query: words of one to eight characters as they stand in some article."""
    texts = [services.reading.article(id_).text for id_ in some_articles(services, chance, 40)]
    queries = []
    for _ in range(QUERIES):
        text = chance.choice(texts)
        start = chance.randrange(len(text) - 8)
        queries.append(f"「{text[start : start + chance.randint(1, 8)]}」")
    services.searching.search(queries[0], 20)
    return [processor_time(partial(services.searching.search, query, 20))() * 1000 for query in queries]


def some_articles(services: Services, chance: random.Random, count: int) -> list[str]:
    """Ids of COUNT articles of long enough text, of any issues, some perhaps twice."""
    issues = services.reading.issues()
    found: list[str] = []
    while len(found) < count:
        id_ = chance.choice(services.reading.articles(chance.choice(issues).id)).id
        if len(services.reading.article(id_).text) > 200:
            found.append(id_)
    return found


def openings(services: Services, chance: random.Random) -> list[float]:
    """Milliseconds from asking for an article until it stands on the page."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.memory import rest
    from benchmarks.pauses import report, wait
    from zbreader.ui.main_window import MainWindow

    application = QApplication.instance() or QApplication(["zbreader", "-style", "Fusion"])
    window = MainWindow(services, report, offers_sample=False)
    window.show()
    wait(application, lambda: window.is_furnished and window.deeds.has_begun)
    rest(window, application)  # what a start does in the background, a backup among it, is no part of an opening
    times = []
    for id_ in dict.fromkeys(some_articles(services, chance, OPENED)):
        begin = time.perf_counter()
        window.open_article(id_)
        wait(application, lambda: window.open.id == id_)  # noqa: B023
        window.pane.viewport().repaint()
        times.append((time.perf_counter() - begin) * 1000)
    window.close()
    return times


def gathering(services: Services, chance: random.Random, path: Path) -> float:
    """Seconds of processor time for taking one member's notes on articles of this library from a file."""
    articles = [services.reading.article(id_) for id_ in some_articles(services, chance, 40)]
    made = "2031-01-01T00:00:00.000Z"
    rows = []
    for number in range(NOTES):
        article = articles[number % len(articles)]
        start = chance.randrange(len(article.text) - 60)
        issue_id = article.id.split("-")[0]
        target = Target(issue_id, article.id, "期", article.title, describe(article.text, start, start + 30))
        name = annotation_id(1_700_000_000_000 + number, chance.getrandbits(74))
        rows.append(Annotation(name, target, path.stem, made, made, note="记下了"))
    path.write_bytes(notes.dump(NotesFile(rows, Person("", path.stem)), made=made, generator_version="1"))
    return processor_time(lambda: services.exchanging.take(services.exchanging.look([path])))()


def draw(found: Sequence[Point], folder: Path) -> None:
    """The four pictures of docs/performance.md."""
    folder.mkdir(parents=True, exist_ok=True)

    def line(name: str, value: Callable[[Point], float]) -> Line:
        return Line(name, [(point.issues, value(point)) for point in found])

    pictures = {
        "import": ("Import one issue, index included", [line("processor time", lambda p: p.imported)]),
        "search": (
            "First 20 hits with snippets",
            [line("median", lambda p: p.searched), line("95th percentile", lambda p: p.searched_at_most)],
        ),
        "open": ("Open an article until it is painted", [line("by the clock", lambda p: p.opened)]),
        "merge": (f"Gather a file of {NOTES:,} notes", [line("processor time", lambda p: p.merged)]),
    }
    for name, (title, lines) in pictures.items():
        path = folder / f"growth-{name}.svg"
        path.write_text(chart(title, "issues in the library", "ms", lines), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Measure and draw."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent / "docs" / "performance"
    print(f"{CHARACTERS:,} characters an issue")
    with tempfile.TemporaryDirectory(prefix="zbreader-growth-") as home:
        draw(points(Path(home)), folder)


if __name__ == "__main__":
    main(sys.argv[1:])
