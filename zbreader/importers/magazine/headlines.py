"""Rule: find the articles that no contents page lists, by what stands around a headline."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import is_bare_byline
from zbreader.importers.magazine.headline_evidence import (
    Page,
    can_be_headline,
    evidence_for,
    is_signature,
    needed,
    page_of,
)
from zbreader.importers.magazine.shapes import (
    has_uneven_comma,
    is_closed,
    is_dashed,
    is_short,
    is_spaced,
    shape_of,
    size,
)
from zbreader.importers.magazine.signed_reports import due_headlines, goes_on, without_unsigned
from zbreader.model.issue import Finding
from zbreader.model.message import message

_SURE = 0.65  # confidence of a headline from which it needs no word


@dataclass(frozen=True, slots=True)
class _Stack:
    """Short lines above a text: kicker lines, headline lines."""

    kicker: tuple[int, ...]
    headline: tuple[int, ...]


def headlines(draft: ImportDraft) -> ImportDraft:
    """Adds articles that have headline and byline, or ending and headline, though the contents page is silent."""
    page = page_of(draft)
    found: list[DraftArticle] = []
    taken = set(page.known)
    for index in range(len(draft.lines)):
        if index in taken or not can_be_headline(draft, index):
            continue
        least = needed(draft, index, page)
        evidence = evidence_for(draft, index, page, least)
        if evidence >= least:
            found.append(_article(draft, index, taken, page, evidence))
    if page.newspaper and not page.listed:
        found = without_unsigned(draft, found)
        due = [index for index in due_headlines(draft, found, page) if index not in taken]
        found += [_article(draft, index, taken, page, 0.0) for index in due]
    return _with_articles(draft, [*draft.articles, *found], taken)


def _article(draft: ImportDraft, index: int, taken: set[int], page: Page, evidence: float) -> DraftArticle:
    """The article whose headline begins at a line; its lines are taken."""
    stack = _stacked(draft, index, taken, page)
    taken.update(stack.kicker, stack.headline)
    title = "\u3000".join(draft.lines[i].text for i in stack.headline)
    sure = round(min(0.95, 0.4 + evidence / 16), 2)
    return DraftArticle(headline=stack.headline, title=title, kicker=stack.kicker, confidence=sure)


def _with_articles(draft: ImportDraft, articles: list[DraftArticle], taken: set[int]) -> ImportDraft:
    """The draft with these articles, in their order, and a finding for each that nothing but its look made one."""
    articles.sort(key=lambda article: article.headline)
    if not draft.entries:
        articles = _without_section_head(draft, [_with_kicker(draft, article, taken) for article in articles])
    roles = {at: Role.HEADLINE for article in articles for at in article.headline}
    roles.update({at: Role.KICKER for article in articles for at in article.kicker})
    findings = [_finding(draft, article) for article in articles if article.entry is None]
    draft = replace(draft.with_roles(roles), articles=tuple(articles))
    return draft.with_findings(*(finding for finding in findings if finding is not None))


def _finding(draft: ImportDraft, article: DraftArticle) -> Finding | None:
    if draft.entries:
        said = message("“{title}”不在目录里，按版式认作一篇文章，请核对。", title=article.title)
        return draft.finding("headlines", article.headline, said, article.confidence)
    if article.confidence < _SURE:
        said = message("“{title}”按版式认作一篇文章的标题，不能肯定，请核对。", title=article.title)
        return draft.finding("headlines", article.headline, said, article.confidence)
    return None


def _stacked(draft: ImportDraft, index: int, taken: set[int], page: Page) -> _Stack:
    """The lines of a headline that begins here, parted into kicker and headline."""
    lines = [index]
    under = draft.next_text(index)
    while under is not None and len(lines) < 3 and under not in taken and _goes_on(draft, under, page):
        lines.append(under)
        under = draft.next_text(under)
    if len(lines) < 2:
        return _Stack((), tuple(lines))
    levels = [draft.lines[i].level for i in lines]
    if levels[0] is None and levels[1] is not None:
        return _Stack(tuple(lines[:1]), tuple(lines[1:]))
    first, second = (draft.lines[i].text for i in lines[:2])
    heads_page = draft.next_text(index, -1) is None and levels[0] is None and is_spaced(second) and not is_spaced(first)
    unlike = not _are_twins(first, second) and (levels[0] is None or levels[1] == levels[0])
    if heads_page or (page.newspaper and unlike):
        return _Stack(tuple(lines[:1]), tuple(lines[1:]))
    return _Stack((), tuple(lines))


def _are_twins(first: str, second: str) -> bool:
    """Whether two lines are set alike, as the two halves of one headline are: as long, parted alike."""
    return size(first) == size(second) and shape_of(first) == shape_of(second)


def _with_kicker(draft: ImportDraft, article: DraftArticle, taken: set[int]) -> DraftArticle:
    """The article with the plain short line that stands right above its marked headline."""
    above = article.headline[0] - 1
    if article.kicker or above < 0 or above in taken or draft.lines[article.headline[0]].level is None:
        return article
    before = draft.next_text(above, -1)
    free = before is None or draft.lines[before].ended or is_closed(draft.lines[before].text)
    if draft.lines[above].level is None and free and can_be_headline(draft, above) and not is_signature(draft, above):
        return replace(article, kicker=(above,))
    return article


def _without_section_head(draft: ImportDraft, articles: list[DraftArticle]) -> list[DraftArticle]:
    """The first line of a page whose other headlines have one line is the page's, not its first headline's."""
    others = [len(article.headline) + len(article.kicker) for article in articles[1:]]
    if not others or len(articles[0].headline) < 2 or draft.next_text(articles[0].headline[0], -1) is not None:
        return articles
    if sum(count > 1 for count in others) * 2 >= len(others):
        return articles
    head, *own = articles[0].headline
    title = "\u3000".join(draft.lines[i].text for i in own)
    return [replace(articles[0], kicker=(head,), headline=tuple(own), title=title), *articles[1:]]


def _goes_on(draft: ImportDraft, index: int, page: Page) -> bool:
    """Whether a line below a headline line belongs to the headline: a byline, a subtitle or a dateline follows."""
    if not can_be_headline(draft, index) or is_bare_byline(draft.lines[index].text, draft.vocabulary):
        return False
    below = draft.next_text(index)
    while below is not None and is_dashed(draft.lines[below].text) and is_short(draft.lines[below].text):
        below = draft.next_text(below)
    if below is None:
        return False
    if can_be_headline(draft, below) and not is_bare_byline(draft.lines[below].text, draft.vocabulary):
        return _goes_on(draft, below, page)
    if is_signature(draft, below) or draft.lines[below].text.startswith(draft.vocabulary.bylines_datelines):
        return True
    if page.newspaper:  # a kicker stands above; subheadings do not stand right below a headline there
        return not goes_on(draft, index) and not has_uneven_comma(draft.lines[index].text)
    above = draft.next_text(index, -1)
    if draft.lines[index].level is not None:
        return above is not None and draft.lines[above].level == draft.lines[index].level
    unspaced = above is not None and not is_spaced(draft.lines[above].text) and not is_spaced(draft.lines[index].text)
    return unspaced and not draft.entries and draft.lines[index].gap <= 1
