"""What a newspaper's signatures say of its headlines: every report is signed once, at its top or at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zbreader.importers.draft import FURNITURE, DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import closing_credit
from zbreader.importers.magazine.guesses import is_telling, siblings_of
from zbreader.importers.magazine.headline_evidence import Page, below, can_be_headline, evidence_for
from zbreader.importers.magazine.shapes import has_uneven_comma, size
from zbreader.importers.magazine.subjects import Subject, keeping_to

_SIGNED_BELOW = 4.0  # evidence of a byline or a dateline below
_MOST_SIGNED = 3  # articles for each unsigned one from which reports are signed here
_DOUBTED = 0.78  # confidence of a headline below which it may be a subheading of the report above it
_PROSE = 25  # characters from which a line is prose
_SCRAP = 70  # characters of a paragraph's end that was read before its beginning
_NEAR = 3  # lines between a headline and its report's dateline
_DATELINE = 20  # characters in which a dateline says what it is
_STACK = 4.0  # evidence of two lines one above the other, of which neither is a sentence's half
_ADVERTISED = 2.0  # … of an advertisement above: it stands between two reports
_LIKE = 1.5  # against each of two lines set like it: subheadings are set alike
_COMMA = 2.0  # against a comma in it
_OTHER_WIDTH = 1.5  # evidence of another width of commas below than above
_PARTED = 0.25  # what it tells that a line keeps to the report on its side


def due_headlines(draft: ImportDraft, articles: Sequence[DraftArticle], page: Page) -> list[int]:
    """Lines, in no order, that begin the headlines of reports that ARTICLES, in their order, have not got."""
    starts = [min(article.headline + article.kicker) for article in articles]
    found = [*_over_datelines(draft, articles, page), *_over_first_text(draft, starts)]
    return found + _between_signatures(draft, articles, page)


def without_unsigned(draft: ImportDraft, articles: Sequence[DraftArticle]) -> list[DraftArticle]:
    """The articles without those few that nobody signs, where their headlines could be subheadings as well."""
    ends = [*(article.headline[0] for article in articles[1:]), len(draft.lines)]
    unsigned = [
        article
        for article, end in zip(articles[1:], ends[1:], strict=True)
        if below(draft, article.headline[-1]) < _SIGNED_BELOW
        and not any(_signs(draft, i) for i in range(article.headline[-1], end))
    ]
    doubted = [article for article in unsigned if article.confidence < _DOUBTED]
    if not doubted or len(articles) < _MOST_SIGNED * len(unsigned):
        return list(articles)
    return [article for article in articles if article not in doubted]


def _signs(draft: ImportDraft, index: int) -> bool:
    return _is_dateline(draft, index) or bool(closing_credit(draft.lines[index].text, draft.vocabulary))


def _is_dateline(draft: ImportDraft, index: int) -> bool:
    """Whether a report's text begins here: 本报讯（…） 新华社某地某日电, not 新华社记者走进…."""
    text = draft.lines[index].text
    return text.startswith(draft.vocabulary.bylines_datelines) and bool(re.search("[讯电]", text[:_DATELINE]))


def _between_signatures(draft: ImportDraft, articles: Sequence[DraftArticle], page: Page) -> list[int]:
    """Where two reports are signed, one at its top or end and one at its end, a headline stands between."""
    missed: list[int] = []
    ends = [*(article.headline[0] for article in articles[1:]), len(draft.lines)]
    for article, end in zip(articles, ends, strict=False):
        first = article.headline[-1] + 2
        signed = [first] if below(draft, article.headline[-1]) >= _SIGNED_BELOW else []
        signed += [i for i in range(first, end) if closing_credit(draft.lines[i].text, draft.vocabulary)]
        for before, above, last in zip([first, *signed], signed, signed[1:], strict=False):
            options = [i for i in range(above, last) if can_be_headline(draft, i)]
            if options:
                like, around = siblings_of(draft, options), range(before, last + 1)
                missed.append(max(options, key=lambda i: _likelihood(draft, i, around, page, like.get(i, 0))))
    return missed


