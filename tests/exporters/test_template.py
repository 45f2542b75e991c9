"""Sheets are files that people may change."""

from __future__ import annotations

import pytest

from zbreader.exporters.template import MOST_ROWS, SectionKind, load_template, read_template, template_names
from zbreader.model.errors import KnownError


def test_the_short_form_comes_first() -> None:
    assert template_names()[:2] == ["学习笔记", "学习笔记单"]
    assert len(set(template_names())) == len(template_names())


def test_a_sheet_is_found_by_its_name_or_its_file() -> None:
    assert load_template("学习笔记单") == load_template("2-note-sheet")


def test_a_sheet_is_read() -> None:
    sheet = read_template(
        'name = "甲"\nlarge = true\n[[section]]\nkind = "lines"\nlabels = ["乙"]\nrows = 99999', "甲.toml"
    )
    assert (sheet.name, sheet.title, sheet.large) == ("甲", "", True)
    assert sheet.sections[0].kind is SectionKind.LINES
    assert sheet.sections[0].rows == MOST_ROWS


@pytest.mark.parametrize(
    "text",
    ["", "name = ", 'name = "甲"', 'name = "甲"\nsection = 3', 'name = "甲"\n[[section]]\nkind = "script"',
     'name = "甲"\n[[section]]\nkind = "lines"\nrows = "x"'],
)  # fmt: skip
def test_what_is_no_sheet_is_told_kindly(text: str) -> None:
    with pytest.raises(KnownError, match=r"甲\.toml"):
        read_template(text, "甲.toml")
