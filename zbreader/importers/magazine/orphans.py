"""Rule: bring a paragraph's end home that was read before its beginning.

The top of a printed column was read too early.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from zbreader.importers.draft import DraftArticle, ImportDraft, Piece, Role
from zbreader.importers.magazine.flow import continuing
from zbreader.importers.magazine.shapes import is_closed, size
from zbreader.model.issue import Finding
from zbreader.model.message import message

_SCRAP = 30  # characters below which no article's first paragraph is a whole one
_LONGEST = 400
_NEXT_DOOR = 3.0  # less evidence where the paragraph is another article's
_LEAST = -1.5
_ANYWHERE = 2.0  # … that a scrap in the middle of an article needs
_CLEAR = 1.0  # evidence that a longer piece needs
_HOME = 0.75  # how sure such a move is: eight in nine are right


@dataclass(frozen=True, slots=True)
class _Pair:
    """A piece that may be the end of an unfinished paragraph: articles by number, and the evidence for it."""

    evidence: float
    article: int
    scrap: Piece
    host: int
    tail: Piece


def orphans(draft: ImportDraft) -> ImportDraft:
    """Joins a scrap, mostly at an article's beginning, to the paragraph nearby that stops in mid-sentence."""
    articles = list(draft.articles)
    findings: list[Finding] = []
    for pair in sorted(_pairs(draft), key=lambda pair: -pair.evidence):
        if pair.tail not in articles[pair.host].pieces or pair.scrap not in articles[pair.article].pieces:
            continue  # one of the two has found its other half already
        whole = Piece(Role.TEXT, pair.tail.at + pair.scrap.at, confidence=0.6)
        host = tuple(whole if piece is pair.tail else piece for piece in articles[pair.host].pieces)
        articles[pair.host] = _with(articles[pair.host], host)
        rest = tuple(piece for piece in articles[pair.article].pieces if piece is not pair.scrap)
        articles[pair.article] = _with(articles[pair.article], rest)
        start = draft.lines[pair.scrap.at[0]].text[:20]
        said = message("“{text}”像是另一段的结尾，已移到那里，请核对。", text=start)
        findings.append(draft.finding("orphans", (*pair.scrap.at, pair.tail.at[-1]), said, _HOME))
    for article in articles:
        findings.extend(_unfinished(draft, article))
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _with(article: DraftArticle, pieces: tuple[Piece, ...]) -> DraftArticle:
    return replace(article, pieces=pieces, flow=tuple(at for piece in pieces for at in piece.at))


def _pairs(draft: ImportDraft) -> list[_Pair]:
    """Every scrap with every paragraph it could end."""
    unfinished = [[piece for piece in article.pieces if is_open(draft, piece)] for article in draft.articles]
    pairs: list[_Pair] = []
    for number, article in enumerate(draft.articles):
        near = range(max(0, number - 1), min(len(draft.articles), number + 2))
        if len(article.pieces) < 3 or not any(unfinished[host] for host in near):
            continue
        for position, scrap in enumerate(article.pieces[:-1]):
            least = _least(draft, scrap, first=position == 0)
            if least is None:
                continue
            for host in near:
                for tail in unfinished[host]:
                    evidence = continuing(draft, tail.at[-1], scrap.at[0]) - (_NEXT_DOOR if host != number else 0.0)
                    if evidence >= least:
                        pairs.append(_Pair(evidence, number, scrap, host, tail))
    return pairs


def _least(draft: ImportDraft, scrap: Piece, *, first: bool) -> float | None:
    """Evidence a piece needs before it is moved; None where it is none that could be."""
    length = sum(size(draft.lines[at].text) for at in scrap.at)
    if scrap.role is not Role.TEXT or not is_closed(draft.lines[scrap.at[-1]].text):
        return None
    if draft.indents and draft.lines[scrap.at[0]].indented:
        return None  # it begins a paragraph of its own
    if length < _SCRAP:
        return _LEAST if first else _ANYWHERE
    return _CLEAR if first and length <= _LONGEST else None


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
