"""Where each character came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.tracing import pieces_of, printing, trace

# Distinct characters, so that there is one right answer.
DISTINCT = st.lists(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), unique=True, max_size=60).map("".join)


@pytest.mark.parametrize(
    ("made", "given_text", "origins"),
    [
        ("学习API文档", "# 学 习 API 文档", [2, 4, 6, 7, 8, 10, 11]),
        ("甲乙丙丁", "甲乙X丁", [0, 1, 2, 3]),
        ("甲乙丙丁", "甲乙丁", [0, 1, -1, 2]),
        ("“好”", '**"好"**', [2, 3, 4]),
        ("ＡＢ", "A B", [0, 2]),
        ("王文", "文/王文", [2, 3]),
        ("𠮷祥", "· 𠮷 祥", [2, 4]),
        ("乙文", "乙题　乙文", [3, 4]),
        ("", "甲", []),
        ("甲", "", [-1]),
    ],
)
def test_examples(made: str, given_text: str, origins: list[int]) -> None:
    assert trace(made, given_text) == origins


@given(DISTINCT, st.sets(st.integers(0, 59), max_size=3))
def test_what_was_left_out_is_passed_over(text: str, gone: set[int]) -> None:
    kept = [at for at in range(len(text)) if at not in gone]
    assert trace("".join(text[at] for at in kept), text) == kept


@given(st.text(), st.text())
def test_origins_rise_and_lie_in_the_source(made: str, source: str) -> None:
    found = [origin for origin in trace(made, source) if origin >= 0]
    assert found == sorted(set(found))
    assert all(origin < len(source) and not source[origin].isspace() for origin in found)


@given(st.lists(DISTINCT, max_size=4))
def test_pieces_tell_which_text_and_where(texts: list[str]) -> None:
    wanted = [(piece, at) for piece, text in enumerate(texts) for at in range(len(text))]
    assert list(pieces_of("".join(texts), texts)) == wanted


def test_printing_leaves_out_white_space_and_width() -> None:
    assert printing(" Ａ 　b\n「甲」") == 'Ab"甲"'
