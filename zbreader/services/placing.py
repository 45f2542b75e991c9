"""Placing: where stored annotations stand in today's texts. Selectors are stored, anchors are computed."""

from __future__ import annotations

from collections.abc import Sequence

from zbreader import anchoring
from zbreader.model.annotation import Annotation, PlacedAnnotation
from zbreader.model.selector import Anchor, AnchorState, Selectors
from zbreader.store import articles
from zbreader.store.database import Connection

ORPHAN = Anchor(AnchorState.UNPLACED)
WHOLE_ARTICLE = Anchor(AnchorState.EXACT, score=1.0)  # a bookmark has no range


def place_all(connection: Connection, annotations: Sequence[Annotation]) -> list[PlacedAnnotation]:
    """ANNOTATIONS with their places: articles in the order given, marks in reading order, orphans last in each."""
    placed: list[PlacedAnnotation] = []
    for text, group in _by_article(connection, annotations):
        placed += sorted(_place(text, group), key=_reading_order)
    return placed


def without_place(connection: Connection, annotations: Sequence[Annotation]) -> list[Annotation]:
    """Those of ANNOTATIONS that have no place in today's texts."""
    lost: list[Annotation] = []
    for text, group in _by_article(connection, annotations):
        anchors = anchors_of(text, [annotation.target.selectors for annotation in group])
        states = zip(group, anchors, strict=True)
        lost += [annotation for annotation, anchor in states if anchor.state is AnchorState.UNPLACED]
    return lost


def anchors_of(text: str | None, selectors: Sequence[Selectors | None]) -> list[Anchor]:
    """The anchor of each of SELECTORS (None: the whole article) in TEXT (None: there is no such article)."""
    if text is None:
        return [ORPHAN] * len(selectors)
    found = iter(anchoring.resolve_all(text, [one for one in selectors if one is not None]))
    return [WHOLE_ARTICLE if one is None else next(found) for one in selectors]


def _by_article(connection: Connection, annotations: Sequence[Annotation]) -> list[tuple[str | None, list[Annotation]]]:
    """ANNOTATIONS by article, with its text (None: there is no such article); articles in the order given."""
    groups: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        groups.setdefault(annotation.target.article_id, []).append(annotation)
    texts = articles.texts(connection, groups)
    return [(texts.get(article_id), group) for article_id, group in groups.items()]


def _place(text: str | None, annotations: Sequence[Annotation]) -> list[PlacedAnnotation]:
    anchors = anchors_of(text, [annotation.target.selectors for annotation in annotations])
    return [PlacedAnnotation(*pair) for pair in zip(annotations, anchors, strict=True)]


def _reading_order(placed: PlacedAnnotation) -> tuple[bool, int, int, str]:
    anchor = placed.anchor
    return anchor.state is AnchorState.UNPLACED, anchor.start or 0, anchor.end or 0, placed.annotation.id
