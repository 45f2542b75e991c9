"""Rule: follow articles that are continued on another page (下转第3版 … 上接第1版)."""

from __future__ import annotations

from dataclasses import replace

from zbreader.importers.draft import ImportDraft, Role
from zbreader.importers.magazine.flow import with_pieces
from zbreader.model.issue import Finding
from zbreader.model.message import message


def turns(draft: ImportDraft) -> ImportDraft:
    """Moves what stands below 上接… behind the article that stopped at 下转…, best continuation first."""
    articles = list(draft.articles)
    findings: list[Finding] = []
    turned = _turned(draft)
    for index in range(len(draft.lines)):
        if not _says(draft, index, draft.vocabulary.furniture_turn_from) or not turned:
            continue
        host = max((n for n, a in enumerate(articles) if a.headline[0] < index), default=None)
        if host is None:
            continue
        moved = _continuation(draft, articles[host].flow, index)
        if not moved:
            continue
        chosen = max(turned, key=lambda n: _fit(draft, articles[n].flow, moved[0]))
        if chosen == host:
            continue
        turned.remove(chosen)
        articles[host] = with_pieces(
            draft, replace(articles[host], flow=tuple(at for at in articles[host].flow if at not in moved))
        )
        articles[chosen] = with_pieces(draft, replace(articles[chosen], flow=articles[chosen].flow + moved))
        said = message("《{title}》转版的文字已接到文章后面，请核对。", title=articles[chosen].title)
        findings.append(draft.finding("turns", (index, *moved), said, 0.8))
    return replace(draft, articles=tuple(articles)).with_findings(*findings)


def _says(draft: ImportDraft, index: int, words: tuple[str, ...]) -> bool:
    line = draft.lines[index]
    return line.role is Role.RUNNING_HEAD and line.text.lstrip("（(【 ").startswith(words)


def _turned(draft: ImportDraft) -> list[int]:
    """Articles (by number) that say they go on elsewhere."""
    found = []
    for index in range(len(draft.lines)):
        if _says(draft, index, draft.vocabulary.furniture_turn_to):
            number = max((n for n, a in enumerate(draft.articles) if a.headline[0] < index), default=None)
            if number is not None:
                found.append(number)
    return found


def _continuation(draft: ImportDraft, flow: tuple[int, ...], index: int) -> tuple[int, ...]:
    """The lines below 上接…, to the end of the page's part or to the article's end mark."""
    lines: list[int] = []
    for at in flow:
        if at <= index:
            continue
        if lines and any(draft.lines[i].role is Role.ADVERTISEMENT for i in range(lines[-1] + 1, at)):
            break
        lines.append(at)
        if draft.lines[at].ended:
            break
    return tuple(lines)


def _fit(draft: ImportDraft, flow: tuple[int, ...], first: int) -> float:
    return draft.language.goes_on(draft.lines[flow[-1]].text, draft.lines[first].text) if flow else -99.0
