"""Nothing that a person wrote becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exporters.sample_notes import document_of, placed
from zbreader.exporters import registry
from zbreader.exporters.markdown import escaped

LINES = st.text(st.sampled_from("\\`*_{}[]<>#|~$=^&%(!+-.)1 2甲乙𠮷"), max_size=40).map(str.strip)


def unescaped(line: str) -> str:
    """What CommonMark 2.4 reads."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", line)


@given(LINES)
def test_what_is_escaped_reads_as_it_was(line: str) -> None:
    assert unescaped(escaped(line)) == line


@given(LINES)
def test_no_mark_is_left_bare(line: str) -> None:
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "x", escaped(line))
    assert not re.search(r"[`*_{}\[\]<>#|~$=^&]|%%|\(\(|^[-+]|^\d+[.)]", bare)


@pytest.mark.parametrize(
    "line", ["1. 一", "12) 二", "- 三", "+ 四", "# 五", "> 六", "==七==", "((八))", "%%九%%", "[[十]]"]
)
def test_marks_of_every_reader_are_escaped(line: str) -> None:
    assert escaped(line) != line
    assert unescaped(escaped(line)) == line


def test_ordinary_text_is_left_alone() -> None:
    assert escaped("“第3条”（2031年）：100%，见第2页。") == "“第3条”（2031年）：100%，见第2页。"


def test_every_line_of_a_quotation_is_quoted() -> None:
    text = registry()["md"].write(document_of(placed(1, "一\n\n- 二", "三"))).decode()
    assert "> 一\n>\n> \\- 二\n>\n> ——《田野学习》" in text
    assert "【**解读**】三" in text


def test_tags_are_tags_where_they_can_be() -> None:
    text = registry()["md"].write(document_of(placed(1, "甲", "乙", tags=("水利", "a b", "2031", "c#")))).decode()
    assert "标签：#水利 #a-b 2031 c\\#\n" in text
