"""What speaks for a line's being a headline: what stands below it and above it, its level, a change of subject."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from zbreader.importers.draft import FURNITURE, ImportDraft, Role
from zbreader.importers.magazine.authorship import closing_credit, is_bare_byline, is_byline, is_note, is_person
from zbreader.importers.magazine.guesses import is_credited
from zbreader.importers.magazine.leads import introduces_person
from zbreader.importers.magazine.shapes import (
    begins_with_date,
    has_uneven_comma,
    is_apparatus,
    is_closed,
    is_dashed,
    is_hanging,
    is_numbered,
    is_short,
    is_spaced,
    label_of,
    size,
)
from zbreader.importers.magazine.topics import STRONGEST_CHANGE, change_of_subject

_LISTED = 6.0  # evidence a headline needs where a contents page lists the others, or where the others are signed
_SILENT = 2.5  # … and what more, if nothing but its level speaks for it
_UNLISTED = 4.0  # … in another magazine
_NEWS = 3.0  # … and in a newspaper, whose reports have few subheadings
_HOPELESS = -0.5  # evidence below which nothing further can make a headline
_TRUST = 0.4  # share of a level's lines with a byline below from which the level means headlines
_SURE = 0.6  # … of its unsigned lines below an end mark from which it means little else
_BYLINE = 4.0  # evidence of a byline below
_PARTED = 2.0  # evidence of an end mark, a label or a biography
_BOX = 25  # characters of a lead or a biography printed above a headline
_SIGNED = 3  # headlines with a byline below from which a file signs its articles that way
_NEWSPAPER = re.compile(r"\d\s*版|版\s*$|日报|晚报|周报")


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of the whole file: what its headlines have in common."""

    known: frozenset[int]  # lines that the contents page names
    listed: bool  # a contents page lists headlines
    newspaper: bool
    signed: bool  # a byline stands below every headline
    trusted: frozenset[int]  # levels that mean headlines
    sure: frozenset[int]  # levels that mean little else


def page_of(draft: ImportDraft) -> Page:
    """Look over the whole file."""
    known = frozenset(at for article in draft.articles for at in article.headline)
    newspaper = is_newspaper(draft)
    signed = sum(can_be_headline(draft, i) and below(draft, i) >= _BYLINE for i in range(len(draft.lines)))
    trusted, sure = _trusted(draft, known)
    return Page(known, bool(draft.articles), newspaper, signed >= _SIGNED and not newspaper, trusted, sure)


def needed(draft: ImportDraft, index: int, page: Page) -> float:
    """The evidence that a headline needs in this file."""
    signed = below(draft, index) >= _BYLINE
    if page.listed:
        return _LISTED if signed or _set_off(draft, index) >= _PARTED else _LISTED + _SILENT
    if page.signed and not signed and not _is_parted(draft, index, page):
        return _LISTED
    if page.newspaper:
        alone = draft.lines[index].level is not None and not signed and not _is_parted(draft, index, page)
        return _NEWS + (_SILENT if alone else 0.0)
    return _UNLISTED


def _is_parted(draft: ImportDraft, index: int, page: Page) -> bool:
    """Whether an unsigned line is set apart as headlines are: by level, end mark above or a biography."""
    line = draft.lines[index]
    if line.level is not None and line.level in page.sure:
        return True
    if _set_off(draft, index) < _PARTED or (page.sure and line.level is None):
        return False
    return not _stands_over_another(draft, index) or _has_second_line(draft, index)


def _has_second_line(draft: ImportDraft, index: int) -> bool:
    """Whether the short line below is the headline's second one: set like it, and no picture stood above."""
    line, under = draft.lines[index], draft.next_text(index)
    return under is not None and line.gap < draft.picture_gap and draft.lines[under].level == line.level


def can_be_headline(draft: ImportDraft, index: int) -> bool:
    """Whether a line could be a headline by its own look."""
    line = draft.lines[index]
    text, words = line.text, draft.vocabulary
    if line.role is not Role.TEXT or not is_short(text) or size(text) < 2 or (draft.indents and line.indented):
        return False
    if text.endswith(("：", ":")) or "。" in text or label_of(text) is not None or begins_with_date(text):
        return False
    if text.startswith(words.bylines_datelines) or (size(text) > 20 and text.count("，") + text.count(",") > 1):
        return False
    if is_numbered(text) or is_dashed(text) or is_apparatus(text) or is_hanging(text):
        return False
    pictured = is_credited(text, words) or any(word in text for word in words.furniture_caption_words)
    return not pictured and not is_byline(text, words) and not is_note(text, words)


