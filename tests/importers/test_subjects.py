"""Which of some articles a line keeps to."""

from __future__ import annotations

from tests.importers.pictures import vocabulary
from zbreader.importers.draft import DraftLine, ImportDraft
from zbreader.importers.magazine.learn import learn
from zbreader.importers.magazine.subjects import Subject, keeping_to

_PONDS = [f"老沈在第{number}口塘边记下水色和溶氧，鱼塘的账一笔不乱，增氧机整夜开着。" for number in "一二三四五六"]
_KILNS = [f"窑工在第{number}间窑前看火眼，陶坯的裂纹逃不过他，釉料里掺了稻草灰。" for number in "一二三四五六"]
_OTHERS = ["渡口的钟挂在柳树上，船到敲三下，船走敲两下，摆渡的人耳朵不好却没有误过船。"] * 4


def _draft(*texts: str) -> ImportDraft:
    lines = tuple(DraftLine((number,), text) for number, text in enumerate(texts, start=1))
    return learn(ImportDraft(name="x", lines=lines, vocabulary=vocabulary()))


def test_a_line_keeps_to_the_subject_whose_rare_words_it_shares() -> None:
    draft = _draft(*_PONDS, *_KILNS, *_OTHERS)
    subjects = [Subject.of(draft, range(5)), Subject.of(draft, range(6, 11))]
    assert [keeping_to(draft, at, subjects)[0] > 0.0 for at in (5, 11)] == [True, False]


def test_a_line_does_not_keep_to_where_it_stands_only_because_it_stands_there() -> None:
    draft = _draft(*_PONDS, *_KILNS, *_OTHERS)
    misplaced = [Subject.of(draft, [0, *range(6, 12)]), Subject.of(draft, range(1, 6))]
    assert keeping_to(draft, 0, misplaced)[0] < 0.0 < keeping_to(draft, 7, misplaced)[0]


def test_words_of_one_field_share_characters_if_not_words() -> None:
    lines = ("织娘坐在织机旁，新布一匹一匹卷起来。", "鱼苗下了塘，鲫鱼拣底，草鱼吃草。", "布机停了，织工收拾断线。")
    draft = _draft(*lines, *_OTHERS * 6)
    subjects = [Subject.of(draft, [0]), Subject.of(draft, [1])]
    own, other = keeping_to(draft, 2, subjects)
    assert own > 0.0 > other


def test_a_line_too_short_tells_nothing_and_neither_does_one_subject_alone() -> None:
    draft = _draft(*_PONDS, "鱼塘")
    assert keeping_to(draft, 6, [Subject.of(draft, range(3)), Subject.of(draft, range(3, 6))]) == [0.0, 0.0]
    assert keeping_to(draft, 1, [Subject.of(draft, range(3))]) == [0.0]
