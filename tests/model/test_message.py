"""Sentences with values from outside say what they say, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from zbreader.model.errors import KnownError
from zbreader.model.message import message
from zbreader.ui.translation import translated


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x1b", "\x00", "\x9b", "\r"])
def test_a_name_cannot_turn_a_sentence_around(sign: str) -> None:
    for value in (f"报告{sign}txt.exe", Path(f"报告{sign}txt.exe")):
        told = message("找不到文件 {file}。", file=value)
        assert str(told) == translated(told) == "找不到文件 报告\ufffdtxt.exe。"
        assert str(KnownError("找不到文件 {file}。", file=value)) == str(told)


def test_ordinary_values_stay_as_they_are() -> None:
    assert str(message("第 {line:03} 行：{text}", line=7, text="𠮷\n二")) == "第 007 行：𠮷\n二"
    assert str(message("没有 {place}")) == "没有 {place}"
