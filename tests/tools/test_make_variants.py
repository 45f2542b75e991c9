"""The table of writings, from dictionaries."""

from __future__ import annotations

from tools.make_variants import classes, pairs


def test_the_first_way_counts_and_chains_are_one_class() -> None:
    lines = ["發\t发\n", "髮\t发\n", "里\t里\n", "著\t着 著\n", "詞語\t词语\n", "\uf900\t岂\n", "\n"]
    assert classes(pairs(lines)) == [["发", "發", "髮"], ["着", "著"]]
