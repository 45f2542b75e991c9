"""What is read straight says the same as what is read the long way."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.test_notes import ANNOTATIONS, JSON, MOMENTS
from zbreader.exchange.own_annotation import OtherShape, from_own
from zbreader.exchange.web_annotation import from_web_annotation, to_web_annotation
from zbreader.model.annotation import Annotation

PLACES = st.sampled_from(
    [
        ("id",),
        ("creator",),
        ("creator", "name"),
        ("zb:revision",),
        ("body",),
        ("body", 0, "value"),
        ("body", 0, "purpose"),
        ("target", "source"),
        ("target", "source", "zb:issue"),
        ("target", "selector", 0, "exact"),
        ("target", "selector", 1, "end"),
        ("target", "styleClass"),
        ("created",),
        ("zb:deleted",),
    ]
)


@given(ANNOTATIONS)
def test_what_this_program_writes_is_read_straight(annotation: Annotation) -> None:
    made = json.loads(json.dumps(to_web_annotation(annotation)))
    try:
        assert from_own(made) == from_web_annotation(made)
    except OtherShape:
        other = {"1970-01-01T00:00:00Z", "2024-07-01T08:00:00+08:00"} & {annotation.created, annotation.modified}
        assert other or annotation.creator_id.startswith("http") or (annotation.creator_id and not annotation.creator)


@given(ANNOTATIONS, PLACES, JSON | MOMENTS)
def test_what_is_read_straight_is_never_read_otherwise(
    annotation: Annotation, place: tuple[str | int, ...], value: object
) -> None:
    made = json.loads(json.dumps(to_web_annotation(annotation)))
    holder = made
    try:
        for step in place[:-1]:
            holder = holder[step]
        holder[place[-1]] = value
    except (KeyError, IndexError, TypeError):
        return
    try:
        straight = from_own(made)
    except OtherShape:
        return
    assert straight == from_web_annotation(made)


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"type": "Annotation"}, {"type": "Annotation", "id": 4}])
def test_anything_else_goes_the_long_way(value: object) -> None:
    with pytest.raises(OtherShape):
        from_own(value)


def test_long_texts_go_the_long_way_where_limits_are_known(note: Callable[..., Annotation]) -> None:
    with pytest.raises(OtherShape):
        from_own(to_web_annotation(note(1, tags=("长" * 201,))))
