"""Pieces of text with every hit marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.search import Snippet
from zbreader.search.folding import FoldedText, fold
from zbreader.search.snippets import LENGTH, merged, snippet


def snippet_of(text: str, *words: str) -> Snippet:
    folded = FoldedText(text)
    return snippet(text, [folded.find_all(fold(word)) for word in words])


def marked(shown: Snippet) -> list[str]:
    return [shown.text[a:b] for a, b in shown.marks]


def test_a_short_text_is_shown_whole() -> None:
    assert snippet_of("先看水 渠，\n再看水渠。", "水渠") == Snippet("先看水 渠， 再看水渠。", ((2, 5), (9, 11)))


def test_the_beginning_when_nothing_is_marked() -> None:
    shown = snippet("甲" * 500, ())
    assert shown.text == "甲" * LENGTH + "…" and shown.marks == ()
    assert snippet("", ()) == Snippet("")


def test_it_begins_with_a_clause_if_one_is_near() -> None:
    shown = snippet_of("无" * 300 + "，大家沿着水渠走了一圈" + "无" * 300, "水渠")
    assert shown.text.startswith("…大家沿着水渠")
    assert shown.text.endswith("…")
    assert marked(shown) == ["水渠"]


def test_the_place_with_most_words_wins() -> None:
    shown = snippet_of("水渠" + "无" * 300 + "水渠边的桌子" + "无" * 300 + "桌子", "水渠", "桌子")
    assert marked(shown) == ["水渠", "桌子"]


def test_ranges_that_overlap_become_one() -> None:
    assert merged([[(1, 3), (4, 5)], [(2, 4)], [(5, 8)]]) == ((1, 4), (4, 5), (5, 8))


def test_a_long_hit_does_not_make_a_long_snippet() -> None:
    assert len(snippet_of("长" * 10_000, "长" * 9_000).text) <= 3 * LENGTH


@given(
    st.text(st.sampled_from("甲乙丙，。\n 𠮷"), max_size=400),
    st.lists(st.text("甲乙丙", min_size=1, max_size=3), max_size=3),
)
def test_marks_are_what_was_sought(text: str, words: list[str]) -> None:
    shown = snippet_of(text, *words)
    assert len(shown.text) <= 3 * LENGTH + 2
    for start, end in shown.marks:
        assert 0 <= start < end <= len(shown.text)
        assert any(word in fold(shown.text[start:end]) for word in words) or end >= len(shown.text) - 1 or start <= 1
    if any(word in fold(text) for word in words):
        assert shown.marks
