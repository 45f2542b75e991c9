"""Rule: learn from the issue itself how its sentences run."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from zbreader.importers.continuity import Language
from zbreader.importers.draft import ImportDraft
from zbreader.importers.magazine.shapes import is_closed, size

_PROSE = 25  # characters from which a line is prose


def learn(draft: ImportDraft) -> ImportDraft:
    """Builds the language model that later says whether one line goes on where another stopped."""
    texts = [line.text for line in draft.lines]
    beginnings = [
        line.text for above, line in pairwise(draft.lines) if is_closed(above.text) and size(line.text) >= _PROSE
    ]
    return replace(draft, language=Language.learn(texts, beginnings))
