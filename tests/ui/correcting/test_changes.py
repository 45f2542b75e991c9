"""From what is chosen and typed to a change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.correction import Join, Mend
from zbreader.ui.correcting.changes import join_of, mend_of, names_in
from zbreader.ui.correcting.outline import OutlineNode, Part


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ()),
        ("林溪", ("林溪",)),
        ("林溪、闻溪，柏舟; 阿木", ("林溪", "闻溪", "柏舟", "阿木")),
        ("林溪　闻溪", ("林溪", "闻溪")),
        ("阿依 古丽", ("阿依 古丽",)),
    ],
)
def test_names(typed: str, names: tuple[str, ...]) -> None:
    assert names_in(typed) == names


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("水渠己经通了", "水渠已经通了", Mend((7,), 2, 3, "己", "已")),
        ("𠮷祥日子", "𠮷祥的日子", Mend((7,), 1, 2, "祥", "祥的")),
        ("日子", "好日子", Mend((7,), 0, 1, "日", "好日")),
        ("好好日子", "好日子", Mend((7,), 1, 2, "好", "")),
        ("", "字", Mend((7,), 0, 0, "", "字")),
        ("一样", "一样", None),
    ],
)
def test_only_what_differs_is_named(before: str, after: str, change: Mend | None) -> None:
    assert mend_of(7, before, after) == change


@given(st.text("水渠灯𠮷", max_size=8), st.text("水渠灯𠮷", max_size=8))
def test_a_mend_makes_one_text_into_the_other(before: str, after: str) -> None:
    change = mend_of(1, before, after)
    if change is None:
        assert before == after
    else:
        assert before[change.start : change.end] == change.old
        assert before[: change.start] + change.new + before[change.end :] == after


def test_a_paragraph_is_joined_with_the_next() -> None:
    article = OutlineNode(Part.ARTICLE, "1", "题")
    first = article.add(OutlineNode(Part.PARAGRAPH, "p", "甲", (3, 5)))
    last = article.add(OutlineNode(Part.PARAGRAPH, "q", "乙", (8, 9)))
    assert join_of((3,), first) == Join((5, 8))
    assert join_of((5, 8), first) == Join((5, 8))
    assert join_of((9,), last) is None
    assert join_of((3, 8, 9), first) is None
    assert join_of((3,), article) is None
    assert join_of((3,), None) is None
