"""Scores what an import recovered against a known truth. Each score lies between 0 and 1:

articles    F1 of articles found: their body characters overlap by 0.95 and the headlines are alike by 0.85
placed      share of body characters that stand in the right article
columns     share of the articles whose column is right, of those whose truth names one
authors     share of the articles whose list of authors is exactly right
joins       F1 of paragraphs that were cut and are whole again
headings    F1 of subheadings told from body text
clean       share of the contents, masthead, notice and advertisement lines kept out of every article
conserved   share of the source's characters that are somewhere in the output
issue       share of the masthead's fields that are right

Lines are looked up by their own characters, so that a prediction needs no line numbers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from tests.damage.output import Output, Unit, essence, likeness
from tests.damage.prediction import Prediction, Truth, reading_order

SCORES = ("articles", "placed", "columns", "authors", "joins", "headings", "clean", "conserved", "issue")
IDENTITY = ("magazine", "half", "year", "number", "serial")
KEPT_APART = ("toc", "masthead", "notice", "ad")
END_MARKS = "文支图✎■★▲▶◆●□☆◎"

_EDGE = 24  # characters by which a line that was mended inside is found at its ends


class Scoring:
    """One prediction against one truth. `scores` holds the result, `complaints` says what was missed."""

    def __init__(self, text: str, truth: Truth, prediction: Prediction) -> None:
        self._lines = ["", *text.split("\n")]
        self._truth = truth
        self.prediction = prediction
        self._predicted = prediction["articles"]
        self._output = Output.of(prediction)
        self._split = {split["line"] for split in truth.get("splits", [])}
        self._head: dict[int, int] = {}  # line -> index of the unit in which it begins
        self._tail: dict[int, int] = {}
        self.complaints: list[str] = []
        self.mistakes: dict[str, list[set[int]]] = {"articles": [], "authors": [], "joins": []}  # the lines they touch
        conserved = self._locate()
        self._bodies = [self._body(article) for article in truth["articles"]]
        placed = self._match()
        self.scores: dict[str, float] = {
            "articles": self._articles(),
            "placed": placed,
            "columns": self._columns(),
            "authors": self._authors(),
            "joins": self._joins(),
            "headings": self._headings(),
            "clean": self._clean(),
            "conserved": conserved,
            "issue": self._issue(prediction),
        }

    def _locate(self) -> float:
        near = located = total = 0
        for number, line in enumerate(self._lines):
            whole = essence(line)
            if not whole:
                continue
            total += len(whole)
            core = whole.rstrip(END_MARKS) or whole
            start, end = self._find_line(core, near)
            if start is not None:
                self._head[number] = self._output.unit_index(start)
                if len(core) >= _EDGE // 2 and self._output.units[self._head[number]].is_text:
                    near = start
            if end is not None:
                self._tail[number] = self._output.unit_index(end)
            if (start is not None and end is not None) or len(core) < 3 or number in self._split:
                located += len(whole)
            else:
                located += self._words_found(number, line, len(whole))
        return located / total if total else 1.0

    def _find_line(self, core: str, near: int) -> tuple[int | None, int | None]:
        start = self._output.find(core, near)
        if start is not None:
            return start, start
        start = self._output.find(core[:_EDGE], near)
        end = self._output.find(core[-_EDGE:], near if start is None else start)
        return start, None if end is None else end + len(core[-_EDGE:]) - 1

    def _words_found(self, number: int, line: str, size: int) -> int:
        words = [essence(word) for word in re.split(r"[\s·■/|]+", line.replace("**", " "))]
        found = sum(len(w) for w in words if w and (w.rstrip(END_MARKS) in self._output.text or w.isdigit()))
        if found < size - 1:
            self.complaints.append(f"line {number} not found whole: {line[:40]!r}")
        return min(found, size)

    def _body(self, article: dict[str, Any]) -> list[int]:
        apart = {number for key in ("title_lines", "byline_lines", "captions") for number in article.get(key) or []}
        return [n for n in reading_order(article, self._lines) if n not in apart and self._size(n) >= 6]

    def _size(self, number: int) -> int:
        return len(essence(self._lines[number]))

    def _match(self) -> float:
        """Pair the truth's articles with the predicted ones; returns the share of characters that are placed."""
        overlap: list[Counter[int]] = [Counter() for _ in self._bodies]
        claimed: Counter[int] = Counter()
        for index, body in enumerate(self._bodies):
            for number in body:
                unit = self._unit_of(number)
                if unit.article is not None and unit.kind != "meta":
                    overlap[index][unit.article] += self._size(number)
                    claimed[unit.article] += self._size(number)
        for number in self._furniture_lines():
            unit = self._unit_of(number)
            if unit.article is not None and unit.kind == "body":
                claimed[unit.article] += self._size(number)
        self._matched: dict[int, int] = {}
        placed = sum(self._pair(index, overlap[index], claimed) for index in range(len(self._bodies)))
        weight = sum(self._size(number) for body in self._bodies for number in body)
        return placed / weight if weight else 0.0

    def _astray(self, index: int, best: int) -> set[int]:
        """The lines of an article that stand in another, those of others that stand in it, and its headline."""
        own = set(self._bodies[index])
        held = {
            number for number in self._head if self._unit_of(number).article == best and self._unit_of(number).is_text
        }
        text = {number for body in self._bodies for number in body}
        return (own ^ (held & text)) | set(self._truth["articles"][index]["title_lines"])

    def _unit_of(self, number: int) -> Unit:
        return self._output.units[self._head[number]] if number in self._head else Unit(None, "meta")

    def _pair(self, index: int, overlap: Counter[int], claimed: Counter[int]) -> int:
        """Match one article with the predicted one that holds most of it; returns its placed characters."""
        if not overlap:
            return 0
        size = sum(self._size(number) for number in self._bodies[index])
        best, hit = overlap.most_common(1)[0]
        f1 = 2 * hit / (size + claimed[best])
        title, got = self._truth["articles"][index]["title"], self._predicted[best].get("title")
        if f1 >= 0.95 and likeness(title, got) >= 0.85:
            self._matched[index] = best
        else:
            self.complaints.append(f"article {title!r}: body F1 {f1:.2f}, headline {got!r}")
            self.mistakes["articles"].append(self._astray(index, best))
        return hit if hit / size >= 0.5 else 0

    def _furniture_lines(self) -> list[int]:
        return [
            number
            for piece in self._truth["furniture"]
            if piece["kind"] in KEPT_APART
            for number in range(piece["start"], piece["end"] + 1)
            if self._size(number) >= 10
        ]

    def _articles(self) -> float:
        both = len(self._bodies) + len(self._predicted)
        return 2 * len(self._matched) / both if self._predicted else 0.0

    def _columns(self) -> float:
        named = {index: a["column"] for index, a in enumerate(self._truth["articles"]) if a.get("column")}
        return _share(
            index in self._matched and likeness(name, self._predicted[self._matched[index]].get("column")) >= 0.9
            for index, name in named.items()
        )

    def _authors(self) -> float:
        right = []
        for index, article in enumerate(self._truth["articles"]):
            got = self._predicted[self._matched[index]].get("authors") if index in self._matched else None
            right.append(index in self._matched and _names(article["authors"]) == _names(got))
            if index in self._matched and not right[-1]:
                self.complaints.append(f"authors {article['authors']} got {got}")
                self.mistakes["authors"].append({*article["title_lines"], *article["byline_lines"]})
        return _share(right)

    def _together(self, first: int, second: int) -> bool:
        if first not in self._tail or second not in self._head:
            return False
        unit = self._head[second]
        return self._tail[first] == unit and self._output.units[unit].kind != "meta"

    def _joins(self) -> float:
        want = {(first, second) for first, second in self._truth["joins"]}
        unsure = {(first, second) for first, second in self._truth.get("maybe_joins", [])}
        hits = {pair for pair in want if self._together(*pair)}
        wrong = {
            pair
            for body in self._bodies
            for pair in itertools.pairwise(body)
            if pair not in want | unsure and not self._split & set(pair) and self._together(*pair)
        }
        self.mistakes["joins"] += [set(pair) for pair in sorted((want - hits) | wrong)]
        for first, second in sorted(want - hits):
            self.complaints.append(f"not joined {first}>{second}: {self._seam(first, second)}")
        for first, second in sorted(wrong):
            self.complaints.append(f"joined wrongly {first}>{second}: {self._seam(first, second)}")
        return 2 * len(hits) / (len(want) + len(hits) + len(wrong)) if want or wrong else 1.0

    def _seam(self, first: int, second: int) -> str:
        return f"{self._lines[first][-12:]!r} + {self._lines[second][:12]!r}"

    def _headings(self) -> float:
        want = {
            number
            for article in self._truth["articles"]
            for number in article.get("headings", [])
            if number not in self._split and self._size(number) >= 6
        }
        found = {
            number
            for body in self._bodies
            for number in body
            if number in self._head
            and number not in self._split
            and self._output.units[self._head[number]].kind == "heading"
        }
        self.complaints += [f"subheading missed {n}: {self._lines[n][:30]!r}" for n in sorted(want - found)]
        self.complaints += [f"not a subheading {n}: {self._lines[n][:30]!r}" for n in sorted(found - want)]
        return 2 * len(want & found) / (len(want) + len(found)) if want or found else 1.0

    def _clean(self) -> float:
        apart = {number: self._output.is_apart(essence(self._lines[number])) for number in self._furniture_lines()}
        self.complaints += [f"not kept apart {n}: {self._lines[n][:30]!r}" for n, kept in apart.items() if not kept]
        return _share(apart.values())

    def _issue(self, prediction: Prediction) -> float:
        printed = {name: self._truth["issue"][name] for name in IDENTITY if self._truth["issue"].get(name) is not None}
        got = prediction.get("issue", {})
        self.complaints += [f"{k}: {v!r} got {got.get(k)!r}" for k, v in printed.items() if str(got.get(k)) != str(v)]
        return _share(str(got.get(name)) == str(value) for name, value in printed.items())


def _names(authors: Iterable[str] | None) -> list[str]:
    return [essence(name) for name in authors or []]


def _share(answers: Iterable[bool]) -> float:
    listed = list(answers)
    return sum(listed) / len(listed) if listed else 1.0


def score(text: str, truth: Truth, prediction: Prediction) -> dict[str, float]:
    """All scores of one prediction, by name."""
    return Scoring(text, truth, prediction).scores
