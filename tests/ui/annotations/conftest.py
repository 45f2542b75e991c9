"""Invented notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector

MakeNote = Callable[..., PlacedAnnotation]


@pytest.fixture
def make_note() -> MakeNote:
    def make(
        identity: str,
        start: int | None,
        quote: str = "渡口的茶",
        note: str | None = None,
        tags: tuple[str, ...] = (),
        color: HighlightColor = HighlightColor.YELLOW,
        state: AnchorState = AnchorState.EXACT,
        whole: bool = False,
    ) -> PlacedAnnotation:
        selectors = None if whole else Selectors(TextQuoteSelector(quote), TextPositionSelector(start or 0, 9))
        annotation = Annotation(
            identity,
            Target("i", "a", selectors=selectors),
            style=MarkStyle.HIGHLIGHT,
            color=color,
            note=note,
            tags=tags,
        )
        end = None if start is None else start + len(quote)
        return PlacedAnnotation(annotation, Anchor(state, start, end))

    return make
