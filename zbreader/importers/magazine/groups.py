"""Rule: tell the heading of a group of articles (专题) from an article of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zbreader.importers.draft import FURNITURE, DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_byline
from zbreader.importers.magazine.shapes import folded_title, is_short, size
from zbreader.model.message import message

_INTRO_LIMIT = 1500  # characters of a group's introduction


def groups(draft: ImportDraft) -> ImportDraft:
    """Turns a headline under which only an editor's note stands, before the next headline, into a group's heading."""
    articles = list(draft.articles)
    entries = list(draft.entries)
    roles: dict[int, Role] = {}
    findings = []
    for number, article in enumerate(draft.articles[:-1]):
        end = draft.articles[number + 1].headline[0]
        if not _is_group(draft, article, end):
            continue
        articles.remove(article)
        if article.entry is not None:
            entries[article.entry] = replace(entries[article.entry], is_group=True, title=article.title)
        inside = range(article.headline[0], end)
        roles.update({i: Role.INTRO for i in inside if draft.lines[i].role not in FURNITURE - {Role.INTRO}})
        if not _is_introduced(draft, inside):
            said = message("“{title}”认作专题标题，其下的文字作为专题导语。", title=article.title)
            findings.append(draft.finding("groups", article.headline, said, 0.8))
    return replace(draft.with_roles(roles), articles=tuple(articles), entries=tuple(entries)).with_findings(*findings)


def _is_introduced(draft: ImportDraft, inside: Sequence[int]) -> bool:
    """Whether an editor's note says that it is one (编者按)."""
    openings = draft.vocabulary.contents_intro_openings
    return any(folded_title(draft.lines[i].text).startswith(openings) for i in inside)


def _is_group(draft: ImportDraft, article: DraftArticle, end: int) -> bool:
    words = draft.vocabulary
    inside = [i for i in range(article.headline[-1] + 1, end) if draft.lines[i].role not in FURNITURE]
    if not inside:
        return article.entry is not None
    total = sum(size(draft.lines[i].text) for i in inside)
    if total > _INTRO_LIMIT or any(draft.lines[i].ended for i in inside):
        return False
    first = [draft.lines[i].text for i in inside[:3]]
    if any(text.strip().endswith(words.contents_partner_endings) and size(text) <= 40 for text in first):
        return True
    opened = [k for k, text in enumerate(first) if folded_title(text).startswith(words.contents_intro_openings)]
    if opened and all(is_short(text) and not is_byline(text, words) for text in first[: opened[0]]):
        return total < _INTRO_LIMIT // 2
    return _is_marked_group(draft, article)


def _is_marked_group(draft: ImportDraft, article: DraftArticle) -> bool:
    """The contents page sets the entry apart from ordinary entries by its level, without a column's mark."""
    if article.entry is None:
        return False
    at = draft.entries[article.entry].at
    levels = [draft.lines[entry.at[0]].level for entry in draft.entries]
    return draft.lines[at[0]].level is not None and levels.count(None) > len(levels) / 2
