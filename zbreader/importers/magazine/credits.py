"""Rule: read who wrote each article from its byline, its closing note, its dateline or the contents page."""

from __future__ import annotations

import re
from dataclasses import replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Role
from zbreader.importers.magazine.authorship import Byline, closing_credit, parse_byline, parse_note
from zbreader.model.message import message

_DATELINE = re.compile(
    r"^.{0,24}?[（(]\s*(?:本报|本刊|本网|见习|实习|全媒体)?\s*(记者[^）)]{2,40}|通讯员[^）)]{2,40})[）)]"
)
_UNSURE = 0.7
_NEAR = 3  # lines at an article's beginning, and at its end, among which a signature is looked for


def credits(draft: ImportDraft) -> ImportDraft:
    """Reads authors and author's notes of every article."""
    articles = []
    findings = []
    for article in draft.articles:
        done = _credited(draft, article)
        articles.append(done)
        if done.confidence < min(_UNSURE, article.confidence) and done.bylines:
            said = message(
                "《{title}》的署名“{authors}”不能肯定，请核对。", title=done.title, authors="、".join(done.authors)
            )
            findings.append(draft.finding("credits", done.bylines, said, done.confidence))
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _credited(draft: ImportDraft, article: DraftArticle) -> DraftArticle:
    words = draft.vocabulary
    authors: list[str] = []
    notes: list[str] = []
    sure = article.confidence
    for at in article.bylines:
        byline = parse_byline(draft.lines[at].text, words)
        authors.extend(byline.authors)
        sure = min(sure, byline.confidence)
        kept = _kept_whole(draft.lines[at].text, byline)
        if byline.authors and set(byline.authors) <= set(authors[: -len(byline.authors)]):
            kept = draft.lines[at].text  # names that were printed twice are kept twice
        if kept:
            notes.append(kept)
    for at in article.flow:
        if draft.lines[at].role is Role.AUTHOR_NOTE:
            notes.append(draft.lines[at].text)
            if not article.bylines:
                authors.extend(parse_note(draft.lines[at].text, words))
    if not authors:
        authors.extend(_from_text(draft, article))
    if not authors:
        authors.extend(article.authors)
    return replace(
        article, authors=tuple(dict.fromkeys(authors)), author_note="\n".join(notes) or None, confidence=round(sure, 2)
    )


def _kept_whole(line: str, byline: Byline) -> str | None:
    """The byline's note; the whole line where it says more than authors and note do (an affiliation, a footnote)."""
    said = "".join(byline.authors) + (byline.note or "")
    words = [word for word in re.split(r"[\s\u3000/／、，,：:（()）]+", line) if len(word) > 1]
    simple = len(re.findall("[/／]", line)) < 2 and all(word in said for word in words)
    return byline.note if simple else line


def _from_text(draft: ImportDraft, article: DraftArticle) -> tuple[str, ...]:
    """Reporters named in a dateline (本报讯（记者 …）) or in brackets at the very end.

    A kicker's rest may stand above the dateline, a line of the page below the end.
    """
    words = draft.vocabulary
    text = [draft.lines[at].text for at in article.flow if draft.lines[at].role is Role.TEXT]
    for line in text[:_NEAR]:
        if found := _DATELINE.match(line):
            return parse_byline(found.group(1), words).authors
    return next(filter(None, (closing_credit(line, words) for line in text[: -_NEAR - 1 : -1])), ())
