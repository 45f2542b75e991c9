"""The measures of the page fit what the code asks of them."""

from __future__ import annotations

import pytest

from zbreader.model.issue import ParagraphKind
from zbreader.ui.theme.theme import PageColors
from zbreader.ui.theme.typography import load_typography

PAGE = load_typography()


def test_every_kind_of_paragraph_has_a_style() -> None:
    assert {kind.value for kind in ParagraphKind} <= PAGE.styles.keys()


def test_styles_name_colours_and_alignments_that_exist() -> None:
    colors = set(PageColors._fields)
    for style in PAGE.styles.values():
        assert style.color in colors
        assert style.align in ("left", "right", "center", "justify")
        assert style.line >= 110


def test_body_is_set_as_chinese_books_are() -> None:
    body = PAGE.styles["body"]
    assert body.indent == 2
    assert body.align == "justify"
    assert 165 <= body.line <= 190


def test_zoom_goes_step_by_step_and_stops_at_the_ends() -> None:
    assert PAGE.zoom_after(1.0, 1) == 1.1
    assert PAGE.zoom_after(1.0, -1) == 0.9
    assert PAGE.zoom_after(1.05, 1) == 1.1
    assert PAGE.zoom_after(PAGE.largest_zoom, 1) == PAGE.largest_zoom
    assert PAGE.zoom_after(PAGE.smallest_zoom, -1) == PAGE.smallest_zoom


@pytest.mark.parametrize(
    ("asked", "given"), [(0.01, 0.6), (1.04, 1.0), (1.06, 1.1), (2.18, 2.0), (2.2, 2.4), (9.0, 4.0)]
)
def test_the_nearest_size_is_the_nearest_by_ratio(asked: float, given: float) -> None:
    assert PAGE.zoom_near(asked) == given


@pytest.mark.parametrize(("asked", "given"), [(10, 30), (36, 36), (99, 42)])
def test_line_length_stays_readable(asked: int, given: int) -> None:
    assert PAGE.clamp_line(asked) == given


def test_zoom_is_kept_within_limits() -> None:
    assert PAGE.clamp_zoom(0) == PAGE.smallest_zoom
    assert PAGE.clamp_zoom(99) == PAGE.largest_zoom
