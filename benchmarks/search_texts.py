"""What the benchmarks of searching look through, and for what."""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from zbreader.model.issue import Article, Issue, IssueIdentity, Paragraph, ParagraphKind
from zbreader.search.fields import folded_fields
from zbreader.store import articles, searchable
from zbreader.store import issues as issue_store
from zbreader.store.database import Database
from zbreader.store.sources import Source

SEED = 20240701
ARTICLES, CHARACTERS = 30, 2_400  # the last sentence makes it 2,500: 36 million in 480 issues
QUERIES = 200
COMMON = bytes(b for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFA) for b in (high, low)).decode("gb2312")


class Trial(NamedTuple):
    """What is searched, what for, and the ids of the articles that are to be found.

    texts: by an article's id, folded, a line for each piece of it that a search looks through.
    """

    texts: dict[str, str]
    asked: Sequence[Sequence[str]]
    truth: Sequence[set[str]]

    @property
    def size(self) -> int:
        """Bytes of all texts in UTF-8."""
        return sum(len(text.encode()) for text in self.texts.values())

    @property
    def millions(self) -> float:
        """Million characters."""
        return sum(map(len, self.texts.values())) / 1e6


def corpus(count: int, sentences: Callable[[random.Random], str]) -> list[Issue]:
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
    return made


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


def trial(found: Iterable[Article]) -> Trial:
    """200 queries for the articles FOUND."""
    texts = {a.id: "\n".join(piece for pieces in folded_fields(a).values() for piece in pieces) for a in found}
    bodies = [text.rsplit("\n", 1)[-1] for text in texts.values()]
    asked = queries([body for body in bodies if len(body) > 40])
    truth = [{id_ for id_, text in texts.items() if all(w in text for w in words)} for words in asked]
    return Trial(texts, asked, truth)


def articles_of(database: Database) -> Iterator[Article]:
    """Every article of a library."""
    with database.read() as connection:
        for issue in searchable.live_issues(connection):
            yield from articles.of_issue(connection, issue.key)
