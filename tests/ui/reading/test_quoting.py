"""A passage with its source."""

from __future__ import annotations

from zbreader.model.issue import Article
from zbreader.ui.reading.quoting import with_source


def test_the_source_stands_under_the_words() -> None:
    article = Article("a", "渡口", column="乡间", authors=("江平", "何清"))
    assert with_source(" 慢行 \n", article, "《乡间》2023年第4期") == "慢行\n——《乡间》2023年第4期·乡间·渡口·江平、何清"


def test_what_is_unknown_is_left_out() -> None:
    assert with_source("慢行", Article("a", "渡口"), "") == "慢行\n——渡口"