def _likelihood(draft: ImportDraft, index: int, around: range, page: Page, like: int) -> float:
    """How much speaks for the one headline that is due standing here; LIKE lines that could be it are set like it."""
    text, above = draft.lines[index].text, draft.next_text(index, -1)
    score = evidence_for(draft, index, page) + _PARTED * _parting(draft, index, around)
    if _is_stacked(draft, index):
        score += _STACK
    elif is_telling(text):
        score -= _LIKE * min(like, 2)
    if has_uneven_comma(text):
        score -= _COMMA
    if above is not None and any(draft.lines[i].role is Role.ADVERTISEMENT for i in range(above + 1, index)):
        score += _ADVERTISED
    return score + (_OTHER_WIDTH if _changes_width(draft, index, around) else 0.0)


def _is_stacked(draft: ImportDraft, index: int) -> bool:
    """Whether a kicker and a headline stand here: two short lines, neither of which goes on in the next one."""
    under = draft.next_text(index)
    return under is not None and can_be_headline(draft, under) and not (goes_on(draft, index) or goes_on(draft, under))


def goes_on(draft: ImportDraft, index: int) -> bool:
    """Whether a line's sentence rather goes on in the next line than not."""
    under = draft.next_text(index)
    if under is None:
        return True
    return draft.language.goes_on(draft.lines[index].text, draft.lines[under].text) > 0.0


def _changes_width(draft: ImportDraft, index: int, around: range) -> bool:
    """Whether the commas above and below are of two widths: the pages were converted one by one."""
    above = next((w for i in range(index - 1, around.start - 1, -1) if (w := _width(draft.lines[i].text))), "")
    below = next((w for i in range(index + 1, around.stop) if (w := _width(draft.lines[i].text))), "")
    return above != below and "" not in (above, below)


def _width(text: str) -> str:
    """The comma that a line of text is set with, or nothing where it has none or both."""
    used = [comma for comma in "，," if comma in text]
    return used[0] if len(used) == 1 else ""


def _parting(draft: ImportDraft, index: int, around: range) -> float:
    """How well the lines above and below a place keep to two subjects."""
    sides = [
        [i for i in part if _is_prose(draft, i)] for part in (range(around.start, index), range(index, around.stop))
    ]
    subjects = [Subject.of(draft, side) for side in sides]
    return sum(keeping_to(draft, i, subjects)[own] for own, side in enumerate(sides) for i in side)


def _over_datelines(draft: ImportDraft, articles: Sequence[DraftArticle], page: Page) -> list[int]:
    """The headline close above a dateline when a paragraph's end, read too early, parts the two."""
    heads = {at for article in articles for at in article.headline + article.kicker}
    missed: list[int] = []
    for index, line in enumerate(draft.lines):
        if not _is_dateline(draft, index) or line.role is not Role.TEXT:
            continue
        above, options = draft.next_text(index, -1), []
        for _ in range(_NEAR):
            if above is None or above in heads:
                break
            if can_be_headline(draft, above):
                options.append(above)
            elif size(draft.lines[above].text) > _SCRAP:
                break
            above = draft.next_text(above, -1)
        if options and (above is None or above not in heads):
            missed.append(max(options, key=lambda i: (evidence_for(draft, i, page), -i)))
    return missed


def _over_first_text(draft: ImportDraft, starts: Sequence[int]) -> list[int]:
    """The first line that could be a headline, where text stands above the first headline that was found."""
    before = range(starts[0] if starts else len(draft.lines))
    lines = [i for i in before if draft.lines[i].role not in FURNITURE]
    first = next((i for i in lines if can_be_headline(draft, i)), None)
    if first is None or not any(_is_prose(draft, i) for i in lines if i > first):
        return []
    return [first]


def _is_prose(draft: ImportDraft, index: int) -> bool:
    return draft.lines[index].role is Role.TEXT and size(draft.lines[index].text) > _PROSE
