"""Searching: 200 mixed queries, the first 20 hits with snippets, against other ways in the same run.

`python -m benchmarks.search [ISSUES] [FOLDER]` prints the table of docs/decisions/0003. ISSUES: how many, of 75,000
characters and 30 articles each (40). FOLDER: .txt files whose sentences are recombined instead of invented ones.
tantivy, which is no part of the program, takes part where it is installed (`pip install --group bench`).

`make bench` asks the 480 issues of `shelf.py` instead, which are made of the sample's clauses: a few hundred, so that
most words stand in most articles. That is harder than any magazine.
"""

from __future__ import annotations

import gc
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.measure import Row, Timing, compare, timed
from benchmarks.search_engines import SHOWN, Engine, bare_bigrams, like, rust_bigrams, segmented, trigram
from benchmarks.search_texts import Trial, articles_of, corpus, fill, invented_sentences, sentences_of, trial
from benchmarks.shelf import shelf
from zbreader.search.words import Words
from zbreader.services.searching import Searching
from zbreader.store.database import Database

ROUNDS = 5
OURS, LIKE = "zbreader", "LIKE"  # the latter is asked every fifth query: it looks through all texts each time


class Verdict(NamedTuple):
    """One engine. A round asks every query once; its times are milliseconds of the processor's time, one a query.

    lost: of each hundred true hits those that were not found. bytes: what it keeps. seconds: of the processor's time,
    while its index is made.
    """

    name: str
    lost: float
    rounds: Sequence[Sequence[float]]
    bytes: int
    seconds: float

    @property
    def middle(self) -> Timing:
        return Timing(tuple(map(median, self.rounds)))

    @property
    def high(self) -> Timing:
        """The 95th percentile."""
        return Timing(tuple(quantiles(one, n=20)[-1] for one in self.rounds))

    @property
    def longest(self) -> Timing:
        return Timing(tuple(map(max, self.rounds)))


def ours(searching: Searching) -> Engine:
    """The whole service: query language, ranking, exact snippets and ranges in the original text."""

    def ask(words: Sequence[str]) -> list[str]:
        result = searching.search(" ".join(f"「{word}」" for word in words), limit=SHOWN)
        return [""] * (result.total - len(result.hits)) + [hit.article_id for hit in result.hits]

    return ask


def judged(name: str, ask: Engine, tried: Trial, size: int, seconds: float, every: int = 1) -> Verdict:
    """Ask everything ROUNDS times, or EVERY so manieth query; processor's time, for others may use this machine too."""
    asked, truth = tried.asked[::every], tried.truth[::every]
    rounds = []
    found = right = 0
    gc.collect()
    gc.disable()  # as the program does
    for _ in range(ROUNDS):
        times = []
        for at, words in enumerate(asked):
            begin = time.process_time()
            hits = ask(words)
            times.append((time.process_time() - begin) * 1000)
            # An engine tells all its hits but names at least the first; what it names wrongly is not found.
            found += min(len(hits), len(truth[at])) - len({hit for hit in hits if hit} - truth[at])
            right += len(truth[at])
        rounds.append(times)
    gc.enable()
    return Verdict(name, 100 * (1 - found / right), rounds, size, seconds)


def others(tried: Trial, words: Words, folder: Path) -> Iterator[Verdict]:
    """The other ways to search, one after the other; tantivy where it is installed."""
    builders: dict[str, Callable[[sqlite3.Connection, dict[str, str]], Engine]] = {
        LIKE: like,
        "FTS5 trigram": trigram,
        "FTS5 bigrams, bare": bare_bigrams,
        "FTS5 over jieba's words": partial(segmented, split=words.split),
    }
    for number, (name, build) in enumerate(builders.items()):
        path = folder / f"{number}.db"
        with closing(sqlite3.connect(path)) as connection:
            begin = time.process_time()
            ask = build(connection, tried.texts)
            connection.commit()
            seconds = time.process_time() - begin
            yield judged(name, ask, tried, path.stat().st_size, seconds, every=5 if name == LIKE else 1)
        path.unlink()
    if find_spec("tantivy"):
        begin = time.process_time()
        ask = rust_bigrams(folder / "tantivy", tried.texts)
        seconds = time.process_time() - begin
        size = sum(path.stat().st_size for path in (folder / "tantivy").iterdir())
        yield judged("tantivy, bigrams", ask, tried, size, seconds)


