"""Rule: find the articles that no contents page lists, by what stands around a headline."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline, is_note
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import (
    begins_with_date,
    is_apparatus,
    is_closed,
    is_dashed,
    is_numbered,
    is_short,
    is_spaced,
    label_of,
    size,
)
from zbreader.model.issue import Finding
from zbreader.model.message import message

_LISTED = 6.0  # evidence a headline needs where a contents page lists the others
_UNLISTED = 4.0  # … and where there is none
_TRUST = 0.4  # share of a level's lines with a byline below from which the level means headlines
_BYLINE = 4.0  # evidence of a byline below
_BOX = 25  # characters of a lead or a biography printed above a headline
_NEWSPAPER = re.compile(r"\d\s*版|版\s*$|日报|晚报|周报")


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the whole file: whether a contents page lists headlines, its kind, its headlines' levels."""

    listed: bool
    newspaper: bool
    trusted: set[int]


@dataclass(frozen=True, slots=True)
class _Stack:
    """Short lines above a text: kicker lines, headline lines."""

    kicker: tuple[int, ...]
    headline: tuple[int, ...]


def headlines(draft: ImportDraft) -> ImportDraft:
    """Adds articles that have headline and byline, or ending and headline, though the contents page is silent."""
    known = {at for article in draft.articles for at in article.headline}
    needed = _LISTED if draft.articles else _UNLISTED
    page = _Page(listed=bool(draft.articles), newspaper=_is_newspaper(draft), trusted=_trusted_levels(draft, known))
    articles = list(draft.articles)
    findings: list[Finding] = []
    taken = set(known)
    for index in range(len(draft.lines)):
        if index in taken or not can_be_headline(draft, index):
            continue
        evidence = _evidence(draft, index, known, page)
        if evidence < needed:
            continue
        stack = _stacked(draft, index, taken, page)
        taken.update(stack.kicker, stack.headline)
        title = "\u3000".join(draft.lines[i].text for i in stack.headline)
        sure = round(min(0.95, 0.4 + evidence / 16), 2)
        articles.append(DraftArticle(headline=stack.headline, title=title, kicker=stack.kicker, confidence=sure))
        if draft.entries:
            said = message("“{title}”不在目录里，按版式认作一篇文章，请核对。", title=title)
            findings.append(draft.finding("headlines", stack.headline, said, sure))
    articles.sort(key=lambda article: article.headline)
    if not draft.entries:
        articles = [_with_kicker(draft, article, taken) for article in articles]
    roles = {at: Role.HEADLINE for article in articles for at in article.headline}
    roles.update({at: Role.KICKER for article in articles for at in article.kicker})
    return replace(draft.with_roles(roles), articles=tuple(articles)).with_findings(*findings)


def can_be_headline(draft: ImportDraft, index: int) -> bool:
    """Whether a line could be a headline by its own look."""
    line = draft.lines[index]
    text, words = line.text, draft.vocabulary
    if line.role is not Role.TEXT or not is_short(text) or size(text) < 2 or (draft.indents and line.indented):
        return False
    if text.endswith(("：", ":")) or "。" in text or label_of(text) is not None or begins_with_date(text):
        return False
    if is_numbered(text) or is_dashed(text) or is_apparatus(text):
        return False
    return (
        not is_byline(text, words) and not is_note(text, words) and not text.endswith(words.furniture_caption_closings)
    )


def _trusted_levels(draft: ImportDraft, known: set[int]) -> set[int]:
    """Markup levels that mean headlines here: enough of their lines are known ones or have a byline below."""
    lines: Counter[int] = Counter()
    proven: Counter[int] = Counter()
    for index, line in enumerate(draft.lines):
        if line.level is None or line.role not in (Role.TEXT, Role.HEADLINE):
            continue
        lines[line.level] += 1
        proven[line.level] += index in known or _below(draft, index) >= 4.0
    return {level for level, count in lines.items() if proven[level] >= max(2, _TRUST * count)}


def _evidence(draft: ImportDraft, index: int, known: set[int], page: _Page) -> float:
    line = draft.lines[index]
    score = _below(draft, index) + _above(draft, index, known)
    score += 0.0 if page.listed else _set_off(draft, index)
    if line.level is not None:
        score += (3.0 if line.level in page.trusted else 0.0) + {1: 2.0, 2: 0.5}.get(line.level, 0.0)
    score += 0.7 if is_spaced(line.text) else 0.0
    score += 0.5 if line.gap >= 2 else 0.0
    if "，" in line.text and size(line.text) > 24:
        score -= 1.5
    if index and draft.lines[index - 1].role is Role.RUNNING_HEAD:
        score += 1.0
    if size(line.text) < 4 and line.level is None and score < _BYLINE:
        score -= 1.0
    return score


def _below(draft: ImportDraft, index: int) -> float:
    """What a byline, a dateline or a paragraph below a line says for its being a headline."""
    words = draft.vocabulary
    below = _past_short_lines(draft, index)
    if below is None:
        return -4.0
    text = draft.lines[below].text
    if is_byline(text, words) or text.startswith(words.bylines_datelines):
        return 4.5
    if is_bare_byline(text, words):
        return _BYLINE
    return 0.0 if size(text) > 40 or is_closed(text) else -1.0


