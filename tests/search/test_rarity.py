"""How rare words are in the language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.search.rarity import Rarity

TABLES = st.dictionaries(st.text("水渠修好了路灯a1", min_size=1, max_size=4), st.integers(1, 40), min_size=1)


@given(TABLES, st.text("水渠修好了路灯a1", min_size=1, max_size=4))
def test_every_word_has_its_number_and_others_the_median(table: dict[str, int], other: str) -> None:
    rarity = Rarity(f"{word} {value / 4}\n" for word, value in table.items())
    for word, value in table.items():
        assert rarity(word) == value / 4
    if other not in table:
        assert rarity(other) == sorted(table.values())[(len(table) - 1) // 2] / 4


@pytest.mark.parametrize("lines", [[], ["水渠"], ["水渠 多"], ["水 渠 1"]])
def test_what_is_no_table_is_refused(lines: list[str]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Rarity(lines)
