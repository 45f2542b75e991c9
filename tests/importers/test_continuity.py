"""The language model: what goes on and what begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.importers.continuity import Language, folded

SENTENCES = [
    "磨坊的水车是木头的，磨盘是石头的。",
    "水车慢了，磨盘就慢。",
    "老人说水车要看水，磨盘要看豆子。",
    "磨坊主人每天先看水车，再看磨盘。",
] * 4
LANGUAGE = Language.learn(SENTENCES, SENTENCES)


def test_a_word_cut_in_two_goes_on() -> None:
    tail = "老人每天都要去看一看水"
    assert LANGUAGE.goes_on(tail, "车转得快不快。") > LANGUAGE.goes_on(tail, "磨坊的门开着。")


def test_after_a_comma_a_paragraph_always_goes_on() -> None:
    assert LANGUAGE.goes_on("水车慢了，", "磨盘就慢。") > 4


def test_a_closing_mark_never_begins_a_paragraph() -> None:
    assert LANGUAGE.goes_on("他说水车要修", "”，然后就走了。") > 4


def test_an_open_quotation_wants_its_end() -> None:
    closed = LANGUAGE.goes_on("老人指着墙上的“三看", "三听”给我看。")
    assert closed > LANGUAGE.goes_on("老人指着墙上的三看", "三听给我看。")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_have_finite_evidence(tail: str, head: str) -> None:
    for language in (LANGUAGE, Language.empty()):
        assert -30 < language.goes_on(tail, head) < 30


def test_width_and_digits_make_no_difference() -> None:
    assert folded("２０２４年， 水车") == folded("1999年,水车")
