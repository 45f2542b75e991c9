"""A paragraph as it was printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.importers.magazine.mending import mended


@pytest.mark.parametrize(
    ("damaged", "printed"),
    [
        ("磨坊的水 车慢了。", "磨坊的水车慢了。"),
        ("磨了 40 斤豆子", "磨了40斤豆子"),
        ('他说, "水声要听"。', '他说,"水声要听"。'),
        ("墙上写着“先看水车 再看磨盘”。", "墙上写着“先看水车 再看磨盘”。"),
        ("墙上写着“水车要 看”。", "墙上写着“水车要看”。"),
        ("用 Open Source 软件记账", "用Open Source软件记账"),
    ],
)
def test_spaces_of_line_ends_go_others_stay(damaged: str, printed: str) -> None:
    assert mended(damaged) == printed


@given(st.text(alphabet='磨坊水车 　ab12，。“”"《》', max_size=40))
def test_only_white_space_is_ever_removed(text: str) -> None:
    assert "".join(mended(text).split()) == "".join(text.split())
