"""Rule: read the contents page's entries by finding each of them again as a headline in the body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from zbreader.importers.draft import DraftArticle, Entry, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline, is_note
from zbreader.importers.magazine.contents_lines import Line, has_own_level, is_column_mark, lines_of_contents, page_of
from zbreader.importers.magazine.likeness import Index
from zbreader.importers.magazine.shapes import (
    folded_title,
    is_closed,
    is_dashed,
    is_misread,
    is_numbered,
    is_short,
    label_of,
    likeness,
    pairs_of,
    size,
)
from zbreader.importers.vocabulary import Vocabulary

_ALIKE = 0.6  # Dice coefficient from which contents entry and headline are one
_NEAR = 0.5  # share of its character pairs from which a line is looked at
_BYLINE_PENALTY = 25.0  # for a headline that looks like the byline under one
_NAME = 4  # characters of a name
_BETWEEN = 3  # lines from a column's label to the headline: an author may be introduced between them
_TOGETHER = 3  # lines a headline can have, here or there


@dataclass(frozen=True, slots=True)
class Match:
    """Lines of the contents page and headline lines of the body that say the same."""

    entry: tuple[int, ...]  # positions in the list of contents lines
    body: tuple[int, ...]  # indexes into ImportDraft.lines
    score: float
    alike: float


def entries(draft: ImportDraft) -> ImportDraft:
    """Pairs contents lines with headlines, best pairs first; what is left over is a column, an author or missing."""
    page = lines_of_contents(draft)
    if not page:
        return draft
    matches = _chosen(draft, page, _possible(draft, page))
    matches = _merged(draft, page, matches)
    listed, articles = [], []
    for match in sorted(matches, key=lambda m: m.entry):
        title = " ".join(page[k].core for k in match.entry)
        listed.append(Entry(at=tuple(page[k].at for k in match.entry), title=title, page=page_of(page, match.entry)))
    for number, match in enumerate(sorted(matches, key=lambda m: m.entry)):
        articles.append(_article(draft, match, number))
    articles.sort(key=lambda article: article.headline)
    roles = {at: Role.HEADLINE for article in articles for at in article.headline}
    return replace(draft.with_roles(roles), entries=tuple(listed), articles=tuple(articles))


def _is_headline_shaped(draft: ImportDraft, index: int) -> bool:
    line = draft.lines[index]
    return (
        line.role in (Role.TEXT, Role.LABEL)
        and 2 <= size(line.text) <= 60
        and not line.text.endswith(("。", "；", "，", "："))
        and not line.ended
        and not is_byline(line.text, draft.vocabulary)
        and not is_note(line.text, draft.vocabulary)
    )


def _can_adjoin(draft: ImportDraft, index: int) -> bool:
    """Whether a line could be another line of a headline: no label, and no byline of whatever shape."""
    text = draft.lines[index].text
    return (
        _is_headline_shaped(draft, index)
        and draft.lines[index].role is Role.TEXT
        and label_of(text) is None
        and not is_bare_byline(text, draft.vocabulary)
    )


def _possible(draft: ImportDraft, page: Sequence[Line]) -> list[Match]:
    """Every pairing of up to three contents lines with up to three body lines that is alike enough."""
    body = [i for i, line in enumerate(draft.lines) if _is_headline_shaped(draft, i) and not is_dashed(line.text)]
    index = Index.of((i, draft.lines[i].text) for i in body)
    seen: set[tuple[tuple[int, ...], tuple[int, ...]]] = set()
    matches: list[Match] = []
    for k, line in enumerate(page):
        if len(folded_title(line.core)) < 2:
            continue
        for at, _ in index.like(line.core, _NEAR):
            for here in _runs_of_page(page, k, draft.vocabulary):
                for there in _runs_of_body(draft, at):
                    if (here, there) in seen:
                        continue
                    seen.add((here, there))
                    if match := _compared(draft, page, here, there):
                        matches.append(match)
    return matches


def _runs_of_page(page: Sequence[Line], k: int, words: Vocabulary) -> list[tuple[int, ...]]:
    """Runs of contents lines that hold line k; an author's line between the two halves of a headline is skipped."""
    runs: list[tuple[int, ...]] = []
    for first in range(max(0, k - _TOGETHER + 1), k + 1):
        for last in range(k, min(len(page), first + _TOGETHER)):
            run = tuple(range(first, last + 1))
            if not any(page[j].mark and j != first for j in run):
                runs.append(run)
                if len(run) == 3 and is_bare_byline(page[run[1]].core, words):
                    runs.append((run[0], run[2]))
    return runs


