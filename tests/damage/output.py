"""A prediction as one long string in which source lines are looked up by their own characters."""

from __future__ import annotations

import difflib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.damage.prediction import Prediction

_QUOTES = str.maketrans(dict.fromkeys("“”„‟\"「」『』﹁﹂﹃﹄‘’'`", '"'))
_HEADLINE = ("column", "group", "title", "kicker", "subtitle")


def essence(text: str) -> str:
    """The characters that must survive: no white space, no Markdown markers, one kind of quote, one width."""
    text = re.sub(r"^\s*(?:#{1,6}\s*)?(?:[-*]\s+)?", "", text).replace("**", "").translate(_QUOTES)
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text).translate(_QUOTES))


def likeness(one: str | None, other: str | None) -> float:
    """How alike two headlines are, 0..1; 0 where one is missing."""
    first, second = essence(one or ""), essence(other or "")
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio() if first and second else 0.0


@dataclass
class Unit:
    """One headline, byline, paragraph or unplaced block; `article` is its index, None where it belongs to none."""

    article: int | None
    kind: str

    @property
    def is_text(self) -> bool:
        return self.kind not in ("meta", "unplaced")


@dataclass
class Output:
    """A prediction as one long string of essential characters, with the unit in which each stands."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)

    @classmethod
    def of(cls, prediction: Prediction) -> Output:
        output, parts, position = cls(), [], 0
        for unit, text in units_of(prediction):
            if piece := essence(text or ""):
                output.units.append(unit)
                output.starts.append(position)
                parts.append(piece + "\0")
                position += len(piece) + 1
        output.text = "".join(parts)
        return output

    def unit_index(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def places(self, needle: str) -> Iterable[int]:
        at = self.text.find(needle)
        while at >= 0:
            yield at
            at = self.text.find(needle, at + 1)

    def find(self, needle: str, near: int) -> int | None:
        """The place nearest to `near`; running text goes before headlines and what is unplaced."""

        def rank(at: int) -> tuple[bool, int]:
            return not self.units[self.unit_index(at)].is_text, abs(at - near)

        return min(self.places(needle), key=rank, default=None)

    def is_apart(self, needle: str) -> bool:
        """False where the needle stands in an article's text and nowhere among what belongs to none."""
        kinds = {self.units[self.unit_index(at)].kind for at in self.places(needle)}
        return not kinds or "unplaced" in kinds or kinds == {"meta"}


def units_of(prediction: Prediction) -> Iterable[tuple[Unit, str | None]]:
    for index, article in enumerate(prediction["articles"]):
        for key in _HEADLINE:
            yield Unit(index, "meta"), article.get(key)
        yield Unit(index, "meta"), " ".join(article.get("authors") or [])
        yield Unit(index, "meta"), article.get("author_note")
        for paragraph in article["paragraphs"]:
            yield Unit(index, paragraph.get("kind") or "body"), paragraph["text"]
    for block in prediction.get("unplaced", []):
        yield Unit(None, "unplaced"), block["text"]
    for entry in prediction.get("missing", []):
        yield Unit(None, "unplaced"), " ".join([entry.get("title") or "", *(entry.get("authors") or [])])
