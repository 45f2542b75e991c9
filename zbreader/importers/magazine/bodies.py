"""Rule: give every line between two headlines its article: bylines, subtitles, notes, introductions, leads."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from zbreader.importers.draft import FURNITURE, DraftArticle, DraftLine, ImportDraft, Role
from zbreader.importers.magazine.authorship import (
    is_bare_byline,
    is_byline,
    is_note,
    is_person,
    parse_byline,
    spaced_names,
)
from zbreader.importers.magazine.leads import lead_above
from zbreader.importers.magazine.shapes import folded_title, is_closed, is_dashed, is_numbered, is_short, label_of, size

_BYLINES = 3  # lines a byline can have
_SIGNATURE = 20  # characters of a signature
_INTRO = 6  # lines an introduction can have


def bodies(draft: ImportDraft) -> ImportDraft:
    """Divides the lines among the articles and tells bylines, subtitles, notes, labels and introductions from text."""
    starts = [min(article.headline + article.kicker) for article in draft.articles]
    ends = [*starts[1:], len(draft.lines)][: len(starts)]  # no article, no end
    roles: dict[int, Role] = {}
    for article, end in zip(draft.articles, ends, strict=True):
        _around(draft, article, end, roles)
    _before_first(draft, starts[0] if starts else len(draft.lines), roles)
    draft = draft.with_roles(roles)
    leads = [(), *(lead_above(draft, *pair, end) for pair, end in zip(pairwise(draft.articles), ends, strict=False))]
    articles = []
    for number, (article, end) in enumerate(zip(draft.articles, ends, strict=True)):
        given = set(leads[number + 1]) if number + 1 < len(leads) else set()
        label = [i for i in article.headline if label_of(draft.lines[i].text)]
        own = [*label, *leads[number], *(i for i in range(article.headline[-1] + 1, end) if i not in given)]
        articles.append(_filled(draft, article, own))
    draft = draft.with_roles({i: Role.LABEL for a in articles for i in a.headline if label_of(draft.lines[i].text)})
    return replace(draft, articles=tuple(articles))


def _filled(draft: ImportDraft, article: DraftArticle, own: list[int]) -> DraftArticle:
    by_role = {role: tuple(i for i in own if draft.lines[i].role is role) for role in (Role.SUBTITLE, Role.BYLINE)}
    outside = FURNITURE | {Role.SUBTITLE, Role.BYLINE, Role.KICKER, Role.END_MARK}
    return replace(
        article,
        subtitle=by_role[Role.SUBTITLE],
        bylines=by_role[Role.BYLINE],
        flow=tuple(i for i in own if draft.lines[i].role not in outside),
    )


def _around(draft: ImportDraft, article: DraftArticle, end: int, roles: dict[int, Role]) -> None:
    """Roles of the lines right below one headline, of the notes further down, and of what introduces the next."""
    words = draft.vocabulary
    position = _below_headline(draft, article, end, roles)
    for index in range(position, end):
        line = draft.lines[index]
        if line.role is Role.TEXT and is_note(line.text, words) and not is_byline_before_text(draft, index):
            roles[index] = Role.AUTHOR_NOTE
        elif line.role is Role.TEXT and label_of(line.text) is not None:
            roles[index] = Role.LABEL
    if not any(roles.get(i) is Role.BYLINE for i in range(article.headline[-1], position)):
        _signature(draft, position, end, roles)
    _introduction(draft, position, end, roles)
    _labels_above_next(draft, end, roles)


def _signature(draft: ImportDraft, first: int, end: int, roles: dict[int, Role]) -> None:
    """A letter's author stands below it: a name alone on the last line."""
    own = [i for i in range(first, end) if draft.lines[i].role is Role.TEXT and i not in roles]
    if len(own) < 2:
        return
    last, above = draft.lines[own[-1]], draft.lines[own[-2]]
    name = re.split(r"[ \u3000]+", spaced_names(last.text.strip()))[-1]
    if (
        size(last.text) <= _SIGNATURE
        and is_person(name, draft.vocabulary)
        and (is_closed(above.text) or above.ended)
        and last.level is None
    ):
        roles[own[-1]] = Role.BYLINE


def is_byline_before_text(draft: ImportDraft, index: int) -> bool:
    """Whether a note-like line is really a date line of a document: （2024年8月25日…通过）."""
    return any(word in draft.lines[index].text for word in ("通过）", "通过)"))