def _runs_of_body(draft: ImportDraft, at: int) -> list[tuple[int, ...]]:
    """Runs of neighbouring short lines that hold a body line."""
    runs: list[tuple[int, ...]] = [(at,)]
    if not _can_adjoin(draft, at):
        return runs
    chain = [at]
    for step in (-1, 1):
        other = chain[0] if step < 0 else chain[-1]
        for _ in range(_TOGETHER - 1):
            found = draft.next_text(other, step)
            if found is None or not _can_adjoin(draft, found) or abs(found - other) > 2:
                break
            chain = [found, *chain] if step < 0 else [*chain, found]
            other = found
    for i in range(len(chain)):
        for j in range(i + 1, min(len(chain), i + _TOGETHER)):
            if chain[i] <= at <= chain[j]:
                runs.append(tuple(chain[i : j + 1]))
    return runs


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    return pairs_of(folded_title(text))


def _compared(draft: ImportDraft, page: Sequence[Line], here: tuple[int, ...], there: tuple[int, ...]) -> Match | None:
    if label_of(draft.lines[there[0]].text) and _is_column_label(draft, page, here[0], there[0]):
        return None  # a column's name, here and there
    if len(there) == 1 and _repeats_headline(draft, there[0]):
        return None
    entry = "".join(page[k].core for k in here)
    body = "".join(draft.lines[i].text for i in there)
    if len(there) > 1 and _is_author_of(page, here, draft.lines[there[-1]].text):
        return None
    plain = "".join(_without_people(page[k].core, draft.vocabulary) for k in here)
    if likeness(_pairs(plain), _pairs(body)) > likeness(_pairs(entry), _pairs(body)):
        entry = plain
    first, second = _pairs(entry), _pairs(body)
    common = len(first & second)
    extra_here, extra_there = len(first) - common, len(second) - common
    rest = _rest(folded_title(entry), folded_title(body))
    if rest is not None and len(folded_title(body)) < 4 and not _is_own_word(page, here, body):
        rest = None
    alike = likeness(first, second)
    penalty = float(extra_here + extra_there)
    if rest is not None and 2 <= len(rest) <= 40 and not extra_there:
        alike, penalty = max(alike, 0.9), 0.25 * extra_here + 0.5
    if len(folded_title(entry)) >= _NAME and is_misread(folded_title(entry), folded_title(body)):
        alike, penalty = max(alike, 0.9), 0.5 * penalty
    if alike < _ALIKE:
        return None
    score = 2.0 * common - penalty + _context(draft, there)
    return Match(here, there, score, alike)


def _repeats_headline(draft: ImportDraft, at: int) -> bool:
    """Whether a label says what the line above it says: that line is the headline (学习笔记 above ·学习笔记·)."""
    label, above = label_of(draft.lines[at].text), draft.next_text(at, -1)
    return label is not None and above is not None and folded_title(draft.lines[above].text) == folded_title(label)


def _is_column_label(draft: ImportDraft, page: Sequence[Line], here: int, there: int) -> bool:
    """Whether a label of the body repeats a column's name: the contents page marks it, or a listed headline follows."""
    if is_column_mark(page, page[here].mark) or has_own_level(draft, page, page[here]):
        return True
    below = there
    for _ in range(_BETWEEN):
        found = draft.next_text(below)
        if found is None:
            return False
        below, following = found, _pairs(draft.lines[found].text)
        if is_short(draft.lines[found].text):
            said = (_pairs(line.core) | _pairs(further.core) for line, further in pairwise([*page, page[-1]]))
            return any(len(following & pairs) >= _ALIKE * len(following) for pairs in said)
    return False


