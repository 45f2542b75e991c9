"""Short enough for a chat group."""

from __future__ import annotations

from tests.exporters.sample_notes import document_of, placed
from zbreader.exporters import ExportOptions, registry


def test_one_note() -> None:
    text = (
        registry()["txt"]
        .write(document_of(placed(1, "一句原文。", "一句解读。\n又一句。", tags=("甲", "乙"))))
        .decode()
    )
    assert text == (
        "学习笔记\n林小禾　2031年5月20日\n\n"
        "《田野学习》2031年第5期（上半月）\n\n"
        "◆ 渠水是怎样流到村口的\n\n"
        "一句原文。\n"
        "——《田野学习》2031年第5期（上半月）·学习笔记·渠水是怎样流到村口的\n"
        "【解读】一句解读。\n又一句。\n标签：甲、乙\n"
    )


def test_no_notes() -> None:
    assert registry()["txt"].write(document_of()).decode().endswith("\n\n（没有笔记）\n")


def test_blank_table() -> None:
    text = registry()["txt"].write(document_of(), ExportOptions("学习计划表")).decode()
    assert "日期｜主题（类别）｜篇目｜形式｜领学人｜完成情况\n　　｜" in text