def _below_headline(draft: ImportDraft, article: DraftArticle, end: int, roles: dict[int, Role]) -> int:
    position = article.headline[-1] + 1
    bylines = 0
    while position < end:
        line = draft.lines[position]
        if line.role in FURNITURE or line.role is Role.CAPTION or line.role is Role.LABEL:
            position += 1
            continue
        if line.role is not Role.TEXT:
            break
        if is_dashed(line.text) and is_short(line.text, 50) and not bylines:
            roles[position] = Role.SUBTITLE
        elif bylines < _BYLINES and _is_author_line(draft, position, bylines):
            roles[position] = Role.BYLINE
            bylines += 1
        elif bylines and _is_affiliation(line.text):
            roles[position] = Role.AUTHOR_NOTE
        elif not bylines and _leads_to_byline(draft, position, end):
            roles[position] = Role.SUBTITLE
        else:
            break
        position += 1
    return position


def _is_affiliation(text: str) -> bool:
    """Whether a line under a byline says in brackets where its authors work."""
    return size(text) <= 80 and text[:1] in "（(" and text[-1:] in "）)"


def _is_author_line(draft: ImportDraft, index: int, bylines: int) -> bool:
    text, words = draft.lines[index].text, draft.vocabulary
    if is_byline(text, words):
        return True
    if not is_bare_byline(text, words) or _is_one_of_many(draft, index):
        return False
    below = draft.next_text(index)
    return below is not None and (
        bylines > 0
        or size(draft.lines[below].text) > 30
        or is_closed(draft.lines[below].text)
        or is_bare_byline(draft.lines[below].text, words)
        or size(draft.lines[below].text) < 30
    )


def _is_one_of_many(draft: ImportDraft, index: int) -> bool:
    """Whether words as long as this name stand alone again further down: they are headings of small items."""
    length = size(draft.lines[index].text)
    further = draft.lines[index + 2 : index + 9]
    return length <= 4 and sum(_is_bare_word(draft, line, length) for line in further) > 1


def _is_bare_word(draft: ImportDraft, line: DraftLine, length: int) -> bool:
    if line.role is not Role.TEXT or size(line.text) != length or line.level is not None:
        return False
    return not is_numbered(line.text) and not is_byline(line.text, draft.vocabulary)


def _leads_to_byline(draft: ImportDraft, index: int, end: int) -> bool:
    """Whether a short line stands between headline and byline: it is a subtitle."""
    if not is_short(draft.lines[index].text, 60):
        return False
    below = draft.next_text(index)
    return below is not None and below < end and is_byline(draft.lines[below].text, draft.vocabulary)


def _introduction(draft: ImportDraft, first: int, end: int, roles: dict[int, Role]) -> None:
    """An editor's note between an article's end and the next headline introduces what follows."""
    openings = draft.vocabulary.contents_intro_openings
    for index in range(max(first + 1, end - _INTRO), end):
        if draft.lines[index].role is Role.TEXT and folded_title(draft.lines[index].text).startswith(openings):
            for other in range(index, end):
                if draft.lines[other].role is Role.TEXT:
                    roles[other] = Role.INTRO
            return


def _labels_above_next(draft: ImportDraft, end: int, roles: dict[int, Role]) -> None:
    """A label right above the next headline names its column; it is no item of this article."""
    index = end - 1
    while index > 0 and draft.lines[index].role in (Role.CAPTION, Role.RUNNING_HEAD, Role.QR, Role.LABEL):
        if roles.get(index) is Role.LABEL or draft.lines[index].role is Role.LABEL:
            break
        index -= 1
    if roles.get(index) is not Role.LABEL and draft.lines[index].role is not Role.LABEL:
        return
    for other in range(index, end):
        if draft.lines[other].role is Role.CAPTION:
            roles[other] = Role.QR
    roles[index] = Role.RUNNING_HEAD


def _before_first(draft: ImportDraft, first: int, roles: dict[int, Role]) -> None:
    """What stands before the first headline belongs to no article."""
    for index in range(first):
        if draft.lines[index].role in (Role.TEXT, Role.LABEL, Role.QUOTE):
            roles[index] = Role.RUNNING_HEAD if is_short(draft.lines[index].text) else Role.INTRO
        elif draft.lines[index].role is Role.CAPTION:
            roles[index] = Role.QR


def authors_of(draft: ImportDraft, article: DraftArticle) -> tuple[str, ...]:
    """Authors that the bylines under a headline name."""
    return tuple(
        dict.fromkeys(
            author for at in article.bylines for author in parse_byline(draft.lines[at].text, draft.vocabulary).authors
        )
    )
