"""Makes many long issues out of the sample's clauses, for benchmarks: `python -m tools.make_corpus FOLDER --count 48`.

The issues are clean (masthead, contents, articles) so that they import well, and differ: each article draws on two of
the sample's articles, and names, titles and numbers change. The same seed gives the same issues.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tools.typesetting.noise import to_full

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = 30
CHARACTERS = 75_000
COLUMNS = ("本期聚焦", "支部园地", "理论讲堂", "调研手记", "宣讲台", "匠人", "讲述", "河畔")

_SURNAMES = "闻柏祝阮宋卓纪桑芦黎卫尹骆田周梅葛许戈蒋莫陶严冯苗鲍鹿甘安明"
_GIVEN = "一乙山川禾青木石云舟溪南北星河晚晴远航知白朴素秋冬春夏雪月微"
_DIGITS = "一二三四五六七八九"
_NUMBER = re.compile(r"(?<=[十百千第])[一二三四五六七八九]|[一二三四五六七八九](?=[十百千])")
_FIRST_YEAR = 2004
_ISSUES_A_YEAR = 24


def make_issues(
    count: int, seed: int = 1, characters: int = CHARACTERS, articles: int = ARTICLES
) -> Iterator[tuple[str, str]]:
    """Yield `count` issues as (file name, text) of about `characters` code points, one at a time."""
    topics = _topics()
    for index in range(count):
        yield _issue(index, Random(f"{seed} {index}"), topics, characters, articles)


def _topics() -> list[list[str]]:
    """The clauses of each article of the sample, without quotes: 6 to 24 characters."""
    folder = ROOT / "resources/sample"
    lines = ["", *(folder / "sample-issue.txt").read_text(encoding="utf-8").split("\n")]
    topics = []
    for article in json.loads((folder / "sample-issue.truth.json").read_text(encoding="utf-8"))["articles"]:
        spans = article.get("spans") or [[article["start"], article["end"]]]
        apart = {number for key in ("title_lines", "byline_lines", "captions", "headings") for number in article[key]}
        text = "。".join(lines[n] for start, end in spans for n in range(start, end + 1) if n not in apart)
        clauses = re.split(r"[，。；：！？、“”—…《》「」（）]+", re.sub(r"\*\*|\s", "", to_full(text)))
        kept = sorted({clause for clause in clauses if 6 <= len(clause) <= 24 and "·" not in clause})
        if len(kept) >= 20:
            topics.append(kept)
    return topics


def _issue(index: int, rng: Random, topics: list[list[str]], characters: int, articles: int) -> tuple[str, str]:
    year, within = _FIRST_YEAR + index // _ISSUES_A_YEAR, index % _ISSUES_A_YEAR
    number, half = within // 2 + 1, ("上半月", "下半月")[within % 2]
    titles = _titles(rng, topics, articles)
    authors = [_name(rng) for _ in titles]
    columns = [COLUMNS[at * len(COLUMNS) // articles] for at in range(articles)]
    parts = [
        "# 苇渡支部生活",
        f"{half} {year}年第{number:02}期·总第{index + 1}期",
        f"主编 {_name(rng)}",
        "# 目录 CONTENTS",
    ]
    for at, title in enumerate(titles):
        if at == 0 or columns[at] != columns[at - 1]:
            parts.append(f"■ {columns[at]}")
        parts += [title, authors[at]]
    length = max(200, (characters - sum(map(len, parts)) - 2 * len(parts)) // articles)
    for title, author in zip(titles, authors, strict=True):
        parts += _article(title, author, rng, topics, length)
    return f"{year}-{number:02}-{within % 2 + 1}.txt", "\n\n".join(parts) + "\n"


def _titles(rng: Random, topics: list[list[str]], count: int) -> list[str]:
    """Headlines, no two alike: two short clauses with a space, as magazines print them."""
    titles: dict[str, None] = {}
    while len(titles) < count:
        short = [clause for clause in rng.choice(topics) if len(clause) <= 10]
        titles[" ".join(_renumbered(clause, rng) for clause in rng.sample(short, 2))] = None
    return list(titles)


def _article(title: str, author: str, rng: Random, topics: list[list[str]], length: int) -> list[str]:
    """Headline, byline, paragraphs with a subheading now and then, end mark."""
    clauses = [clause for topic in rng.sample(topics, 2) for clause in topic]
    parts = [f"# {title}", f"文/{author}"]
    left = length - len(title) - len(author) - 8
    while left > 0:
        if len(parts) % 5 == 4 and left > 300:
            parts.append("## " + _renumbered(rng.choice([clause for clause in clauses if len(clause) <= 12]), rng))
        paragraph = _paragraph(clauses, rng, min(left, rng.randint(120, 300)))
        parts.append(paragraph)
        left -= len(paragraph) + 2
    parts[-1] += "■"
    return parts


def _paragraph(clauses: list[str], rng: Random, length: int) -> str:
    sentences: list[str] = []
    while length > 0:
        sentence = "，".join(rng.sample(clauses, rng.randint(2, 4))) + "。"
        if rng.random() < 0.15:
            sentence = f"{_name(rng)}说：“{sentence}”"
        sentences.append(_renumbered(sentence, rng))
        length -= len(sentence)
    return "".join(sentences)


def _renumbered(text: str, rng: Random) -> str:
    return _NUMBER.sub(lambda _: rng.choice(_DIGITS), text)


def _name(rng: Random) -> str:
    return rng.choice(_SURNAMES) + "".join(rng.sample(_GIVEN, 2))


def main() -> None:
    """Write the issues into a folder, one file each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=48)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, text in make_issues(arguments.count, arguments.seed, arguments.characters):
        (arguments.folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
