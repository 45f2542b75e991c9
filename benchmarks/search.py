"""Searching: 200 mixed queries, the first 20 hits with snippets, against other ways in the same run.

`python -m benchmarks.search [ISSUES] [FOLDER]` prints the table of docs/decisions/0003. ISSUES: how many, of 85,000
characters and 30 articles each (40). FOLDER: .txt files whose sentences are recombined instead of invented ones.
tantivy, which is no part of the program, takes part where it is installed.
"""

from __future__ import annotations

import random
import re
import sqlite3
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from importlib.util import find_spec
from itertools import accumulate, pairwise
from pathlib import Path
from statistics import median, quantiles
from typing import Any, NamedTuple

from benchmarks.measure import Row, compare, timed
from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.search.bigrams import bigrams, phrase
from zbreader.search.folding import fold
from zbreader.search.words import Words
from zbreader.services.searching import Searching
from zbreader.store import issues as issue_store
from zbreader.store.database import Database
from zbreader.store.sources import Source

SEED = 20240701
ARTICLES, CHARACTERS = 30, 2_800
QUERIES, SHOWN = 200, 20
COMMON = bytes(b for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFA) for b in (high, low)).decode("gb2312")


class Corpus(NamedTuple):
    """Issues, and the folded text of every article by its id."""

    issues: list[Issue]
    texts: dict[str, str]

    @property
    def size(self) -> int:
        """Bytes of all texts in UTF-8."""
        return sum(len(article.text.encode()) for issue in self.issues for article in issue.articles)


class Verdict(NamedTuple):
    """One engine: share of the true hits that it found, milliseconds a query, bytes it keeps beyond the texts.

    seconds: the processor's, for making the index.
    """

    name: str
    recall: float
    milliseconds: list[float]
    size: int
    seconds: float


Engine = Callable[[Sequence[str]], list[str]]  # folded words, all sought -> ids; shows the first SHOWN


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


def show(texts: Iterable[str], words: Sequence[str]) -> list[str]:
    """Snippets by `str.find`, as every engine here makes them."""
    return [text[max(0, text.find(words[0]) - 24) :][:96] for text in texts]