def _above(draft: ImportDraft, index: int, known: set[int]) -> float:
    """What stands above: an ended article speaks for a headline, an unfinished sentence or another headline against."""
    above = draft.next_text(index, -1)
    while above is not None and (draft.lines[above].role is Role.CAPTION or label_of(draft.lines[above].text)):
        above = draft.next_text(above, -1)
    if above is None:
        return 1.5
    line = draft.lines[above]
    if _is_finished(draft, above):
        return 2.0
    if above in known:
        return -3.0
    return -1.0 if size(line.text) > _BOX and not is_closed(line.text) and not is_apparatus(line.text) else 0.0


def _set_off(draft: ImportDraft, index: int) -> float:
    """Without a contents page more counts: an end mark close above, a label above, a biography above or below."""
    score = 0.0
    above = draft.next_text(index, -1)
    if above is None and (first := draft.next_text(index)) is not None and size(draft.lines[first].text) > _BOX:
        score += 2.5
    while above is not None and (draft.lines[above].role is Role.CAPTION or label_of(draft.lines[above].text)):
        score += 1.0 if label_of(draft.lines[above].text) else 0.0
        above = draft.next_text(above, -1)
    if above is not None and _is_finished(draft, above):
        score += 2.0
    elif (
        above is not None and (before := draft.next_text(above, -1)) is not None and is_closed(draft.lines[above].text)
    ):
        score += 2.5 if _is_finished(draft, before) and size(draft.lines[above].text) >= _BOX else 0.0
        boxed = introduces_person(draft.lines[above].text, draft.vocabulary) and not is_short(draft.lines[before].text)
        score += 4.0 if boxed else 0.0
    below = draft.next_text(index)
    if below is not None and introduces_person(draft.lines[below].text, draft.vocabulary):
        score += 3.5
    return score


def _is_finished(draft: ImportDraft, index: int) -> bool:
    line = draft.lines[index]
    return line.ended or line.role is Role.END_MARK or is_note(line.text, draft.vocabulary)


def _is_newspaper(draft: ImportDraft) -> bool:
    """Whether the file is a newspaper's page: datelines, or page heads that count pages as 版."""
    datelines = sum(line.text.startswith((*draft.vocabulary.bylines_datelines, "本报")) for line in draft.lines)
    heads = any(line.role is Role.RUNNING_HEAD and _NEWSPAPER.search(line.text) for line in draft.lines)
    return datelines >= 2 or heads


def _past_short_lines(draft: ImportDraft, index: int) -> int | None:
    """The byline or first paragraph below a headline: up to two further headline lines or a subtitle are passed."""
    below = draft.next_text(index)
    for _ in range(2):
        if below is None or not is_short(draft.lines[below].text) or is_numbered(draft.lines[below].text):
            return below
        if _is_byline(draft, below) or draft.lines[below].role is Role.HEADLINE or _is_finished(draft, below):
            return below
        below = draft.next_text(below)
    return below


def _is_byline(draft: ImportDraft, index: int) -> bool:
    text = draft.lines[index].text
    return is_byline(text, draft.vocabulary) or is_bare_byline(text, draft.vocabulary)


def _stacked(draft: ImportDraft, index: int, taken: set[int], page: _Page) -> _Stack:
    """The lines of a headline that begins here, parted into kicker and headline."""
    lines = [index]
    below = draft.next_text(index)
    while below is not None and len(lines) < 3 and below not in taken and _goes_on(draft, below):
        lines.append(below)
        below = draft.next_text(below)
    if len(lines) < 2:
        return _Stack((), tuple(lines))
    levels = [draft.lines[i].level for i in lines]
    if levels[0] is None and levels[1] is not None:
        return _Stack(tuple(lines[:1]), tuple(lines[1:]))
    first, second = (draft.lines[i].text for i in lines[:2])
    heads_page = draft.next_text(index, -1) is None and levels[0] is None and is_spaced(second) and not is_spaced(first)
    uneven = size(first) != size(second) and (levels[0] is None or levels[1] == levels[0])
    if heads_page or (page.newspaper and uneven):
        return _Stack(tuple(lines[:1]), tuple(lines[1:]))
    return _Stack((), tuple(lines))


def _with_kicker(draft: ImportDraft, article: DraftArticle, taken: set[int]) -> DraftArticle:
    """The article with the plain short line that stands right above its marked headline."""
    above = article.headline[0] - 1
    if article.kicker or above < 0 or above in taken or draft.lines[article.headline[0]].level is None:
        return article
    before = draft.next_text(above, -1)
    free = before is None or draft.lines[before].ended or is_closed(draft.lines[before].text)
    if draft.lines[above].level is None and free and can_be_headline(draft, above) and not _is_byline(draft, above):
        return replace(article, kicker=(above,))
    return article


def _goes_on(draft: ImportDraft, index: int) -> bool:
    """Whether a line below a headline line belongs to the headline: a byline, a subtitle or a dateline follows."""
    if not can_be_headline(draft, index) or is_bare_byline(draft.lines[index].text, draft.vocabulary):
        return False
    below = draft.next_text(index)
    while below is not None and is_dashed(draft.lines[below].text) and is_short(draft.lines[below].text):
        below = draft.next_text(below)
    if below is None:
        return False
    if can_be_headline(draft, below) and not is_bare_byline(draft.lines[below].text, draft.vocabulary):
        return _goes_on(draft, below)
    if _is_byline(draft, below) or draft.lines[below].text.startswith(draft.vocabulary.bylines_datelines):
        return True
    if draft.lines[index].level is not None:
        return True
    above = draft.next_text(index, -1)
    unspaced = above is not None and not is_spaced(draft.lines[above].text) and not is_spaced(draft.lines[index].text)
    return unspaced and not draft.entries and draft.lines[index].gap <= 1
