"""Annotations to exchange."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from zbreader.model.annotation import Annotation, Target
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector


@pytest.fixture
def note() -> Callable[..., Annotation]:
    """note(number, **fields): an annotation of 张三 with an id made from the number."""

    def make(number: int = 1, **fields: object) -> Annotation:
        annotation = Annotation(
            id=f"01900000-0000-7000-8000-{number:012d}",
            target=Target(
                "a1b2c3d4e5f6",
                "a1b2c3d4e5f6-012345",
                "《田野》2024年第7期（上半月）",
                "山那边的水渠",
                Selectors(TextQuoteSelector("清清的渠水", "他们盼来了", "流进了稻田"), TextPositionSelector(120, 125)),
            ),
            creator="张三",
            created="2024-07-01T08:00:00.000Z",
            modified="2024-07-02T08:00:00.000Z",
        )
        return replace(annotation, **fields)  # type: ignore[arg-type]

    return make
