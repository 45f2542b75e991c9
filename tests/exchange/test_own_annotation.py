"""What is read straight says the same as what is read the long way."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.test_notes import ANNOTATIONS, JSON, MOMENTS
from zbreader.exchange.own_annotation import from_line, to_line
from zbreader.exchange.web_annotation import from_web_annotation, to_web_annotation
from zbreader.model.annotation import Annotation

ODD = re.compile(r"\\u00[01]")  # a control character
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
    straight = from_line(to_line(made))
    if straight is None:
        other = {"1970-01-01T00:00:00Z", "2024-07-01T08:00:00+08:00"} & {annotation.created, annotation.modified}
        escaped = "\\" in json.dumps(annotation.creator, ensure_ascii=False)
        assert other or escaped or annotation.creator_id.startswith("http") or ODD.search(to_line(made))
    else:
        assert straight == from_web_annotation(made)


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
    assert from_line(to_line(made)) in (None, from_web_annotation(made))


@given(
    ANNOTATIONS,
    st.integers(0, 2000),
    st.sampled_from(['"', ",", "\\", "\\n", "\\u0041", "}", "]", "0", "a", "\n", "\ud800", "长"]),
)
def test_a_line_with_something_else_in_it_means_what_json_means(annotation: Annotation, at: int, put: str) -> None:
    line = to_line(to_web_annotation(annotation))
    for changed in (line[:at] + put + line[at:], line[:at] + put + line[at + 1 :], line[:at] + line[at + 1 :]):
        straight = from_line(changed)
        assert straight is None or straight == from_web_annotation(json.loads(changed))


@pytest.mark.parametrize("value", [None, 3, "x", [], {}, {"type": "Annotation"}, {"type": "Annotation", "id": 4}])
def test_anything_else_goes_the_long_way(value: object) -> None:
    assert from_line(to_line(value)) is None


def test_commas_stand_where_json_has_them(note: Callable[..., Annotation]) -> None:
    line = to_line(to_web_annotation(note(1, note="记", tags=("甲", "乙"))))
    assert from_line(line) is not None
    for wrong in (line.replace("}]", "},]", 1), line.replace('"body":[', '"body":[,'), line.replace("},{", "}{", 1)):
        assert from_line(wrong) is None


def test_long_texts_go_the_long_way_where_limits_are_known(note: Callable[..., Annotation]) -> None:
    for long in (note(1, creator="长" * 201), note(1, note="长" * 200_001), note(1, revision=2**31)):
        assert from_line(to_line(to_web_annotation(long))) is None
