"""Rule: what a person put right, in the order in which it was put right; the last rule of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from zbreader.importers.correcting import articles, paragraphs
from zbreader.importers.correcting.desk import Desk, from_desk, on_desk
from zbreader.importers.correcting.mends import mend_all
from zbreader.importers.correcting.parting import parted
from zbreader.importers.draft import ImportDraft
from zbreader.model.correction import (
    Change,
    Correction,
    Cut,
    Furniture,
    Join,
    Kind,
    Mend,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
    Split,
    lines_named,
)
from zbreader.model.message import message

_OF_ARTICLES = (Retitle, Reauthor, Regroup, Mend)  # these need no line for themselves


def corrected(draft: ImportDraft, corrections: Sequence[Correction], source: Mapping[int, str]) -> ImportDraft:
    """Lays corrections upon a finished draft; source: text of each source line. Never fails on any of them.

    One that makes no sense any more (its line is gone, its characters differ) changes nothing and becomes a finding.
    """
    if not corrections:
        return draft
    changes = [correction.change for correction in corrections]
    numbers = {number for change in changes if not isinstance(change, _OF_ARTICLES) for number in lines_named(change)}
    within = [change for change in changes if isinstance(change, Cut | Split | Kind | Furniture)]
    spots = {(change.lines[0], change.start) for change in within if change.start}
    desk = on_desk(parted(draft, numbers, spots, source))
    mends: list[tuple[Correction, Mend]] = []
    for correction in corrections:
        if isinstance(correction.change, Mend):
            mends.append((correction, correction.change))
        elif not desk.meant(correction.change):
            said = message("第 {line} 行没有可校订的文字，这一处校订没有套用。", line=correction.change.lines[0])
            desk.doubt(correction, said)
        else:
            _APPLIED[type(correction.change)](desk, correction, correction.change)
            desk.settled.update(correction.change.lines)
    mend_all(desk, mends, source)
    mended = {(change.lines[0],) for _, change in mends}
    done = from_desk(desk)
    return replace(done, findings=tuple(f for f in done.findings if f.lines not in mended or f in desk.findings))


_APPLIED: dict[type[Change], Callable[[Desk, Correction, Any], None]] = {
    Cut: paragraphs.cut,
    Split: articles.split,
    Merge: articles.merge,
    Retitle: articles.retitle,
    Reauthor: articles.reauthor,
    Regroup: articles.regroup,
    Move: paragraphs.move,
    Join: paragraphs.join,
    Kind: paragraphs.kind,
    Furniture: paragraphs.furniture,
}