def _rest(entry: str, body: str) -> str | None:
    """What an entry says beyond the headline it begins or ends with (its author), or None."""
    if len(body) < 2 or len(entry) <= len(body):
        return None
    if entry.startswith(body):
        return entry[len(body) :]
    return entry[: -len(body)] if entry.endswith(body) else None


def _without_people(core: str, words: Vocabulary) -> str:
    """A contents line without the names that stand behind its headline after a space."""
    parts = core.split()
    while len(parts) > 1 and is_bare_byline(parts[-1], words):
        parts.pop()
    return "".join(parts)


def _is_author_of(page: Sequence[Line], here: tuple[int, ...], text: str) -> bool:
    """Whether a very short body line repeats the last word of a contents line: the author, not half a headline."""
    words = page[here[-1]].core.split()
    return size(text) <= _NAME and len(words) > 1 and folded_title(words[-1]) == folded_title(text)


def _is_own_word(page: Sequence[Line], here: tuple[int, ...], body: str) -> bool:
    """Whether a very short headline is the first or the last word of its contents line."""
    words = [folded_title(word) for word in re.split(r"[\s：:]+", page[here[0]].core)]
    return folded_title(body) in (words[0], words[-1])


def _context(draft: ImportDraft, there: tuple[int, ...]) -> float:
    """What stands around a headline: a byline below, an ended article above, prose below."""
    score = 0.0
    below, above = draft.next_text(there[-1]), draft.next_text(there[0], -1)
    if below is not None:
        text = draft.lines[below].text
        score += 3.0 if is_byline(text, draft.vocabulary) else 1.5 if size(text) > 40 or is_dashed(text) else 0.0
    if above is None or draft.lines[above].ended or draft.lines[above].role is Role.END_MARK:
        score += 2.0
    elif is_closed(draft.lines[above].text) or is_note(draft.lines[above].text, draft.vocabulary):
        score += 1.0
    level = draft.lines[there[0]].level
    score += 1.0 if level == 1 else 0.0
    if is_numbered(draft.lines[there[0]].text):
        score -= 3.0
    first = draft.lines[there[0]].text
    if above is not None and _could_be_signed(draft, above) and is_bare_byline(first, draft.vocabulary):
        score -= _BYLINE_PENALTY
    return score


def _could_be_signed(draft: ImportDraft, index: int) -> bool:
    """Whether a line could be the headline over a byline: short, and nothing ends there."""
    line = draft.lines[index]
    return is_short(line.text) and line.role in (Role.TEXT, Role.LABEL) and not line.ended


def _chosen(draft: ImportDraft, page: Sequence[Line], possible: Sequence[Match]) -> list[Match]:
    """The best pairs such that no line is used twice."""
    used_page: set[int] = set()
    used_body: set[int] = set()
    chosen: list[Match] = []
    for match in sorted(possible, key=lambda m: (-m.score, m.body, m.entry)):
        if match.score > 0 and used_page.isdisjoint(match.entry) and used_body.isdisjoint(match.body):
            chosen.append(match)
            used_page.update(match.entry)
            used_body.update(match.body)
    return chosen


def _merged(draft: ImportDraft, page: Sequence[Line], matches: Sequence[Match]) -> list[Match]:
    """Headlines that stand right below each other, here and there, are the lines of one headline."""
    merged: list[Match] = []
    for match in sorted(matches, key=lambda m: m.body):
        last = merged[-1] if merged else None
        if (
            last is not None
            and draft.next_text(last.body[-1]) == match.body[0]
            and abs(min(match.entry) - max(last.entry)) <= 2
            and len(last.body) + len(match.body) <= _TOGETHER
            and not any(page[k].mark for k in (*match.entry, *last.entry))
        ):
            entry = tuple(sorted(last.entry + match.entry))
            merged[-1] = Match(entry, last.body + match.body, last.score + match.score, min(last.alike, match.alike))
        else:
            merged.append(match)
    return merged


def _article(draft: ImportDraft, match: Match, number: int) -> DraftArticle:
    title = "\u3000".join(draft.lines[i].text.strip("·•・ ") for i in match.body)
    return DraftArticle(
        headline=match.body, title=title, entry=number, confidence=round(min(1.0, 0.5 + match.alike / 2), 2)
    )
