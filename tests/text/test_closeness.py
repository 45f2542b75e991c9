"""How well a typed word fits a name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.text.closeness import closeness


def test_the_closer_the_better() -> None:
    order = ["next note", "next notes of all", "the next note of all", "renext notes", "new export of old notes"]
    worth = [closeness("next note", name) for name in order]
    assert worth == sorted(worth, reverse=True) and len(set(worth)) == len(worth)
    assert worth[0] == 1.0 and worth[-1] > 0


def test_what_does_not_fit_is_worth_nothing() -> None:
    assert closeness("", "打开") == closeness("打开吧", "打开") == closeness("开打", "打开") == 0.0
    assert closeness("  ", "打开") == 0.0


def test_case_and_spaces_do_not_count() -> None:
    assert closeness("CTRL k", "Ctrl+K") == closeness("ctrlk", "ctrl+k") > 0
    assert closeness("下划 线", "下划线") == 1.0


def test_words_are_found_at_their_beginning() -> None:
    assert closeness("notes", "give notes") > closeness("notes", "givenotes")


@given(st.text(max_size=12), st.text(max_size=30))
def test_worth_lies_between_nothing_and_all(typed: str, name: str) -> None:
    assert 0.0 <= closeness(typed, name) <= 1.0


@given(st.text(alphabet="ab cd", min_size=1, max_size=20))
def test_a_name_fits_itself_best(name: str) -> None:
    if name.strip():
        assert closeness(name, name) == 1.0
