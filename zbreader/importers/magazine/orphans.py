"""Rule: bring a paragraph's end home that was read before its beginning (the top of a printed column read too early)."""

from __future__ import annotations

from dataclasses import replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Piece, Role
from zbreader.importers.magazine.flow import continuing
from zbreader.importers.magazine.shapes import is_closed, size
from zbreader.model.issue import Finding
from zbreader.model.message import message

_SCRAP = 30  # characters below which no article's first paragraph is a whole one
_LONGEST = 400
_CLEAR = 1.0  # evidence that a longer piece needs


def orphans(draft: ImportDraft) -> ImportDraft:
    """Joins a scrap at an article's beginning to the paragraph further down that stops in mid-sentence."""
    articles = []
    findings: list[Finding] = []
    for article in draft.articles:
        mended = _mended(draft, article)
        articles.append(mended or article)
        if mended:
            first = article.pieces[0].at
            said = message(
                "文章开头的“{text}”像是后面一段的结尾，已移到那里，请核对。", text=draft.lines[first[0]].text[:20]
            )
            findings.append(draft.finding("orphans", first, said, 0.6))
        findings.extend(_unfinished(draft, mended or article))
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _mended(draft: ImportDraft, article: DraftArticle) -> DraftArticle | None:
    """The article with its first piece behind the paragraph it ends, or None where nothing is amiss."""
    if len(article.pieces) < 3 or article.pieces[0].role is not Role.TEXT:
        return None
    scrap = article.pieces[0]
    length = sum(size(draft.lines[at].text) for at in scrap.at)
    if length > _LONGEST or not is_closed(draft.lines[scrap.at[-1]].text):
        return None
    tails = [k for k, piece in enumerate(article.pieces) if k and is_open(draft, piece)]
    if not tails:
        return None
    evidence, best = max((continuing(draft, article.pieces[k].at[-1], scrap.at[0]), k) for k in tails)
    if evidence < (-3.0 if length < _SCRAP else _CLEAR):
        return None
    pieces = list(article.pieces)
    whole = Piece(Role.TEXT, pieces[best].at + scrap.at, confidence=0.6)
    pieces[best] = whole
    return replace(article, pieces=tuple(pieces[1:]), flow=tuple(at for piece in pieces[1:] for at in piece.at))


def is_open(draft: ImportDraft, piece: Piece) -> bool:
    """Whether a paragraph stops in mid-sentence."""
    last = draft.lines[piece.at[-1]]
    return piece.role is Role.TEXT and not last.ended and not is_closed(last.text)


def _unfinished(draft: ImportDraft, article: DraftArticle) -> list[Finding]:
    """A finding for each paragraph whose end is nowhere."""
    return [
        draft.finding(
            "orphans",
            piece.at[-1:],
            message("“…{text}”一段没有写完，原文可能缺了一部分，请核对。", text=draft.lines[piece.at[-1]].text[-12:]),
            0.5,
        )
        for piece in article.pieces
        if is_open(draft, piece)
    ]
