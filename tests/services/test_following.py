"""Annotations find their article again after an issue was converted anew."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader import anchoring
from zbreader.model.annotation import Annotation, Target
from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.services.following import new_targets

FIRST = "溪水从石头上流下来，绕过老柳树，一直流到磨坊的门口。"
SECOND = "修桥的人不问姓名，只问桥稳不稳，问完了就坐下来喝一碗水。"
THIRD = "风把稻子吹成一片一片的浪，孩子们在浪里数着麻雀。"


def article(id: str, title: str, *texts: str) -> Article:
    return Article(id, title, paragraphs=tuple(Paragraph(ParagraphKind.BODY, text) for text in texts))


def mark(home: Article, quote: str, name: str = "m") -> Annotation:
    start = home.text.index(quote)
    selectors = anchoring.describe(home.text, start, start + len(quote))
    return Annotation(name, Target("i", home.id, "旧名", home.title, selectors))


def moves(annotations: list[Annotation], *articles: Article) -> dict[str, str]:
    return {a.id: target.article_id for a, target in new_targets(annotations, "旧名", articles)}


def test_nothing_moves_while_the_article_is_there() -> None:
    home = article("a", "溪水", FIRST)
    assert moves([mark(home, "老柳树")], home, article("b", "修桥", SECOND)) == {}
    assert moves([mark(home, "老柳树")], article("a", "溪水", "新的开头。", FIRST)) == {}


def test_a_new_headline_is_followed_by_the_quotes() -> None:
    home = article("a", "溪水", FIRST)
    long = mark(home, "绕过老柳树，一直流到磨坊")
    short = mark(home, "溪水", "短")
    assert moves([long, short], article("b", "修桥", SECOND), article("c", "全然不同的题目", FIRST)) == {
        "m": "c",
        "短": "c",
    }


def test_a_mended_headline_is_followed_by_its_likeness() -> None:
    home = article("a", "磨坊门口的那条小溪", FIRST)
    bookmark = Annotation("m", Target("i", "a", "旧名", home.title))
    assert moves([bookmark], article("b", "修桥", SECOND), article("c", "磨坊门口那条小溪", THIRD)) == {"m": "c"}


def test_a_passage_that_moved_to_another_article_is_followed() -> None:
    home = article("a", "溪水", FIRST, SECOND)
    stays, goes = mark(home, "老柳树", "留"), mark(home, "只问桥稳不稳，问完了就坐下来", "走")
    assert moves([stays, goes], article("a", "溪水", FIRST), article("b", "修桥", THIRD, SECOND)) == {"走": "b"}


def test_what_fits_nowhere_or_anywhere_stays_with_its_name() -> None:
    home = article("a", "溪水", FIRST)
    long = mark(home, "绕过老柳树，一直流到磨坊")
    assert moves([long], article("b", "修桥", SECOND)) == {}
    twins = (article("b", "修桥", FIRST), article("c", "稻浪", FIRST))
    assert moves([long], article("a", "溪水", THIRD), *twins) == {}


def test_the_labels_follow_too() -> None:
    home = article("a", "溪水", FIRST)
    ((_, target),) = new_targets([mark(home, "老柳树")], "新名", [article("a", "溪水之声", FIRST)])
    assert (target.article_id, target.issue_label, target.article_title) == ("a", "新名", "溪水之声")


@pytest.mark.parametrize("articles", [[], [article("b", "", "")]])
def test_an_empty_issue_moves_nothing(articles: list[Article]) -> None:
    assert moves([mark(article("a", "溪水", FIRST), "老柳树")], *articles) == {}


@given(order=st.permutations([0, 1, 2]), start=st.integers(0, len(SECOND) - 13))
def test_the_order_of_articles_does_not_matter(order: list[int], start: int) -> None:
    home = article("x", "旧题目", SECOND)
    new = [article("a", "溪水", FIRST), article("b", "修桥", SECOND), article("c", "稻浪", THIRD)]
    assert moves([mark(home, SECOND[start : start + 13])], *(new[i] for i in order)) == {"m": "b"}
