"""Rule: part articles that were printed into each other (one goes on at the foot of the other's page).

A paragraph that stops in mid-sentence right before another article's headline goes on further down: the lines below
that headline are dealt out to the articles that are still open (`dealing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zbreader.importers.draft import DraftArticle, ImportDraft
from zbreader.importers.magazine.dealing import deal, open_tail
from zbreader.importers.magazine.flow import with_pieces
from zbreader.model.issue import Finding
from zbreader.model.message import message

_PATIENCE = 4  # articles an open one is waited for


def reorder(draft: ImportDraft) -> ImportDraft:
    """Deals the lines of articles that run into each other out to the right ones."""
    articles = list(draft.articles)
    findings: list[Finding] = []
    waiting: list[int] = []
    for number in range(len(articles)):
        if waiting and articles[number].flow:
            candidates = [number, *waiting]
            apart = [number - k - 1 for k in waiting]
            dealt, sure = deal(draft, articles[number], [articles[k] for k in waiting], apart)
            if any(dealt):
                findings.append(_finding(draft, articles, candidates, dealt, sure))
                _apply(draft, articles, candidates, dealt)
        waiting = [
            k for k in [*waiting, number] if number - k < _PATIENCE and open_tail(draft, articles[k]) is not None
        ]
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _apply(draft: ImportDraft, articles: list[DraftArticle], candidates: Sequence[int], dealt: Sequence[int]) -> None:
    lines = articles[candidates[0]].flow
    for position, number in enumerate(candidates):
        own = tuple(at for at, to in zip(lines, dealt, strict=True) if to == position)
        if position == 0:
            articles[number] = with_pieces(draft, replace(articles[number], flow=own))
        elif own:
            articles[number] = with_pieces(draft, replace(articles[number], flow=articles[number].flow + own))


def _finding(
    draft: ImportDraft, articles: Sequence[DraftArticle], candidates: Sequence[int], dealt: Sequence[int], sure: float
) -> Finding:
    moved = [at for at, to in zip(articles[candidates[0]].flow, dealt, strict=True) if to]
    other = articles[candidates[max(dealt)]]
    said = message(
        "《{title}》和《{other}》的版面互相穿插，已按语句的衔接分开，请核对。",
        title=articles[candidates[0]].title,
        other=other.title,
    )
    return draft.finding("reorder", moved, said, sure)
