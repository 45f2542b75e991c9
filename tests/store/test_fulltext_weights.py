"""What an article's length leaves of its weight."""

from __future__ import annotations

import pytest

from zbreader.store.fulltext_weights import bm25, middle_length, shares_of_length


def test_a_word_that_stands_once_counts_less_in_a_longer_article() -> None:
    nothing, short, middle, long = (share * 1e8 for share in shares_of_length([0, 50, 100, 150]))
    assert middle == pytest.approx(1) and nothing > short > middle > long > 0
    assert long == pytest.approx(2.2 / (1 + 1.2 * (0.25 + 0.75 * 1.5)))


def test_nothing_to_compare_with() -> None:
    assert shares_of_length([0]) == (pytest.approx(2.2e-8 / 1.3),)
    assert len(shares_of_length([0, 0])) == 2


def test_weights_make_up_for_the_lengths_that_are_missing() -> None:
    assert bm25("words", [1.0, 10.0], 1500.0) == "ifnull(CAST(100000000 * bm25(words, 0.249, 2.49) AS INTEGER), 0)"
    assert bm25("words", [1.0, 10.0], 5.0) == bm25("words", [1.0, 10.0], 0.0) == "0"
    assert middle_length([0, 2, 4]) == 3 and middle_length([0]) == 0