def _trusted(draft: ImportDraft, known: frozenset[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Markup levels that mean headlines here, and those that mean little else.

    Enough of their lines are known ones or have a byline below; of the latter most others stand below an end mark.
    """
    lines: Counter[int] = Counter()
    signed: Counter[int] = Counter()
    parted: Counter[int] = Counter()
    for index, line in enumerate(draft.lines):
        if line.level is None or line.role not in (Role.TEXT, Role.HEADLINE):
            continue
        lines[line.level] += 1
        if index in known or below(draft, index) >= _BYLINE:
            signed[line.level] += 1
        elif (above := draft.next_text(index, -1)) is None or _is_finished(draft, above):
            parted[line.level] += 1
    sure = frozenset(level for level in lines if parted[level] >= _SURE * (lines[level] - signed[level]))
    trusted = frozenset(
        level
        for level, count in lines.items()
        if signed[level] >= max(2, _TRUST * count) or (level in sure and signed[level] + parted[level] >= _SIGNED)
    )
    return trusted, sure & trusted if len(trusted) == 1 else frozenset()


def evidence_for(draft: ImportDraft, index: int, page: Page, least: float = -math.inf) -> float:
    """How much speaks for a line's being a headline; where it cannot come up to LEAST, no more than is soon known."""
    line = draft.lines[index]
    under = below(draft, index)
    score = under + _above(draft, index, page.known)
    parted = 0.0 if page.listed else _set_off(draft, index)
    score += parted
    if line.level is not None:
        score += (3.0 if line.level in page.trusted else 0.0) + {1: 2.0, 2: 0.5}.get(line.level, 0.0)
    score += 0.7 if is_spaced(line.text) else 0.0
    score += 0.5 if line.gap >= 2 else 0.0
    if "，" in line.text and size(line.text) > 24:
        score -= 1.5
    if has_uneven_comma(line.text) and _stands_over_another(draft, index):
        score -= 2.5
    if size(line.text) < 4 and line.level is None and score < _BYLINE:
        score -= 1.0
    if _stands_under_headline(draft, index) and is_bare_byline(line.text, draft.vocabulary):
        score -= _BYLINE
    if page.signed and _is_signed(draft, index):
        score += 2.0
    if page.newspaper and (subtitle := _subtitle(draft, index)):
        score += 5.0 if subtitle.endswith(draft.vocabulary.contents_subtitle_endings) else 2.0
    if under < _BYLINE and score > max(_HOPELESS, least - STRONGEST_CHANGE):
        change = change_of_subject(draft, index)
        score += (change if parted < _PARTED else max(0.0, change)) - _goes_on(draft, index)
    return score


def _stands_over_another(draft: ImportDraft, index: int) -> bool:
    """Whether the line below could be the headline itself: then a sentence's piece above it is a cut paragraph."""
    under = draft.next_text(index)
    return under is not None and can_be_headline(draft, under) and not is_signature(draft, under)


def _stands_under_headline(draft: ImportDraft, index: int) -> bool:
    above = draft.next_text(index, -1)
    return above is not None and can_be_headline(draft, above)


def _is_signed(draft: ImportDraft, index: int) -> bool:
    """Whether a marked byline (文/… □ …) stands right below."""
    under = draft.next_text(index)
    return under is not None and is_byline(draft.lines[under].text, draft.vocabulary)


def _subtitle(draft: ImportDraft, index: int) -> str:
    """The dashed line below (——某县某事侧记); empty where there is none."""
    under = draft.next_text(index)
    text = draft.lines[under].text if under is not None else ""
    return text if is_dashed(text) and is_short(text) else ""


def _goes_on(draft: ImportDraft, index: int) -> float:
    """What speaks against an unsigned headline: the next line goes on in the middle of its sentence."""
    following = draft.next_text(index)
    if following is None:
        return 0.0
    return max(0.0, min(3.0, draft.language.goes_on(draft.lines[index].text, draft.lines[following].text) / 2))


def below(draft: ImportDraft, index: int) -> float:
    """What a byline, a dateline or a paragraph below a line says for its being a headline."""
    words = draft.vocabulary
    under = _past_short_lines(draft, index)
    if under is None:
        return -4.0
    text = draft.lines[under].text
    if is_byline(text, words) or text.startswith(words.bylines_datelines):
        return 4.5
    if is_bare_byline(text, words):
        return -_BYLINE if _is_one_of_names(draft, index) else _BYLINE
    return 0.0 if size(text) > 40 or is_closed(text) else -1.0


def _is_one_of_names(draft: ImportDraft, index: int) -> bool:
    """Whether a name stands above another: they tell who is in a row of portraits."""
    under = draft.next_text(index)
    return under is not None and all(is_person(draft.lines[i].text, draft.vocabulary) for i in (index, under))


def _above(draft: ImportDraft, index: int, known: frozenset[int]) -> float:
    """What stands above: an ended article speaks for a headline, an unfinished sentence or another headline against."""
    above = draft.next_text(index, -1)
    while above is not None and (draft.lines[above].role is Role.CAPTION or label_of(draft.lines[above].text)):
        above = draft.next_text(above, -1)
    if above is None:
        return 1.5
    line = draft.lines[above]
    if _is_finished(draft, above):
        return 2.0
    if any(draft.lines[i].role in FURNITURE - {Role.ARTIFACT} for i in range(above + 1, index)):
        return 1.0
    if above in known:
        return -3.0
    return -1.0 if size(line.text) > _BOX and not is_closed(line.text) and not is_apparatus(line.text) else 0.0


def _set_off(draft: ImportDraft, index: int) -> float:
    """Without a contents page more counts: an end mark close above, a label above, a biography above or below."""
    score = 0.0
    above = draft.next_text(index, -1)
    if above is None:
        first = (draft.next_text(index), _past_short_lines(draft, index))
        score += 2.5 if any(i is not None and size(draft.lines[i].text) > _BOX for i in first) else 0.0
    while above is not None and (draft.lines[above].role is Role.CAPTION or label_of(draft.lines[above].text)):
        score += 1.0 if label_of(draft.lines[above].text) else 0.0
        above = draft.next_text(above, -1)
    if above is not None and _is_finished(draft, above):
        score += 2.0
    elif (
        above is not None and (before := draft.next_text(above, -1)) is not None and is_closed(draft.lines[above].text)
    ):
        score += 2.5 if _is_finished(draft, before) and size(draft.lines[above].text) >= _BOX else 0.0
        boxed = introduces_person(draft.lines[above].text, draft.vocabulary) and (
            _is_finished(draft, before) or not is_short(draft.lines[before].text)
        )
        score += 4.0 if boxed else 0.0
    below = draft.next_text(index)
    if below is not None and introduces_person(draft.lines[below].text, draft.vocabulary):
        score += 3.5
    return score


def _is_finished(draft: ImportDraft, index: int) -> bool:
    line = draft.lines[index]
    return (
        line.ended
        or line.role is Role.END_MARK
        or is_note(line.text, draft.vocabulary)
        or bool(closing_credit(line.text, draft.vocabulary))
    )


def is_newspaper(draft: ImportDraft) -> bool:
    """Whether the file is a newspaper's page: datelines, or page heads that count pages as 版."""
    datelines = sum(line.text.startswith((*draft.vocabulary.bylines_datelines, "本报")) for line in draft.lines)
    heads = any(line.role is Role.RUNNING_HEAD and _NEWSPAPER.search(line.text) for line in draft.lines)
    return datelines >= 2 or heads or (draft.identity.magazine or "").endswith("报")


def _past_short_lines(draft: ImportDraft, index: int) -> int | None:
    """The byline or first paragraph below a headline: up to two further headline lines or a subtitle are passed."""
    below = draft.next_text(index)
    for _ in range(2):
        if below is None or not is_short(draft.lines[below].text) or is_numbered(draft.lines[below].text):
            return below
        if draft.lines[below].text.startswith(draft.vocabulary.bylines_datelines):
            return below
        if is_signature(draft, below) or draft.lines[below].role is Role.HEADLINE or _is_finished(draft, below):
            return below
        below = draft.next_text(below)
    return below


def is_signature(draft: ImportDraft, index: int) -> bool:
    text = draft.lines[index].text
    return is_byline(text, draft.vocabulary) or is_bare_byline(text, draft.vocabulary)
