"""Marks found again, or honestly not."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zbreader.anchoring import describe, resolve, resolve_all
from zbreader.model.selector import AnchorState, Selectors, TextPositionSelector, TextQuoteSelector

Invented = Callable[[int, int], "list[str]"]

ANY = st.text(st.one_of(st.sampled_from("山水\n 𠮷“”"), st.characters()), max_size=80)


def mark(text: str, words: str) -> Selectors:
    start = text.index(words)
    return describe(text, start, start + len(words))


def found(text: str, selectors: Selectors, before: str | None = None) -> str | None:
    anchor = resolve_all(text, [selectors], before=before)[0]
    return None if anchor.start is None else text[anchor.start : anchor.end]


def test_a_new_paragraph_in_front_moves_the_mark(invented: Invented) -> None:
    text = "\n".join(invented(1, 10))
    selectors = describe(text, 300, 312)
    after = "编者按：以下各篇均为新作。\n" + text
    anchor = resolve(after, selectors)
    assert (anchor.state, anchor.start, anchor.end) == (AnchorState.EXACT, 300 + 14, 312 + 14)


@pytest.mark.parametrize("with_before", [False, True])
def test_white_space_width_quotes_and_paragraphs_make_no_difference(invented: Invented, with_before: bool) -> None:
    paragraphs = invented(2, 12)
    paragraphs[5] = "他在第12页写道：“山高，路远，水长。”大家听了都很高兴，会议开到深夜。"
    text = "\n".join(paragraphs)
    selectors = mark(text, "写道：“山高，路远，水长。”大家")
    after = text.replace("“", "「").replace("”", "」").replace("，", ",").replace("12", "１ ２").replace("。", "。\n")
    anchor = resolve_all(after, [selectors], before=text if with_before else None)[0]
    assert anchor.state is AnchorState.EXACT
    assert after[anchor.start : anchor.end] == "写道：「山高,路远,水长。\n」大家"


def test_a_mark_may_span_paragraphs_that_are_joined(invented: Invented) -> None:
    paragraphs = invented(3, 8)
    text = "\n".join(paragraphs)
    start = text.index("\n", 200) - 5
    after = "".join(paragraphs)
    assert found(after, describe(text, start, start + 12)) == text[start : start + 12].replace("\n", "")


@pytest.mark.parametrize("with_before", [False, True])
def test_an_edited_quote_is_repaired(invented: Invented, with_before: bool) -> None:
    paragraphs = invented(4, 10)
    paragraphs[4] += "我们用三天时间把整座粮仓的账目核对了一遍。"
    text = "\n".join(paragraphs)
    after = text.replace("三天时间把整座", "三天把全部").replace("清早", "清晨")
    selectors = mark(text, "用三天时间把整座粮仓的账目核对")
    anchor = resolve_all(after, [selectors], before=text if with_before else None)[0]
    assert anchor.state is AnchorState.REPAIRED
    assert after[anchor.start : anchor.end] == "用三天把全部粮仓的账目核对"


@pytest.mark.parametrize("with_before", [False, True])
def test_of_many_like_words_the_one_with_the_context_is_taken(invented: Invented, with_before: bool) -> None:
    text = "\n".join(f"{paragraph}我们学习。" for paragraph in invented(5, 30))
    starts = [at for at in range(len(text)) if text.startswith("学习", at)]
    marks = [describe(text, at, at + 2) for at in starts]
    after = "新的开头。\n" + text.replace("雨季", "雨天")
    anchors = resolve_all(after, marks, before=text if with_before else None)
    assert [anchor.start for anchor in anchors] == [at for at in range(len(after)) if after.startswith("学习", at)]


@pytest.mark.parametrize("words", ["学", "学习", "老支书", "茶苗，"])
def test_short_words_in_another_article_are_not_taken_for_the_mark(invented: Invented, words: str) -> None:
    text = "\n".join(invented(6, 5)) + f"大家在灯下{words}到很晚才回家"
    assert found("\n".join(invented(7, 40)) + f"几个人说{words}也好", mark(text, words)) is None


def test_a_lost_paragraph_loses_its_marks_although_its_sentence_stands_elsewhere(invented: Invented) -> None:
    paragraphs = invented(8, 30)
    sentence = "河边的老磨坊今年又转起来了，大家都去看。"
    paragraphs[5] += sentence
    paragraphs[20] += sentence
    text = "\n".join(paragraphs)
    marks = [describe(text, at, at + 9) for at in range(0, len(text) - 9, 40)]
    start = text.index(sentence)
    marks.append(describe(text, start + 3, start + 9))
    after = "\n".join(paragraphs[:5] + paragraphs[6:])
    for before in (None, text):
        assert resolve_all(after, marks, before=before)[-1].state is AnchorState.UNPLACED


def test_a_moved_paragraph_takes_its_marks_along(invented: Invented) -> None:
    paragraphs = invented(9, 30)
    text = "\n".join(paragraphs)
    start = text.index(paragraphs[3])
    marks = [describe(text, at, at + 6) for at in range(start, start + len(paragraphs[3]) - 6, 5)]
    moved = paragraphs[:3] + paragraphs[4:25] + [paragraphs[3]] + paragraphs[25:]
    after = "\n".join(moved)
    shift = after.index(paragraphs[3]) - start
    for before in (None, text):
        anchors = resolve_all(after, marks, before=before)
        placed = [(anchor, selectors) for anchor, selectors in zip(anchors, marks, strict=True) if anchor.start]
        assert len(placed) >= len(marks) - (0 if before else 4)  # alone, one-sided context at the edges stays unsure
        assert all(anchor.start == selectors.position.start + shift for anchor, selectors in placed)


def test_identical_paragraphs_are_told_apart_by_their_neighbours(invented: Invented) -> None:
    same = "".join(invented(10, 1))
    others = invented(11, 20)
    text = "\n".join([*others[:5], same, same, same, *others[5:]])
    at = text.index(same) + len(same) + 1 + 40
    marks = [describe(text, at, at + 6), *(describe(text, i, i + 8) for i in (20, 100, at - 60, at + 3 * len(same)))]
    after = "开头多了一句话。" * 9 + text
    assert resolve_all(after, marks)[0].start == at + 72
    assert resolve(after, marks[0]).state is AnchorState.UNPLACED


def test_selectors_of_others_may_lack_context_or_position() -> None:
    text = "春天里种下的树，秋天里收下的果。树长得很快。"
    nowhere = TextPositionSelector(0, 0)
    assert found(text, Selectors(TextQuoteSelector("秋天里收下的果。树长得"), nowhere)) is None  # too little to believe
    assert found(text, Selectors(TextQuoteSelector(text), nowhere)) == text
    assert found(text, Selectors(TextQuoteSelector("树"), nowhere)) is None
    assert found(text, Selectors(TextQuoteSelector("树"), TextPositionSelector(6, 7))) == "树"


def test_a_long_mark_survives_edits_and_a_lost_part(invented: Invented) -> None:
    paragraphs = invented(12, 40)
    text = "\n".join(paragraphs)
    start, end = text.index(paragraphs[5]), text.index(paragraphs[20])
    after = "\n".join(paragraphs[:8] + paragraphs[11:]).replace("水渠", "水道")
    for before in (None, text):
        anchor = resolve_all(after, [describe(text, start, end)], before=before)[0]
        assert anchor.state is AnchorState.REPAIRED
        ends = [after.index(paragraphs[i].replace("水渠", "水道")) for i in (5, 20)]
        assert (anchor.start, anchor.end) == (ends[0], ends[1] - 1)


def test_before_may_be_the_wrong_text(invented: Invented) -> None:
    text = "\n".join(invented(13, 20))
    selectors = describe(text, 200, 220)
    assert found("加在前面。" + text, selectors, before="完全不相干的文字。") == text[200:220]


@pytest.mark.parametrize("with_before", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_edits_of_three_percent_put_nothing_wrong(invented: Invented, seed: int, with_before: bool) -> None:
    text = "\n".join(invented(seed, 80))
    chance = random.Random(seed)
    pieces: list[str] = []
    went: list[int] = []
    for character in text:
        went.append(sum(map(len, pieces[-1:])) + (went[-1] if went else 0))
        edit = chance.random()
        pieces.append("" if edit < 0.01 else "新" if edit < 0.02 else character + "增" if edit < 0.03 else character)
    after = "".join(pieces)
    starts = [chance.randrange(len(text) - 60) for _ in range(150)]
    marks = [describe(text, start, start + chance.randint(6, 60)) for start in starts]
    anchors = resolve_all(after, marks, before=text if with_before else None)
    right = 0
    for selectors, anchor in zip(marks, anchors, strict=True):
        if anchor.start is None or anchor.end is None:
            continue
        assert abs(anchor.start - went[selectors.position.start]) <= 2
        assert abs(anchor.end - went[selectors.position.end]) <= 2
        right += 1
    assert right >= 146


@settings(max_examples=60)
@given(ANY.filter(bool), ANY, st.data())
def test_nothing_crashes_and_anchors_lie_in_the_text(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    for before in (None, old):
        anchor = resolve_all(new, [describe(old, start, end)], before=before)[0]
        if anchor.state is AnchorState.UNPLACED:
            assert anchor.start is None
            assert anchor.end is None
        else:
            assert anchor.start is not None
            assert anchor.end is not None
            assert 0 <= anchor.start < anchor.end <= len(new)
            assert 0 < anchor.score <= 1


@given(ANY, ANY.filter(bool), st.data())
def test_a_text_put_in_front_with_the_old_text_at_hand_moves_every_mark(
    front: str, text: str, data: st.DataObject
) -> None:
    text = "长短句相间的开头，谁也不曾写过。" + text
    start = data.draw(st.integers(0, 12))
    after = front + "另外加上的一大段话放在最前面，" + text
    anchor = resolve_all(after, [describe(text, start, start + 4)], before=text)[0]
    assert anchor.start is not None
    assert after[anchor.start : anchor.end] == text[start : start + 4]


@pytest.mark.parametrize("text", ["啊" * 30_000, "甲乙丙丁" * 8_000, "\n" * 20_000, "\ud800" * 20_000])
def test_monotonous_text_costs_no_more_than_any_other(text: str) -> None:
    marks = [describe(text, at, at + 20) for at in range(0, 20_000 - 40, 200)]
    after = "头" + text[:9000] + "中" + text[9001:] + "尾"
    for before in (None, text):
        assert len(resolve_all(after, marks, before=before)) == len(marks)


def test_order_is_kept_and_nothing_asked_is_nothing_answered() -> None:
    text = "山水田园，风光无限，四季分明，人情淳厚。"
    marks = [mark(text, "风光"), mark(text, "山水"), mark(text, "人情")]
    assert [anchor.start for anchor in resolve_all(text, marks)] == [5, 0, 15]
    assert resolve_all("", []) == []
    assert resolve("", marks[0]).state is AnchorState.UNPLACED
