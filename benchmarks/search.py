"""Searching: 200 mixed queries, the first 20 hits with snippets, against other ways in the same run.

`python -m benchmarks.search [ISSUES] [FOLDER]` prints the table of docs/decisions/0003. ISSUES: how many, of 75,000
characters and 30 articles each (40). FOLDER: .txt files whose sentences are recombined instead of invented ones.
tantivy, which is no part of the program, takes part where it is installed (`pip install --group bench`).
"""

from __future__ import annotations

import gc
import random
import re
import sqlite3
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from benchmarks.measure import Row, compare, timed
from benchmarks.search_engines import SHOWN, Engine, bare_bigrams, like, rust_bigrams, segmented, trigram
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.search.folding import fold
from zbreader.search.words import Words
from zbreader.services.searching import Searching
from zbreader.store import issues as issue_store
from zbreader.store.database import Database
from zbreader.store.sources import Source

SEED = 20240701
ARTICLES, CHARACTERS = 30, 2_400  # the last sentence makes it 2,500: 36 million in 480 issues
QUERIES = 200
COMMON = bytes(b for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFA) for b in (high, low)).decode("gb2312")


class Corpus(NamedTuple):
    """Issues, and the folded text of every article by its id."""

    issues: list[Issue]
    texts: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes of all texts in UTF-8."""
        return sum(len(article.text.encode()) for issue in self.issues for article in issue.articles)


class Trial(NamedTuple):
    """What is searched, what for, and the ids of the articles that are to be found."""

    corpus: Corpus
    asked: Sequence[Sequence[str]]
    truth: Sequence[set[str]]


class Verdict(NamedTuple):
    """One engine: share of the true hits that it found, milliseconds a query, bytes it keeps by bytes of text.

    speed: million characters a second (of the processor's time) while its index is made.
    """

    name: str
    recall: float
    milliseconds: list[float]
    size: float
    speed: float


def corpus(count: int, sentences: Callable[[random.Random], str]) -> Corpus:
    """COUNT issues of recombined SENTENCES."""
    chance = random.Random(SEED)
    made = []
    for number in range(count):
        articles = []
        for at in range(ARTICLES):
            paragraphs, length = [], 0
            while length < CHARACTERS:
                text = "".join(sentences(chance) for _ in range(chance.randint(1, 6)))
                paragraphs.append(Paragraph(ParagraphKind.BODY, text))
                length += len(text)
            title = sentences(chance)[:18]
            articles.append(Article(f"{number}-{at}", title, "栏目", paragraphs=tuple(paragraphs)))
        identity = IssueIdentity("基准", None, 2000 + number // 12, number % 12 + 1)
        made.append(Issue(f"issue-{number}", identity, tuple(articles)))
    texts = {a.id: fold(a.title) + "\n" + fold(a.text) for issue in made for a in issue.articles}
    return Corpus(made, texts)


def invented_sentences() -> Callable[[random.Random], str]:
    """Sentences of words that do not exist, their frequencies as uneven as a language's (Zipf)."""
    chance = random.Random(SEED)
    words = ["".join(chance.choices(COMMON, k=chance.choice((1, 2, 2, 2, 3, 4)))) for _ in range(30_000)]
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))

    def sentence(chance: random.Random) -> str:
        some = [words[bisect(weights, chance.random() * weights[-1])] for _ in range(chance.randint(6, 24))]
        some[len(some) // 2] += "，"
        return "".join(some) + chance.choice("。。。！？")

    return sentence


def sentences_of(folder: Path) -> Callable[[random.Random], str]:
    """Sentences of the text files in FOLDER, in any order."""
    lines = "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.glob("*.txt")))
    pool = re.findall(r"[^\n。！？]{4,120}[。！？]", lines)
    return lambda chance: chance.choice(pool)


def queries(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Words of 1 to 8 characters as they stand in the texts, some with marks, some two at a time, some nowhere."""
    chance = random.Random(SEED)

    def piece(longest: int) -> str:
        text = chance.choice(texts)
        start = chance.randrange(len(text) - 10)
        return text[start : start + chance.randint(1, longest)].replace("\n", "") or "的"

    made: list[tuple[str, ...]] = []
    for number in range(QUERIES):
        made.append((piece(2),) if number % 4 == 0 else (piece(8),) if number % 4 < 3 else (piece(3), piece(3)))
        if number % 20 == 19:
            made[-1] = ("".join(chance.choices(COMMON, k=3)),)
    return made


def fill(database: Database, made: Iterable[Issue]) -> None:
    """Put issues into an empty library."""
    source = Source("x.txt", b"", "0")
    with database.write() as connection:
        for issue in made:
            issue_store.insert(connection, issue, source, title=issue.id, imported="2031-01-01T00:00:00.000Z")


def ours(searching: Searching) -> Engine:
    """The whole service: query language, ranking, exact snippets and ranges in the original text."""

    def ask(words: Sequence[str]) -> list[str]:
        result = searching.search(" ".join(f"「{word}」" for word in words), limit=SHOWN)
        return [""] * (result.total - len(result.hits)) + [hit.article_id for hit in result.hits]

    return ask


def judged(name: str, ask: Engine, trial: Trial, size: int, seconds: float) -> Verdict:
    """Ask everything three times; a query's time is its least, of the processor: others may use this machine too."""
    asked, truth = trial.asked, trial.truth
    times: list[list[float]] = [[] for _ in asked]
    found = right = 0
    gc.collect()
    gc.disable()  # as the program does
    for _ in range(3):
        for at, words in enumerate(asked):
            begin = time.process_time()
            hits = ask(words)
            times[at].append((time.process_time() - begin) * 1000)
            # An engine tells all its hits but names at least the first; what it names wrongly is not found.
            found += min(len(hits), len(truth[at])) - len({hit for hit in hits if hit} - truth[at])
            right += len(truth[at])
    gc.enable()
    letters = sum(map(len, trial.corpus.texts.values()))
    least = [min(one) for one in times]
    return Verdict(name, found / right, least, size / trial.corpus.size, letters / seconds / 1e6)


def verdicts(count: int, sentences: Callable[[random.Random], str]) -> Iterator[Verdict]:
    """Every engine on the same issues and queries."""
    made = corpus(count, sentences)
    asked = queries(list(made.texts.values()))
    truth = [{id_ for id_, text in made.texts.items() if all(w in text for w in words)} for words in asked]
    trial = Trial(made, asked, truth)
    with tempfile.TemporaryDirectory() as folder:
        words = Words(Path(folder, "jieba"))
        words.warm()
        builders: dict[str, Callable[[sqlite3.Connection, dict[str, str]], Engine]] = {
            "LIKE": like,
            "FTS5 trigram": trigram,
            "FTS5 bigrams, bare": bare_bigrams,
            "FTS5 jieba words": partial(segmented, split=words.split),
        }
        for number, (name, build) in enumerate(builders.items()):
            path = Path(folder, f"{number}.db")
            with closing(sqlite3.connect(path)) as connection:
                begin = time.process_time()
                ask = build(connection, made.texts)
                connection.commit()
                seconds = time.process_time() - begin
                yield judged(name, ask, trial, path.stat().st_size, seconds)
            path.unlink()
        if find_spec("tantivy"):
            begin = time.process_time()
            ask = rust_bigrams(Path(folder, "tantivy"), made.texts)
            seconds = time.process_time() - begin
            size = sum(path.stat().st_size for path in Path(folder, "tantivy").iterdir())
            yield judged("tantivy bigrams", ask, trial, size, seconds)
        with closing(Database(Path(folder, "library.db"))) as database:
            fill(database, made.issues)
            with closing(Searching(database, Path(folder, "search.db"), words=words)) as searching:
                begin = time.process_time()
                searching.repair()
                seconds = time.process_time() - begin
                letters = sum(map(len, made.texts.values()))
                print(f"texts: {letters / 1e6:.1f} million characters, {made.size / 1e6:.1f} MB", file=sys.stderr)
                searching.close()
                size = Path(folder, "search.db").stat().st_size
                yield judged("zbreader, true words first", ours(searching), trial, size, seconds)
            with closing(Searching(database, Path(folder, "search.db"))) as searching:
                yield judged("zbreader", ours(searching), trial, size, seconds)


def others(made: Corpus, connection: sqlite3.Connection, words: Words, folder: Path) -> Iterator[tuple[str, Engine]]:
    """The other ways to search, by name; tantivy where it is installed."""
    yield "LIKE", like(connection, made.texts)
    yield "FTS5 trigram", trigram(connection, made.texts)
    yield "FTS5 over jieba's words", segmented(connection, made.texts, words.split)
    if find_spec("tantivy"):
        yield "tantivy", rust_bigrams(folder, made.texts)


def rows() -> Iterable[Row]:
    """Our whole search against a bare index of the same kind; indexing against the bare index's own inserting."""
    made = corpus(10, invented_sentences())
    asked = queries(list(made.texts.values()))
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder, "floor.db"))) as connection,
        closing(Database(Path(folder, "library.db"))) as database,
        closing(Searching(database, Path(folder, "search.db"))) as searching,
    ):
        fill(database, made.issues)
        searching.repair()
        whole, bare = ours(searching), bare_bigrams(connection, made.texts)
        words = Words(Path(folder, "jieba"))
        yield compare(
            "200 searches in 10 issues",
            timed(lambda: [whole(words) for words in asked]),
            timed(lambda: [bare(words) for words in asked]),
            goal=5,
            note="query language, ranking, ranges and snippets in the original text; floor: FTS5 and str.find alone",
        )

        for name, other in others(made, connection, words, Path(folder, "tantivy")):
            yield compare(
                f"the same against {name}",
                timed(lambda: [whole(words) for words in asked]),
                timed(lambda other=other: [other(words) for words in asked]),
                goal=None,
                note="told, not judged: see docs/decisions/0003 for what each of them finds",
            )

        def build() -> None:
            connection.execute("DROP TABLE two")
            bare_bigrams(connection, made.texts)
            connection.commit()

        yield compare(
            "index 10 issues",
            timed(searching.rebuild, clock=time.process_time),
            timed(build, clock=time.process_time),
            goal=2,
            note="reading them from the library, folding and splitting included; floor: the folded texts inserted",
        )


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    count = int(arguments[0]) if arguments else 40
    sentences = sentences_of(Path(arguments[1])) if len(arguments) > 1 else invented_sentences()
    print("| engine | recall | p50 / p95 / max ms | file ÷ text | million characters a second |\n|---|---|---|---|---|")
    for verdict in verdicts(count, sentences):
        middle, high = median(verdict.milliseconds), quantiles(verdict.milliseconds, n=20)[-1]
        print(
            f"| {verdict.name} | {verdict.recall:.3f} | {middle:.2f} / {high:.1f} / {max(verdict.milliseconds):.1f}"
            f" | {verdict.size:.2f} | {verdict.speed:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
