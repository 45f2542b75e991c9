"""Names that every system takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.file_names import REFUSED, file_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2031年第5期", "2031年第5期"),
        ('a/b:"c"?', "a b c"),
        (" . 水渠\t与\u3000桥 . ", "水渠 与 桥"),
        ("con", "con_"),
        ("Lpt1.一", "Lpt1_.一"),
        ("console", "console"),
        ("甲\u202e乙\ud800", "甲 乙"),
        ("../..", ""),
        ("", ""),
    ],
)
def test_a_name(text: str, name: str) -> None:
    assert file_name(text) == name


def test_more_can_be_refused_and_less_be_kept() -> None:
    assert file_name("水渠#一", also="#") == "水渠 一"
    assert file_name("水渠水渠", longest=3) == "水渠水"
    assert len(file_name("渠" * 300).encode()) <= 200
    assert len(file_name("𠮷" * 300).encode()) == 200


@given(st.text() | st.text(st.sampled_from('甲𠮷. \\/:"\0\ud800'), max_size=90))
def test_every_name_can_be_that_of_a_file(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    name = file_name(text)
    assert not REFUSED & set(name) and name == name.strip(" .") and name.isprintable()
    assert file_name(name) == name
    if name:
        path: Path = tmp_path_factory.getbasetemp() / f"{name}.zbnotes"
        path.touch()
        path.unlink()
