"""Marks go with their words when a text is replaced, from article to article."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zbreader import anchoring
from zbreader.model.annotation import Annotation, Target
from zbreader.model.issue import Article, Issue, Paragraph, ParagraphKind
from zbreader.model.selector import AnchorState
from zbreader.services.carrying import Carried, carry
from zbreader.text.tracing import printing

FIRST = "溪水从石头上流下来，绕过老柳树，一直流到磨坊的门口。"
SECOND = "修桥的人不问姓名，只问桥稳不稳，问完了就坐下来喝一碗水。"
THIRD = "风把稻子吹成一片一片的浪，孩子们在浪里数着麻雀。"


def article(id: str, *texts: str, title: str = "题") -> Article:
    return Article(id, title, paragraphs=tuple(Paragraph(ParagraphKind.BODY, text) for text in texts))


def mark(home: Article, start: int, end: int, name: str = "m") -> Annotation:
    return Annotation(name, Target("i", home.id, "旧名", home.title, anchoring.describe(home.text, start, end)))


def quote(home: Article, words: str, name: str = "m") -> Annotation:
    start = home.text.index(words)
    return mark(home, start, start + len(words), name)


def carried(annotation: Annotation, old: list[Article], *new: Article) -> Carried:
    (one,) = carry([annotation], "新名", old, Issue("i", articles=new))
    return one


def now(one: Carried, *new: Article) -> tuple[str, str]:
    (text,) = [a.text for a in new if a.id == one.target.article_id]
    return one.target.article_id, text[one.anchor.start : one.anchor.end]


def test_a_mark_stays_in_its_article_when_nothing_changes() -> None:
    home = article("a", FIRST)
    one = carried(quote(home, "老柳树"), [home], home)
    assert (one.anchor.state, one.anchor.score) == (AnchorState.EXACT, 1.0)
    assert one.target.selectors == quote(home, "老柳树").target.selectors
    assert one.target.issue_label == "新名"


def test_a_short_mark_that_stands_twice_goes_with_its_own_words() -> None:
    home = article("a", FIRST, SECOND, FIRST)
    late = mark(home, len(FIRST) + len(SECOND) + 2 + 12, len(FIRST) + len(SECOND) + 2 + 15)
    new = article("a", FIRST, SECOND), article("b", FIRST)
    assert now(carried(late, [home], *new), *new) == ("b", "老柳树")
    early = mark(home, 12, 15)
    assert now(carried(early, [home], *new), *new) == ("a", "老柳树")


def test_a_mark_over_a_split_keeps_its_larger_part() -> None:
    home = article("a", FIRST, SECOND)
    new = article("a", FIRST), article("b", SECOND)
    over = mark(home, len(FIRST) - 3, len(FIRST) + 12)
    one = carried(over, [home], *new)
    assert now(one, *new) == ("b", SECOND[:11])
    assert one.anchor.state is AnchorState.REPAIRED


def test_the_words_of_a_mark_stay_its_owners() -> None:
    home = article("a", FIRST)
    new = article("a", FIRST.replace("老柳树", "大榆树"))
    one = carried(quote(home, "绕过老柳树，一直"), [home], new)
    assert now(one, new) == ("a", "绕过大榆树，一直")
    assert one.target.selectors is not None and one.target.selectors.quote.exact == "绕过老柳树，一直"
    assert (one.before.text[slice(*one.before.marks[0])], one.after is not None) == ("绕过老柳树，一直", True)


def test_what_is_gone_is_kept_without_a_place() -> None:
    home = article("a", FIRST, SECOND)
    one = carried(quote(home, "不问姓名，只问桥"), [home], article("a", FIRST))
    assert (one.anchor.state, one.after, one.target.article_id) == (AnchorState.UNPLACED, None, "a")
    assert one.before.text[slice(*one.before.marks[0])] == "不问姓名，只问桥"


def test_a_bookmark_goes_with_the_beginning_of_its_article() -> None:
    home = article("b", SECOND, title="修桥的人")
    bookmark = Annotation("m", Target("i", "b", "旧名", "修桥的人"))
    one = carried(bookmark, [article("a", FIRST), home], article("a", FIRST, SECOND))
    assert (one.target.article_id, one.anchor.state) == ("a", AnchorState.EXACT)


def test_an_issue_with_another_id_takes_its_marks_along() -> None:
    home = article("x-1", FIRST)
    annotation = quote(home, "老柳树")
    (one,) = carry([annotation], "名", [home], Issue("y", articles=(article("y-1", FIRST),)))
    assert (one.target.issue_id, one.target.article_id) == ("y", "y-1")


@given(st.integers(0, 70), st.integers(1, 20), st.permutations([0, 1, 2]), st.sets(st.integers(1, 2)))
def test_any_cutting_and_ordering_keeps_every_mark_somewhere(
    start: int, length: int, order: list[int], cuts: set[int]
) -> None:
    home = article("a", FIRST, SECOND, THIRD)
    end = min(start + length, len(home.text))
    if not home.text[start:end].strip():
        return
    texts = [(FIRST, SECOND, THIRD)[i] for i in order]
    bounds = [0, *sorted(cuts), 3]
    new = [article(f"n{at}", *texts[first:last]) for at, (first, last) in enumerate(pairwise(bounds))]
    annotation = mark(home, start, end)
    one = carried(annotation, [home], *new)
    assert one.annotation == annotation
    if one.anchor.state is AnchorState.EXACT:
        assert printing(now(one, *new)[1]) == printing(home.text[start:end])
