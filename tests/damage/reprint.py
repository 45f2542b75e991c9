"""Carries a truth along when the lines it speaks of are moved, taken apart, dropped or joined by new ones."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from tests.damage.prediction import Truth, reading_order


@dataclass(frozen=True)
class Print:
    """One line of a reprinted text: what it says, and the line (1-based) of the first print it comes from, if any."""

    text: str
    origin: int | None = None


class _Places:
    """Where the lines of the first print stand now."""

    def __init__(self, prints: Sequence[Print]) -> None:
        self.filled = {number for number, line in enumerate(prints, start=1) if line.text.strip()}
        self.added = [n for n, line in enumerate(prints, start=1) if line.origin is None and n in self.filled]
        self._now: dict[int, list[int]] = {}
        for number, line in enumerate(prints, start=1):
            if line.origin is not None and number in self.filled:
                self._now.setdefault(line.origin, []).append(number)

    def of(self, origin: int) -> list[int]:
        return self._now.get(origin, [])

    def of_all(self, origins: Iterable[int]) -> list[int]:
        return [number for origin in origins for number in self.of(origin)]

    def spans(self, numbers: Sequence[int]) -> list[list[int]]:
        """Runs of lines between which nothing else is printed."""
        spans: list[list[int]] = []
        for number in numbers:
            follows = spans and spans[-1][1] < number
            if follows and not any(line in self.filled for line in range(spans[-1][1] + 1, number)):
                spans[-1][1] = number
            else:
                spans.append([number, number])
        return spans


def reprint(text: str, truth: Truth, prints: Sequence[Print]) -> tuple[str, Truth]:
    """The text as reprinted, and the same truth in its line numbers. Lines without origin become furniture."""
    lines = ["", *text.split("\n")]
    places = _Places(prints)
    moved = copy.deepcopy(truth)
    for article in moved["articles"]:
        _move_article(article, places, lines)
    moved["articles"] = [article for article in moved["articles"] if article["start"]]
    moved["furniture"] = _moved_furniture(moved["furniture"], places)
    moved["joins"], moved["maybe_joins"] = _moved_joins(truth, places, lines)
    moved["splits"] = [
        split | {"line": number}
        for split in moved["splits"]
        for number in places.of(split["line"])
        if split["at"].strip("*") in prints[number - 1].text or len(places.of(split["line"])) == 1
    ]
    moved["artifacts"] = [
        one | {"line": places.of(one["line"])[0]} for one in moved["artifacts"] if places.of(one["line"])
    ]
    moved["bios"] = [one for one in (_moved_run(bio, places) for bio in moved.get("bios", [])) if one]
    return "\n".join(line.text for line in prints), moved


def _move_article(article: dict[str, Any], places: _Places, lines: list[str]) -> None:
    order = places.of_all(reading_order(article, lines))
    for key in ("title_lines", "byline_lines", "headings", "captions"):
        article[key] = places.of_all(article[key])
    article["items"] = [one for one in (_moved_run(item, places) for item in article["items"]) if one]
    article.pop("spans", None)
    article["start"], article["end"] = (min(order), max(order)) if order else (0, 0)
    spans = places.spans(order)
    if len(spans) > 1:
        article["spans"] = spans


def _moved_run(piece: dict[str, Any], places: _Places) -> dict[str, Any] | None:
    numbers = places.of_all(range(piece["start"], piece["end"] + 1))
    return piece | {"start": min(numbers), "end": max(numbers)} if numbers else None


def _moved_furniture(furniture: list[dict[str, Any]], places: _Places) -> list[dict[str, Any]]:
    moved = [{"start": number, "end": number, "kind": "artifact"} for number in places.added]
    for piece in furniture:
        numbers = sorted(places.of_all(range(piece["start"], piece["end"] + 1)))
        moved += [{"start": start, "end": end, "kind": piece["kind"]} for start, end in places.spans(numbers)]
    return sorted(moved, key=lambda piece: piece["start"])


def _moved_joins(truth: Truth, places: _Places, lines: list[str]) -> tuple[list[list[int]], list[list[int]]]:
    """Joins between lines, and within the lines that were taken apart (of a subheading's pieces: unsure)."""
    ends = {origin: places.of(origin) for origin in range(1, len(lines))}
    joins = [[ends[a][-1], ends[b][0]] for a, b in truth["joins"] if ends[a] and ends[b]]
    unsure = [[ends[a][-1], ends[b][0]] for a, b in truth.get("maybe_joins", []) if ends[a] and ends[b]]
    for article in truth["articles"]:
        apart = {n for key in ("title_lines", "byline_lines", "captions") for n in article[key]}
        for origin in reading_order(article, lines):
            pairs = [list(pair) for pair in pairwise(ends[origin])]
            if origin in article["headings"]:
                unsure += pairs
            elif origin not in apart:
                joins += pairs
    return sorted(joins), sorted(unsure)
