"""Charts: every point inside the picture, round steps, names that no picture takes for markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from benchmarks.plot import HEIGHT, LEFT, RIGHT, TOP, WIDTH, Line, chart, step_for

NAMESPACE = "{http://www.w3.org/2000/svg}"
POSITIVE = st.floats(0.001, 1e6)


@given(st.lists(st.tuples(st.floats(1, 1e5), POSITIVE), min_size=1, max_size=8))
def test_every_point_is_in_the_picture(points: list[tuple[float, float]]) -> None:
    picture = etree.fromstring(chart("a < b & c", "size", "ms", [Line("<ours>", sorted(points))]))
    dots = picture.findall(f"{NAMESPACE}circle")
    assert len(dots) == len(points)
    for dot in dots:
        assert LEFT - 1 <= float(dot.attrib["cx"]) <= WIDTH - RIGHT + 1
        assert TOP - 1 <= float(dot.attrib["cy"]) <= HEIGHT


@given(POSITIVE)
def test_a_handful_of_steps(most: float) -> None:
    assert 1 < most / step_for(most) <= 8


def test_nothing_to_draw() -> None:
    with pytest.raises(ValueError, match="nothing"):
        chart("", "", "", [])
