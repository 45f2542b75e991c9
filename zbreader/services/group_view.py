"""What a group made of its articles: pure functions over placed notes. People are counted, not marks.

A person is a `creator_key`; notes of nobody in particular count as one person, "".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from zbreader.model.annotation import PlacedAnnotation
from zbreader.text.sentences import sentences

OPPOSITES = (("赞同", "存疑"), ("同意", "不同意"), ("可行", "不可行"))
OPEN_TAGS = frozenset({"存疑", "讨论", "问题", "存疑与研讨"})
ENOUGH = 2  # people for an agreement

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heat:
    """One sentence and whose marks touch it: keys, sorted."""

    start: int
    end: int
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with what people say of it, for a list beside the page."""

    article_id: str
    start: int
    end: int
    text: str
    people: tuple[str, ...]
    tags: tuple[str, ...] = ()  # the two that are opposite, where it is disputed


@dataclass(frozen=True, slots=True)
class Question:
    """A note that asks for discussion."""

    article_id: str
    annotation_id: str
    person: str
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One article on the board: how many marks it has, and for each person "noted", "marked", "read" or ""."""

    article_id: str
    title: str
    marks: int
    states: Mapping[str, str]


def heat(text: str, placed: Iterable[PlacedAnnotation], only: frozenset[str] | None = None) -> list[Heat]:
    """Each sentence of TEXT that somebody marked. only: of these people. O((n + m) log n) for n marks, m sentences."""
    ranges = sentences(text)
    starts, ends = [start for start, _ in ranges], [end for _, end in ranges]
    people: list[set[str]] = [set() for _ in ranges]
    for key, spans in _covered(placed, only).items():
        for start, end in spans:
            for place in range(bisect_right(ends, start), bisect_left(starts, end)):
                people[place].add(key)
    return [Heat(*range_, tuple(sorted(who))) for range_, who in zip(ranges, people, strict=True) if who]


def strip(length: int, found: Sequence[Heat], cells: int) -> list[int]:
    """The article's LENGTH code points in CELLS equal cells: the most people of any sentence that touches each."""
    hottest = [0] * cells
    for one in found:
        first = one.start * cells // max(1, length)
        last = max(first + 1, -(-one.end * cells // max(1, length)))
        for cell in range(first, min(last, cells)):
            hottest[cell] = max(hottest[cell], len(one.people))
    return hottest


def agreed(
    article_id: str,
    text: str,
    placed: Sequence[PlacedAnnotation],
    opposites: Sequence[tuple[str, str]] = OPPOSITES,
) -> list[Passage]:
    """Sentences that several people marked and nobody disputes, those of most people first."""
    quarrels = [(one.start, one.end) for one in disputed(article_id, text, placed, opposites)]
    found = [
        Passage(article_id, one.start, one.end, text[one.start : one.end].strip(), one.people)
        for one in heat(text, placed)
        if len(one.people) >= ENOUGH and not any(start < one.end and one.start < end for start, end in quarrels)
    ]
    return sorted(found, key=lambda one: (-len(one.people), one.start))


def disputed(
    article_id: str,
    text: str,
    placed: Sequence[PlacedAnnotation],
    opposites: Sequence[tuple[str, str]] = OPPOSITES,
) -> list[Passage]:
    """Sentences on which different people put two opposite tags, in reading order."""
    wanted = {tag for pair in opposites for tag in pair}
    tagged = {tag: [one for one in placed if tag in one.annotation.tags] for tag in wanted}
    found: list[Passage] = []
    for pair in opposites:
        for_, against = ({(o.start, o.end): o.people for o in heat(text, tagged[tag])} for tag in pair)
        for start, end in for_.keys() & against.keys():
            people = tuple(sorted({*for_[start, end], *against[start, end]}))
            if len(people) < ENOUGH:
                continue  # someone who changed their mind disputes with nobody
            found.append(Passage(article_id, start, end, text[start:end].strip(), people, pair))
    return sorted(found, key=lambda one: (one.start, one.tags))


def untouched(text: str, placed: Iterable[PlacedAnnotation], passed_over: frozenset[int] = frozenset()) -> list[Range]:
    """The paragraphs of TEXT in which nobody marked anything. passed_over: numbers of those that nobody would."""
    spans = sorted(span for spans in _covered(placed, None).values() for span in spans)
    starts = [start for start, _ in spans]
    farthest = list(accumulate((end for _, end in spans), max))
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        before = bisect_left(starts, at + len(line))
        if number not in passed_over and line.strip() and (before == 0 or farthest[before - 1] <= at):
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def questions(placed: Iterable[PlacedAnnotation], tags: frozenset[str] = OPEN_TAGS) -> list[Question]:
    """The notes that carry one of TAGS, in the order given."""
    return [
        Question(
            one.annotation.target.article_id,
            one.annotation.id,
            one.annotation.creator_key,
            (one.annotation.note or "").strip(),
            one.annotation.target.selectors.quote.exact if one.annotation.target.selectors else "",
        )
        for one in placed
        if tags & set(one.annotation.tags)
    ]


def board(
    articles: Sequence[tuple[str, str]],
    placed: Mapping[str, Sequence[PlacedAnnotation]],
    read: Mapping[str, frozenset[str]],
) -> list[BoardRow]:
    """Articles × people. articles: (id, title); placed: notes by article; read: who is known to have read, by article.

    Whoever noted has marked, whoever marked has read; only the most of these is told. A bookmark alone says none of it.
    """
    rows = []
    for id_, title in articles:
        notes = [one for one in placed.get(id_, ()) if not one.annotation.is_bare_bookmark]
        states = dict.fromkeys(read.get(id_, frozenset()), "read")
        states |= dict.fromkeys((one.annotation.creator_key for one in notes), "marked")
        states |= dict.fromkeys((one.annotation.creator_key for one in notes if one.annotation.note), "noted")
        rows.append(BoardRow(id_, title, len(notes), states))
    return rows


def _covered(placed: Iterable[PlacedAnnotation], only: frozenset[str] | None) -> dict[str, list[Range]]:
    """Each person's marked ranges, joined where they overlap: so that many marks cost no more than few."""
    spans: dict[str, list[Range]] = {}
    for one in placed:
        key, anchor = one.annotation.creator_key, one.anchor
        if anchor.start is None or anchor.end is None or (only is not None and key not in only):
            continue
        spans.setdefault(key, []).append((anchor.start, anchor.end))
    return {key: _joined(sorted(ranges)) for key, ranges in spans.items()}


def _joined(ranges: Sequence[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in ranges:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        elif end > start:
            joined.append((start, end))
    return joined
