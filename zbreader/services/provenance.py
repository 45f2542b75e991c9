"""Provenance: which lines of the source a passage comes from, and what the import changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from zbreader.model.correction import Correction, Join, Mend
from zbreader.model.issue import Article
from zbreader.model.message import Message, message
from zbreader.services.documents import Documents
from zbreader.services.origins import Spot, origins_of, parts_of
from zbreader.services.reading import no_article
from zbreader.store import articles, corrections, sources
from zbreader.store.database import Database
from zbreader.text.tracing import printing


@dataclass(frozen=True, slots=True)
class Origin:
    """One source line (1-based) of a passage: its text, which code points of it were used, what was changed in it."""

    line: int
    text: str
    spans: tuple[tuple[int, int], ...]
    changes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage's characters, each with where it came from, paragraph by paragraph."""

    paragraphs: tuple[tuple[str, tuple[Spot | None, ...], float], ...]  # text, origins, confidence of the joins
    source: dict[int, str]
    corrections: tuple[Correction, ...]


class Provenance:
    """Where passages come from. Ranges are half-open, in code points of `Article.text`. Calls may raise KnownError."""

    def __init__(self, database: Database, documents: Documents) -> None:
        self._database = database
        self._documents = documents

    def origins(self, article_id: str, start: int, end: int) -> list[Origin]:
        """The source lines of a passage, as they follow one another in it."""
        passage = self._passage(article_id, start, end)
        used: dict[int, list[tuple[str, Spot]]] = {}
        joined: set[int] = set()
        for text, origins, _ in passage.paragraphs:
            for character, spot in zip(text, origins, strict=True):
                if spot is not None:
                    used.setdefault(spot.line, []).append((character, spot))
            joined.update(after for _, after in _steps(origins))
        mended = {one.change.lines[0] for one in passage.corrections if isinstance(one.change, Mend)}
        return [
            Origin(
                line,
                passage.source[line],
                _spans([spot.at for _, spot in some]),
                tuple(_changes(some, passage.source[line], joined=line in joined, mended=line in mended)),
            )
            for line, some in used.items()
        ]

    def crosses_repair(self, article_id: str, start: int, end: int) -> bool:
        """Whether a passage crosses a joined break, a place that was put into another order, or mended characters."""
        passage = self._passage(article_id, start, end)
        by_hand = {one.change.lines for one in passage.corrections if isinstance(one.change, Join)}
        last: int | None = None
        for text, origins, confidence in passage.paragraphs:
            if any(_is_mended(passage.source, character, spot) for character, spot in zip(text, origins, strict=True)):
                return True
            for step in _steps(origins):
                if step[1] != step[0] + 1 or confidence < 1 or step in by_hand:
                    return True
            lines = [spot.line for spot in origins if spot is not None]
            if lines and last is not None and lines[0] < last:
                return True
            last = lines[-1] if lines else last
        return False

    def _passage(self, article_id: str, start: int, end: int) -> _Passage:
        with self._database.read() as connection:
            article, issue_id = articles.get(connection, article_id), articles.issue_id_of(connection, article_id)
            source = sources.of_issue(connection, issue_id) if issue_id is not None else None
            if article is None or source is None:
                raise no_article(article_id)
            put_right = corrections.of_source(connection, source.sha256)
        lines = {line.number: line.text for line in self._documents.of(source).lines}
        return _Passage(tuple(_traced(article, start, end, lines)), lines, tuple(put_right))


def _traced(
    article: Article, start: int, end: int, source: dict[int, str]
) -> list[tuple[str, tuple[Spot | None, ...], float]]:
    traced = []
    for index, first, last in parts_of(article, start, end):
        paragraph = article.paragraphs[index]
        origins = origins_of(paragraph, source)[first:last]
        traced.append((paragraph.text[first:last], tuple(origins), paragraph.confidence))
    return traced


def _steps(origins: Sequence[Spot | None]) -> list[tuple[int, int]]:
    """The pairs of lines at whose meeting a passage goes on from one to the other."""
    lines = [spot.line for spot in origins if spot is not None]
    return [(before, after) for before, after in pairwise(lines) if before != after]


def _spans(offsets: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of the offsets; white space that was passed over parts them."""
    spans: list[tuple[int, int]] = []
    for at in offsets:
        if spans and spans[-1][1] == at:
            spans[-1] = (spans[-1][0], at + 1)
        else:
            spans.append((at, at + 1))
    return tuple(spans)


def _is_mended(source: dict[int, str], character: str, spot: Spot | None) -> bool:
    if not character.strip():
        return False
    return spot is None or printing(source[spot.line][spot.at]) != printing(character)


def _changes(some: Sequence[tuple[str, Spot]], given: str, *, joined: bool, mended: bool) -> list[Message]:
    """What is different between the characters of a passage and those of the line they came from."""
    told: list[Message] = []
    if joined:
        told.append(message("接在上一行之后"))
    left = "".join(given[one.at + 1 : other.at] for (_, one), (_, other) in pairwise(some) if other.at > one.at + 1)
    if any(character.isspace() for character in left):
        told.append(message("去掉了空格"))
    if gone := "".join(left.split()):
        told.append(message("略去了“{text}”", text=gone))
    pairs = [
        (given[spot.at], character) for character, spot in some if given[spot.at] != character and character.strip()
    ]
    if any(printing(one) == printing(other) for one, other in pairs):
        told.append(message("统一了全角、半角或引号"))
    for one, other in dict.fromkeys(pair for pair in pairs if printing(pair[0]) != printing(pair[1])):
        told.append(message("“{old}”改为“{new}”", old=one, new=other))
    if mended:
        told.append(message("这一行有校订"))
    return told
