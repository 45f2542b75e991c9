"""What a line's look says."""

from __future__ import annotations

import pytest

from zbreader.importers.magazine.shapes import count_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一、先看水", ("一、", 1)),
        ("（十二）再看人", ("（一）", 12)),
        ("(二)再看人", ("（一）", 2)),
        ("3.看磨盘", ("1.", 3)),
        ("第四章 看天", ("第一章", 4)),
        ("3.5万斤豆子", None),
        ("一斤豆子", None),
        ("磨坊里的灯", None),
    ],
)
def test_the_number_a_line_begins_with(text: str, wanted: tuple[str, int] | None) -> None:
    assert count_of(text) == wanted
