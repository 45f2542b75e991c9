"""Importing: one issue against the least that could store it and make it searchable, and 480 issues against 48."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from itertools import cycle
from operator import add
from pathlib import Path
from statistics import mean

from benchmarks.measure import Row, Timing, compare
from benchmarks.shelf import AT_ONCE, CHARACTERS, FEW, ISSUES, library, processor_time, shelf, written
from tools.make_corpus import ARTICLES
from zbreader.services.library import Services

GROWTH = 1.15
SIZES = (ARTICLES // 10, ARTICLES, ARTICLES * 10)
LENGTH = CHARACTERS // ARTICLES  # of an article
FELT = 500.0
"""Milliseconds of processor time that importing an issue may take: what nobody minds on an old machine."""


def rows() -> Iterable[Row]:
    with tempfile.TemporaryDirectory(prefix="zbreader-importing-") as folder:
        yield from one_issue(Path(folder))
        yield from sizes(Path(folder))
        yield from one_correction(Path(folder))
        yield from many_issues()


def one_issue(folder: Path) -> Iterable[Row]:
    """A first issue into a new library, with its index; what is judged is the whole way a file goes."""
    # Another issue each round: what was read once is partly remembered.
    files = cycle(written(folder / "one", 10))
    directory, by_hand = folder / "library", folder / "by-hand.db"
    # The library stays open from `prepare` to the next `prepare`: opening one is not importing.
    opened: list[Services] = []

    def renew() -> None:
        while opened:
            opened.pop().close()
        shutil.rmtree(directory, ignore_errors=True)
        opened.append(library(directory))
        opened[-1].searching.missing()  # opens the index, as the next line reads the importer's words
        _ = opened[-1].importing.vocabulary

    ours = processor_time(lambda: opened[-1].importing.import_files([next(files)]), prepare=renew)
    remove = partial(by_hand.unlink, missing_ok=True)
    with_index = processor_time(lambda: store_by_hand(next(files), by_hand, indexed=True), prepare=remove)
    without = processor_time(lambda: store_by_hand(next(files), by_hand, indexed=False), prepare=remove)
    about = f"{CHARACTERS:,} characters, 30 articles, processor time; floor: read, split at line ends, insert"
    one = compare("import one issue", ours, with_index, 6, note=f"{about}, index bigrams, commit")
    yield one
    yield compare("… beside storing alone", ours, without, None, note=f"{about}, commit")
    yield Row("… as it is felt", one.ours, None, FELT, "ms", one.spread, "the same, judged by itself")
    opened.pop().close()


def sizes(folder: Path) -> Iterable[Row]:
    """An issue a tenth as long as usual, one as long, one ten times as long: what 1,000 characters of each cost."""
    costs = {articles: per_thousand(folder, articles) for articles in SIZES}
    usual = costs[ARTICLES]
    for articles, ours in costs.items():
        yield Row(
            f"import 1,000 characters of {articles} articles",
            ours.median * 1000,
            usual.median * 1000,
            GROWTH if articles > ARTICLES else None,
            "ms",
            ours.spread,
            f"an issue of {articles * LENGTH:,} characters, processor time; floor: one of {ARTICLES} articles",
        )


def per_thousand(folder: Path, articles: int) -> Timing:
    """Seconds that 1,000 characters of an issue of so many ARTICLES take, index included."""
    characters = articles * LENGTH
    files = iter(written(folder / f"of-{articles}", 6, characters, articles))
    with closing(library(folder / f"library-of-{articles}")) as services:
        services.importing.import_files([next(files)])  # what is loaded once is not the text's cost
        imported = processor_time(lambda: services.importing.import_files([next(files)]))
        return Timing(tuple(imported() / characters * 1_000 for _ in range(5)))


def one_correction(folder: Path) -> Iterable[Row]:
    """A headline put right in an issue with 600 marks: the issue is built anew and marks follow."""
    (file,) = written(folder / "corrected", 1)
    with closing(library(folder / "library-corrected")) as services:
        (outcome,) = services.importing.import_files([file])
        articles = services.reading.articles(str(outcome.issue_id))
        for article in articles:
            length = len(services.reading.article(article.id).text)
            for start in range(0, length - 13, length // 20 + 1):
                services.annotating.add_highlight(article.id, start, start + 12)
        headline = iter(f"第 {number} 稿" for number in range(1_000))
        correct = processor_time(lambda: services.correcting.retitle(articles[3].id, next(headline)))
        samples = Timing(tuple(correct() for _ in range(5)))
        listed = processor_time(lambda: services.correcting.source_lines(str(outcome.issue_id)))
        lines = Timing(tuple(listed() for _ in range(5)))
    about = f"{CHARACTERS:,} characters, 600 marks, processor time, judged by itself"
    yield Row("correct a headline", samples.median * 1000, None, FELT, "ms", samples.spread, about)
    yield Row("list the source's lines", lines.median * 1000, None, FELT / 5, "ms", lines.spread, about)


def many_issues() -> Iterable[Row]:
    """480 issues, eight at a time: one of all of them may cost little more than one of the first 48."""
    made = shelf()
    yield growth(f"store one issue of {ISSUES}", made.stored)
    yield growth(f"index one issue of {ISSUES}", made.indexed)
    both = [store + index for store, index in zip(made.stored, made.indexed, strict=True)]
    yield growth(f"import one issue of {ISSUES}, all included", both, GROWTH)


def growth(name: str, samples: list[float], goal: float | None = None) -> Row:
    """What one issue costs on average, against what it costs on average among the first of the same run."""
    first = samples[: FEW // AT_ONCE]
    note = f"processor time, {CHARACTERS:,} characters; floor: the same for the first {FEW}"
    ours, floor = mean(samples) / AT_ONCE, mean(first) / AT_ONCE
    return Row(name, ours * 1000, floor * 1000, goal, "ms", Timing(tuple(samples)).spread, note)


def store_by_hand(file: Path, database: Path, *, indexed: bool) -> None:
    """The least that can be called an import: every line is a paragraph, every 3,000 characters are an article."""
    lines = file.read_bytes().decode("utf-8").split("\n")
    articles: list[list[str]] = [[]]
    length = 0
    for line in lines:
        length += len(line)
        if length > 3_000:
            articles.append([])
            length = 0
        articles[-1].append(line)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE articles (key INTEGER PRIMARY KEY, title TEXT)")
        connection.execute("CREATE TABLE paragraphs (article INTEGER, position INTEGER, text TEXT)")
        connection.executemany("INSERT INTO articles VALUES (?, ?)", ((at, a[0]) for at, a in enumerate(articles)))
        connection.executemany(
            "INSERT INTO paragraphs VALUES (?, ?, ?)",
            ((at, position, text) for at, article in enumerate(articles) for position, text in enumerate(article)),
        )
        if indexed:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(body, content='', tokenize='ascii')")
            bodies = ("".join(article) for article in articles)
            connection.executemany(
                "INSERT INTO words (rowid, body) VALUES (?, ?)",
                ((at, " ".join(map(add, body, body[1:]))) for at, body in enumerate(bodies)),
            )
