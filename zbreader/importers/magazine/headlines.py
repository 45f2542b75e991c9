"""Rule: find the articles that no contents page lists, by what stands around a headline."""

from __future__ import annotations

from dataclasses import replace

from zbreader.importers.draft import FURNITURE, DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline, is_byline, is_note
from zbreader.importers.magazine.shapes import (
    begins_with_date,
    is_closed,
    is_dashed,
    is_numbered,
    is_short,
    is_spaced,
    label_of,
    size,
)
from zbreader.model.message import message

_LISTED = 6.0  # evidence a headline needs where a contents page lists the others
_UNLISTED = 4.0  # … and where there is none


def headlines(draft: ImportDraft) -> ImportDraft:
    """Adds articles that have headline and byline, or ending and headline, though the contents page is silent."""
    known = {at for article in draft.articles for at in article.headline}
    needed = _LISTED if draft.articles else _UNLISTED
    articles = list(draft.articles)
    findings = []
    taken = set(known)
    for index in range(len(draft.lines)):
        if index in taken or not _can_be_headline(draft, index):
            continue
        evidence = _evidence(draft, index, known)
        if evidence < needed:
            continue
        headline = _whole_headline(draft, index, taken)
        taken.update(headline)
        kicker, headline = _parted(draft, headline)
        title = "\u3000".join(draft.lines[i].text for i in headline)
        sure = round(min(0.95, 0.4 + evidence / 16), 2)
        articles.append(DraftArticle(headline=headline, title=title, kicker=kicker, confidence=sure))
        if draft.entries:
            said = message("“{title}”不在目录里，按版式认作一篇文章，请核对。", title=title)
            findings.append(draft.finding("headlines", headline, said, sure))
    articles.sort(key=lambda article: article.headline)
    roles = {at: Role.HEADLINE for article in articles for at in article.headline}
    roles.update({at: Role.KICKER for article in articles for at in article.kicker})
    return replace(draft.with_roles(roles), articles=tuple(articles)).with_findings(*findings)


def _can_be_headline(draft: ImportDraft, index: int) -> bool:
    line = draft.lines[index]
    return (
        line.role is Role.TEXT
        and size(line.text) >= 4
        and is_short(line.text)
        and not line.text.endswith(("：", ":"))
        and not is_numbered(line.text)
        and not is_dashed(line.text)
        and not begins_with_date(line.text)
        and label_of(line.text) is None
        and not is_byline(line.text, draft.vocabulary)
        and not is_note(line.text, draft.vocabulary)
        and "。" not in line.text
    )


def _evidence(draft: ImportDraft, index: int, known: set[int]) -> float:
    words = draft.vocabulary
    line = draft.lines[index]
    score = 0.0
    below = _past_short_lines(draft, index)
    if below is not None:
        text = draft.lines[below].text
        if is_byline(text, words):
            score += 4.5
        elif is_bare_byline(text, words):
            score += 4.0
        elif text.startswith(words.bylines_datelines):
            score += 4.5
        elif not (size(text) > 40 or is_closed(text)):
            score -= 1.0
    else:
        score -= 4.0
    above = draft.next_text(index, -1)
    while above is not None and draft.lines[above].role in (Role.CAPTION, Role.LABEL):
        above = draft.next_text(above, -1)
    if above is None:
        score += 1.5
    elif (
        draft.lines[above].ended or draft.lines[above].role is Role.END_MARK or is_note(draft.lines[above].text, words)
    ):
        score += 2.0
    elif above in known:
        score -= 3.0
    elif not is_closed(draft.lines[above].text):
        score -= 1.0
    score += {1: 2.0, 2: 0.5}.get(line.level or 0, 0.0)
    score += 0.7 if is_spaced(line.text) else 0.0
    score += 0.5 if line.gap >= 2 else 0.0
    score -= 1.5 if "，" in line.text and size(line.text) > 24 else 0.0
    return score


def _past_short_lines(draft: ImportDraft, index: int) -> int | None:
    """The byline or first paragraph below a headline: up to two further headline lines or a subtitle are passed."""
    below = draft.next_text(index)
    for _ in range(2):
        if below is None or not is_short(draft.lines[below].text) or is_numbered(draft.lines[below].text):
            return below
        text = draft.lines[below].text
        if is_byline(text, draft.vocabulary) or is_bare_byline(text, draft.vocabulary):
            return below
        below = draft.next_text(below)
    return below


def _whole_headline(draft: ImportDraft, index: int, taken: set[int]) -> tuple[int, ...]:
    """The headline's lines: a second short line before the byline belongs to it."""
    lines = [index]
    below = draft.next_text(index)
    while (
        below is not None
        and len(lines) < 3
        and below not in taken
        and _can_be_headline(draft, below)
        and not is_bare_byline(draft.lines[below].text, draft.vocabulary)
        and draft.lines[below].role not in FURNITURE
        and _is_followed_by_byline(draft, below)
    ):
        lines.append(below)
        below = draft.next_text(below)
    return tuple(lines)


def _parted(draft: ImportDraft, lines: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Kicker lines and headline lines of a stack: the halves of one headline are about as long as each other."""
    if len(lines) < 2:
        return (), lines
    first, second = (size(draft.lines[i].text) for i in lines[:2])
    levels = {draft.lines[i].level for i in lines}
    if abs(first - second) <= 3 or draft.lines[lines[0]].level == 1 and len(levels) > 1:
        return (), lines
    return lines[:1], lines[1:]


def _is_followed_by_byline(draft: ImportDraft, index: int) -> bool:
    below = _past_short_lines(draft, index)
    return below is not None and (
        is_byline(draft.lines[below].text, draft.vocabulary)
        or is_bare_byline(draft.lines[below].text, draft.vocabulary)
    )
