"""What an import gives, in the form in which it is scored (the JSON of `zbreader inspect --json`)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

Truth = dict[str, Any]
Prediction = dict[str, Any]


def from_truth(text: str, truth: Truth) -> Prediction:
    """What a faultless import of `text` would give."""
    lines = ["", *text.split("\n")]
    following = dict(truth["joins"])
    return {
        "issue": dict(truth["issue"]),
        "articles": [_article(article, lines, following) for article in truth["articles"]],
        "unplaced": [
            {"kind": piece["kind"], "text": lines[number]}
            for piece in truth["furniture"]
            for number in range(piece["start"], piece["end"] + 1)
            if lines[number].strip()
        ],
        "missing": list(truth["missing"]),
    }


def reading_order(article: dict[str, Any], lines: list[str]) -> list[int]:
    """The numbers of an article's lines in the order in which they are read; `lines` counts from 1."""
    spans = article.get("spans") or [[article["start"], article["end"]]]
    return [number for start, end in spans for number in range(start, end + 1) if lines[number].strip()]


def _article(article: dict[str, Any], lines: list[str], following: dict[int, int]) -> dict[str, Any]:
    heads = set(article["title_lines"])
    kinds: dict[int, str] = defaultdict(lambda: "body")
    kinds |= dict.fromkeys(article["headings"], "heading")
    kinds |= dict.fromkeys(article["captions"], "caption")
    used: set[int] = set()
    paragraphs = []
    for number in reading_order(article, lines):
        if number in heads or number in used:
            continue
        text, at = lines[number], number
        while at in following:
            at = following[at]
            used.add(at)
            text += lines[at]
        paragraphs.append({"kind": kinds[number], "text": text})
    keys = ("column", "group", "title", "kicker", "subtitle", "authors", "author_note")
    return {key: article.get(key) for key in keys} | {"paragraphs": paragraphs}
