"""The group on the page: people are counted, whatever the order and the number of their marks."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.services.group_view import agreed, board, disputed, heat, questions, strip, untouched
from zbreader.text.sentences import sentences

TEXT = "水从山上来。渠往田里去。\n先读书，再说话！“问一问。”\n没有人看这一段。"


def mark(
    start: int | None, end: int, person: str = "甲", *tags: str, note: str | None = None, text: str = TEXT
) -> PlacedAnnotation:
    selectors, anchor = None, Anchor(AnchorState.UNPLACED)
    if start is not None:
        selectors = Selectors(TextQuoteSelector(text[start:end]), TextPositionSelector(start, end))
        anchor = Anchor(AnchorState.EXACT, start, end, 1.0)
    target = Target("i", "a", selectors=selectors)
    return PlacedAnnotation(
        Annotation(f"{person}{start}{end}{tags}", target, person, note=note, tags=tags, creator_id=person), anchor
    )


def counted(placed: list[PlacedAnnotation]) -> list[tuple[str, int]]:
    return [(TEXT[one.start : one.end], len(one.people)) for one in heat(TEXT, placed)]


MARKS = st.lists(
    st.builds(
        lambda start, length, person: mark(start, min(len(TEXT), start + length), person),
        st.integers(0, len(TEXT) - 1),
        st.integers(1, 25),
        st.sampled_from("甲乙丙丁"),
    ),
    max_size=25,
)


def test_ten_marks_of_one_person_are_one_person() -> None:
    assert counted([mark(0, 3)] * 10 + [mark(1, 4, "乙")]) == [("水从山上来。", 2)]
    assert counted([mark(4, 8)]) == [("水从山上来。", 1), ("渠往田里去。", 1)]
    assert counted([mark(None, 0)]) == []


def test_only_some_people() -> None:
    placed = [mark(0, 3), mark(0, 3, "乙"), mark(6, 9, "乙")]
    assert [one.people for one in heat(TEXT, placed, frozenset({"乙"}))] == [("乙",), ("乙",)]


@given(MARKS)
def test_heat_is_what_counting_by_hand_gives(placed: list[PlacedAnnotation]) -> None:
    expected = []
    for start, end in sentences(TEXT):
        people = {
            one.annotation.creator_key
            for one in placed
            if one.anchor.start < end and start < one.anchor.end  # type: ignore[operator]
        }
        if people:
            expected.append((start, end, tuple(sorted(people))))
    assert [(one.start, one.end, one.people) for one in heat(TEXT, placed)] == expected


@given(MARKS, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(placed: list[PlacedAnnotation], shuffler: random.Random) -> None:
    shuffled = [*placed, *placed]
    shuffler.shuffle(shuffled)
    assert heat(TEXT, shuffled) == heat(TEXT, placed)
    assert agreed("a", TEXT, shuffled) == agreed("a", TEXT, placed)
    assert disputed("a", TEXT, shuffled) == disputed("a", TEXT, placed)
    assert untouched(TEXT, shuffled) == untouched(TEXT, placed)


@given(MARKS)
def test_untouched_paragraphs_are_those_without_a_mark(placed: list[PlacedAnnotation]) -> None:
    at, expected = 0, []
    for line in TEXT.split("\n"):
        end = at + len(line)
        if not any(one.anchor.start < end and at < one.anchor.end for one in placed):  # type: ignore[operator]
            expected.append((at, end))
        at = end + 1
    assert untouched(TEXT, placed) == expected
    assert untouched(TEXT, placed, frozenset({1})) == [one for one in expected if one[0] != TEXT.index("先")]


@given(MARKS, st.integers(1, 50))
def test_a_strip_shows_the_hottest_sentence(placed: list[PlacedAnnotation], cells: int) -> None:
    found = heat(TEXT, placed)
    shown = strip(len(TEXT), found, cells)
    assert len(shown) == cells
    assert max(shown) == max((len(one.people) for one in found), default=0)


def test_agreement_needs_two_people_and_no_quarrel() -> None:
    placed = [mark(0, 5), mark(0, 5, "乙"), mark(6, 9, "丙")]
    assert [(one.text, one.people) for one in agreed("a", TEXT, placed)] == [("水从山上来。", ("乙", "甲"))]
    quarrel = [mark(0, 5, "甲", "赞同"), mark(1, 4, "乙", "存疑")]
    assert agreed("a", TEXT, quarrel) == []
    (one,) = disputed("a", TEXT, quarrel)
    assert (one.text, one.people, one.tags) == ("水从山上来。", ("乙", "甲"), ("赞同", "存疑"))
    assert disputed("a", TEXT, quarrel, (("好", "坏"),)) == []
    assert disputed("a", TEXT, [mark(0, 5, "甲", "赞同"), mark(1, 4, "甲", "存疑")]) == []


def test_open_questions_are_told_by_their_tags() -> None:
    placed = [mark(0, 5, "甲", "存疑", note="为什么？"), mark(6, 9, "乙", "好"), mark(None, 0, "丙", "讨论")]
    assert [(one.person, one.text, one.quote) for one in questions(placed)] == [
        ("甲", "为什么？", TEXT[0:5]),
        ("丙", "", ""),
    ]


def test_the_board_tells_the_most_of_what_is_known() -> None:
    placed = {"a": [mark(0, 2), mark(0, 2, "乙", note="注")]}
    first, second = board([("a", "一"), ("b", "二")], placed, {"a": frozenset({"乙", "丙"}), "b": frozenset({"甲"})})
    assert (first.marks, dict(first.states)) == (2, {"甲": "marked", "乙": "noted", "丙": "read"})
    assert dict(second.states) == {"甲": "read"}


def test_a_bookmark_alone_is_no_mark_and_no_reading() -> None:
    [row] = board([("a", "一")], {"a": [mark(None, 0), mark(None, 0, "乙", note="注")]}, {})
    assert (row.marks, dict(row.states)) == (1, {"乙": "noted"})


def test_sentences_keep_their_closing_marks() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "水从山上来。", "渠往田里去。", "先读书，再说话！", "“问一问。”", "没有人看这一段。"
    ]  # fmt: skip


@given(st.text(alphabet="水山。！\n”“ ，", max_size=60))
def test_sentences_are_in_order_and_lose_nothing(text: str) -> None:
    ranges = sentences(text)
    assert all(start < end for start, end in ranges)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(ranges))
    covered = {place for start, end in ranges for place in range(start, end)}
    assert all(place in covered for place, character in enumerate(text) if character not in "\n ")