def verdicts(count: int, sentences: Callable[[random.Random], str]) -> Iterator[tuple[Verdict, Trial]]:
    """Every engine on the same issues and queries; ours with jieba at last, which is in the memory of all."""
    made = corpus(count, sentences)
    tried = trial(article for issue in made for article in issue.articles)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        words = Words(folder / "jieba")
        words.warm()
        for verdict in others(tried, words, folder):
            yield verdict, tried
        with closing(Database(folder / "library.db")) as database:
            fill(database, made)
            index = folder / "search.db"
            with closing(Searching(database, index)) as searching:
                begin = time.process_time()
                searching.repair()
                seconds = time.process_time() - begin
            for name, with_words in ((OURS, None), (f"{OURS}, true words first", words)):
                with closing(Searching(database, index, words=with_words)) as searching:
                    yield judged(name, ours(searching), tried, index.stat().st_size, seconds), tried


def rows() -> Iterable[Row]:
    """Our whole search against a bare index of the same kind, and against other ways among 480 issues."""
    yield from few()
    yield from many()


def few() -> Iterable[Row]:
    """Ten issues: searching, and indexing against the bare index's own inserting."""
    made = corpus(10, invented_sentences())
    tried = trial(article for issue in made for article in issue.articles)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder, "floor.db"))) as connection,
        closing(Database(Path(folder, "library.db"))) as database,
        closing(Searching(database, Path(folder, "search.db"))) as searching,
    ):
        fill(database, made)
        searching.repair()
        whole, bare = ours(searching), bare_bigrams(connection, tried.texts)
        yield compare(
            "200 searches in 10 issues",
            timed(lambda: [whole(words) for words in tried.asked]),
            timed(lambda: [bare(words) for words in tried.asked]),
            goal=5,
            note="query language, ranking, ranges and snippets in the original text; floor: FTS5 and str.find alone",
        )

        def build() -> None:
            connection.execute("DROP TABLE two")
            bare_bigrams(connection, tried.texts)
            connection.commit()

        yield compare(
            "index 10 issues",
            timed(searching.rebuild, clock=time.process_time),
            timed(build, clock=time.process_time),
            goal=2,
            note="reading them from the library, folding and splitting included; floor: the folded texts inserted",
        )


def many() -> Iterator[Row]:
    """480 issues: by itself, and at the 95th percentile against each other way."""
    home = shelf().folder
    with (
        tempfile.TemporaryDirectory() as name,
        closing(Database(home / "library.db")) as database,
        closing(Searching(database, home / "search.db")) as searching,
    ):
        folder = Path(name)
        tried = trial(articles_of(database))
        size = (home / "search.db").stat().st_size
        mine = judged(OURS, ours(searching), tried, size, sum(shelf().indexed))
        about = f"{len(tried.asked)} queries, the first {SHOWN} hits with snippets, processor time"
        yield Row("a search in 480 issues", mine.middle.median, None, 3, "ms", mine.middle.spread, about)
        yield Row("… the 95th percentile", mine.high.median, None, 15, "ms", mine.high.spread)
        yield Row("… of 100 hits not found", mine.lost, None, 0, "hits")
        yield Row("… index beside the text", size / 1e6, tried.size / 1e6, 2, "MB")
        yield Row("… indexing a million characters", mine.seconds / tried.millions * 1000, None, 1000, "ms")
        words = Words(folder / "jieba")
        words.warm()
        for other in others(tried, words, folder):
            middle, high = other.middle.median, other.high
            note = (
                f"both at the 95th percentile; theirs in the middle {middle:.1f} ms, not found {other.lost:.1f} in 100"
            )
            spread = max(mine.high.spread, high.spread)
            yield Row(f"… against {other.name}", mine.high.median, high.median, 1, "ms", spread, note)


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    count = int(arguments[0]) if arguments else 40
    sentences = sentences_of(Path(arguments[1])) if len(arguments) > 1 else invented_sentences()
    print("| engine | recall | p50 / p95 / max ms | file ÷ text | million characters a second |\n|---|---|---|---|---|")
    for verdict, tried in verdicts(count, sentences):
        middle, high, longest = verdict.middle.median, verdict.high.median, verdict.longest.median
        print(
            f"| {verdict.name} | {1 - verdict.lost / 100:.3f} | {middle:.2f} / {high:.1f} / {longest:.1f}"
            f" | {verdict.bytes / tried.size:.2f} | {tried.millions / verdict.seconds:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