def like(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """No index: every text is looked through."""
    connection.execute("CREATE TABLE plain (id TEXT PRIMARY KEY, text TEXT)")
    connection.executemany("INSERT INTO plain VALUES (?, ?)", texts.items())

    def ask(words: Sequence[str]) -> list[str]:
        where = " AND ".join("instr(text, ?)" for _ in words)
        rows = connection.execute(f"SELECT id, text FROM plain WHERE {where}", words).fetchall()
        show((text for _, text in rows[:SHOWN]), words)
        return [id_ for id_, _ in rows]

    return ask


def trigram(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """FTS5's trigram tokenizer; what is shorter than three characters is looked for in every text."""
    connection.execute("CREATE VIRTUAL TABLE three USING fts5(text, content='', tokenize='trigram')")
    ids = list(texts)
    connection.executemany("INSERT INTO three (rowid, text) VALUES (?, ?)", enumerate(texts.values()))

    def ask(words: Sequence[str]) -> list[str]:
        long = [word for word in words if len(word) > 2]
        if not long:
            found = [id_ for id_, text in texts.items() if all(word in text for word in words)]
        else:
            match = " AND ".join(f'"{word}"' for word in long)
            rows = connection.execute("SELECT rowid FROM three WHERE three MATCH ? ORDER BY rank", (match,))
            found = [ids[row] for (row,) in rows]
            if len(long) < len(words):
                found = [id_ for id_ in found if all(word in texts[id_] for word in words)]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def segmented(connection: sqlite3.Connection, texts: dict[str, str], words_of: Words) -> Engine:
    """FTS5 over jieba's words, each query a phrase of its words."""
    connection.execute("CREATE VIRTUAL TABLE segmented USING fts5(text, content='', tokenize='ascii')")
    ids = list(texts)
    rows = ((row, " ".join(words_of.split(text))) for row, text in enumerate(texts.values()))
    connection.executemany("INSERT INTO segmented (rowid, text) VALUES (?, ?)", rows)

    def ask(words: Sequence[str]) -> list[str]:
        match = " AND ".join(f'"{" ".join(words_of.split(word))}"' for word in words)
        rows = connection.execute("SELECT rowid FROM segmented WHERE segmented MATCH ? ORDER BY rank", (match,))
        found = [ids[row] for (row,) in rows]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def bare_bigrams(connection: sqlite3.Connection, texts: dict[str, str]) -> Engine:
    """The floor: one column of bigrams, the best 20, snippets by `str.find`, and nothing else."""
    connection.execute("CREATE VIRTUAL TABLE two USING fts5(text, content='', tokenize='ascii')")
    ids = list(texts)
    connection.executemany(
        "INSERT INTO two (rowid, text) VALUES (?, ?)", ((row, bigrams(text)) for row, text in enumerate(texts.values()))
    )

    def ask(words: Sequence[str]) -> list[str]:
        match = " AND ".join(phrase(word) if len(word) > 1 else f'"{word}"*' for word in words)
        rows = connection.execute("SELECT rowid FROM two WHERE two MATCH ? ORDER BY rank", (match,))
        found = [ids[row] for (row,) in rows]
        show((texts[id_] for id_ in found[:SHOWN]), words)
        return found

    return ask


def rust_bigrams(folder: Path, texts: dict[str, str]) -> Engine:
    """The same bigrams in tantivy, a library in Rust: a folder of files, not a part of any transaction."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_integer_field("row", stored=True)
    schema = builder.build()
    folder.mkdir()
    index = tantivy.Index(schema, path=str(folder))
    writer = index.writer(num_threads=1)
    for row, text in enumerate(texts.values()):
        writer.add_document(tantivy.Document(text=bigrams(text) + " " + " ".join(set(text)), row=row))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    ids, searcher = list(texts), index.searcher()

    def words_of(word: str) -> Any:
        pairs = [a + b for a, b in pairwise(word)] or [word]
        if len(pairs) > 1:
            return tantivy.Query.phrase_query(schema, "text", pairs)
        return tantivy.Query.term_query(schema, "text", pairs[0])

    def ask(words: Sequence[str]) -> list[str]:
        query = tantivy.Query.boolean_query([(tantivy.Occur.Must, words_of(word)) for word in words])
        result = searcher.search(query, limit=SHOWN, count=True)
        found = [ids[searcher.doc(address)["row"][0]] for _, address in result.hits]
        show((texts[id_] for id_ in found), words)
        return [""] * (result.count - len(found)) + found

    return ask


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


def judged(
    name: str, ask: Engine, asked: Sequence[Sequence[str]], truth: Sequence[set[str]], size: int, seconds: float
) -> Verdict:
    """Ask everything three times; a query's time is its median, of the processor: this machine may be busy."""
    times: list[list[float]] = [[] for _ in asked]
    found = right = 0
    for _ in range(3):
        for at, words in enumerate(asked):
            begin = time.process_time()
            hits = ask(words)
            times[at].append((time.process_time() - begin) * 1000)
            # An engine tells all its hits but names at least the first; what it names wrongly is not found.
            found += min(len(hits), len(truth[at])) - len({hit for hit in hits if hit} - truth[at])
            right += len(truth[at])
    return Verdict(name, found / right, [median(one) for one in times], size, seconds)


def verdicts(count: int, sentences: Callable[[random.Random], str]) -> Iterator[Verdict]:
    """Every engine on the same issues and queries."""
    made = corpus(count, sentences)
    asked = queries(list(made.texts.values()))
    truth = [{id_ for id_, text in made.texts.items() if all(w in text for w in words)} for words in asked]
    with tempfile.TemporaryDirectory() as folder:
        for name, build in {"LIKE": like, "FTS5 trigram": trigram, "FTS5 bigrams, bare": bare_bigrams}.items():
            path = Path(folder, f"{build.__name__}.db")
            with closing(sqlite3.connect(path)) as connection:
                begin = time.process_time()
                ask = build(connection, made.texts)
                connection.commit()
                seconds = time.process_time() - begin
                yield judged(name, ask, asked, truth, path.stat().st_size, seconds)
        path = Path(folder, "segmented.db")
        words = Words(Path(folder, "jieba"))
        words.warm()
        with closing(sqlite3.connect(path)) as connection:
            begin = time.process_time()
            ask = segmented(connection, made.texts, words)
            connection.commit()
            seconds = time.process_time() - begin
            yield judged("FTS5 jieba words", ask, asked, truth, path.stat().st_size, seconds)
        if find_spec("tantivy"):
            begin = time.process_time()
            ask = rust_bigrams(Path(folder, "tantivy"), made.texts)
            seconds = time.process_time() - begin
            size = sum(path.stat().st_size for path in Path(folder, "tantivy").iterdir())
            yield judged("tantivy bigrams", ask, asked, truth, size, seconds)
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
                yield judged("zbreader, true words first", ours(searching), asked, truth, size, seconds)
            with closing(Searching(database, Path(folder, "search.db"))) as searching:
                yield judged("zbreader", ours(searching), asked, truth, size, seconds)


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
        yield compare(
            "200 searches in 10 issues",
            timed(lambda: [whole(words) for words in asked]),
            timed(lambda: [bare(words) for words in asked]),
            goal=5,
            note="query language, ranking, ranges and snippets in the original text; floor: FTS5 and str.find alone",
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
    print("| engine | recall | p50 / p95 / max ms | file MB | seconds to make it |\n|---|---|---|---|---|")
    for verdict in verdicts(count, sentences):
        middle, high = median(verdict.milliseconds), quantiles(verdict.milliseconds, n=20)[-1]
        print(
            f"| {verdict.name} | {verdict.recall:.3f} | {middle:.2f} / {high:.1f} / {max(verdict.milliseconds):.1f}"
            f" | {verdict.size / 1e6:.1f} | {verdict.seconds:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main(sys.argv[1:])
