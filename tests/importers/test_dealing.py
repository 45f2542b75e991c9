"""Dealing lines out to the articles that are open: what is waited for, and what speaks against going on with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.importers.pictures import vocabulary
from zbreader.importers.draft import DraftArticle, DraftLine, ImportDraft, Piece, Role
from zbreader.importers.magazine.dealing import deal, open_tail
from zbreader.importers.magazine.flow import with_pieces
from zbreader.importers.magazine.learn import learn

_MILL = (
    "磨坊里的灯",
    "磨坊主人说，磨豆子要听水声。水声急，磨盘就快，豆子出渣；水声缓，磨盘就稳，豆浆才细。",
    "磨坊的水车是木头的，磨盘是石头的，磨坊主人每天先摸磨盘再听水声，豆子泡了一夜，磨出来的豆",
)
_FERRY = (
    "渡口的钟",
    "渡口的钟挂在柳树上，船到敲三下，船走敲两下。敲钟的老人耳朵不好，敲钟却从来没有误过船。",
    "渡口的船一天走六趟，敲钟的老人记得每一趟的船客，哪个船客晕船，哪个船客带了鸡，敲钟的老",
    "浆又白又细，磨坊主人舀一碗给排队的人尝，尝过的人都说磨坊的豆子和水声一样稳。",
    "人心里都有一本账，船客说渡口的钟比家里的钟还准，船走远了还听得见敲钟。",
)


def _draft(*texts: str, ended: tuple[int, ...] = ()) -> ImportDraft:
    lines = tuple(DraftLine((at + 1,), text, ended=at in ended) for at, text in enumerate(texts))
    return learn(ImportDraft(name="x", lines=lines, vocabulary=vocabulary()))


def _article(draft: ImportDraft, first: int, end: int) -> DraftArticle:
    article = DraftArticle((first,), draft.lines[first].text, flow=tuple(range(first + 1, end)))
    return with_pieces(draft, article)


@pytest.fixture
def printed() -> tuple[ImportDraft, DraftArticle, DraftArticle]:
    draft = _draft(*_MILL, *_FERRY, ended=(6, 7))
    mill, ferry = _article(draft, 0, 3), _article(draft, 3, 8)
    return replace(draft, articles=(mill, ferry)), mill, ferry


def test_the_foot_of_the_other_article_goes_home(printed: tuple[ImportDraft, DraftArticle, DraftArticle]) -> None:
    draft, mill, ferry = printed
    dealt, sure = deal(draft, ferry, [mill], [0])
    assert dealt == (0, 0, 1, 0)
    assert 0.3 <= sure <= 0.9


def test_subjects_alone_make_an_order_less_sure_than_sentences_that_go_on() -> None:
    draft = _draft(
        *_MILL, *_FERRY[:3], _MILL[1], _FERRY[4], ended=(6, 7)
    )  # nothing there goes on with the cut sentence
    mill, ferry = _article(draft, 0, 3), _article(draft, 3, 8)
    dealt, sure = deal(replace(draft, articles=(mill, ferry)), ferry, [mill], [0])
    whole = _draft(*_MILL, *_FERRY, ended=(6, 7))
    mill, ferry = _article(whole, 0, 3), _article(whole, 3, 8)
    assert dealt == (0, 0, 1, 0)
    assert sure < deal(replace(whole, articles=(mill, ferry)), ferry, [mill], [0])[1]


def test_an_article_left_long_ago_needs_more(printed: tuple[ImportDraft, DraftArticle, DraftArticle]) -> None:
    draft, mill, ferry = printed
    near, far = deal(draft, ferry, [mill], [0])[1], deal(draft, ferry, [mill], [1])
    assert not any(far[0]) or far[1] < near
    assert deal(draft, ferry, [mill], [9]) == ((0, 0, 0, 0), 1.0)


@pytest.mark.parametrize(
    ("last", "waits"),
    [
        ("磨坊主人每天先摸磨盘再听水声，磨出来的豆", True),
        ("磨坊的水车 12 年没有换过，磨盘用了 30 年也没有换，镇上的人", True),
        ("点亮磨坊 守好水声", False),  # the first half of the next headline
        ("磨坊主人每天先摸磨盘。", False),
    ],
)
def test_only_a_sentence_that_was_cut_is_waited_for(last: str, waits: bool) -> None:
    draft = _draft(*_MILL[:2], last)
    article = DraftArticle((0,), "磨坊里的灯", pieces=(Piece(Role.TEXT, (1,)), Piece(Role.TEXT, (2,))))
    assert (open_tail(draft, article) is not None) == waits
