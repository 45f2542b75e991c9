"""Keywords, related articles, and the person's own words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.model.errors import Cancelled
from zbreader.services.jobs import Job
from zbreader.services.library import Services

ISSUES = [
    """《山间学习》2031年第4期
# 水渠修好了
水渠修好那天，大家沿着水渠走。水渠边的稻田喝饱了水，稻田里有人唱歌。
# 夜校的灯
夜校的灯亮着，老师在夜校讲课，学员在夜校读书。
""",
    """《山间学习》2031年第5期
# 稻田里的歌
稻田里的歌声沿着水渠传开，水渠两岸都是稻田。
# 剧团下乡
剧团下乡演出，剧团的演员住在村里。
""",
    """《山间学习》2032年第1期
# 剧团又来了
剧团又来了，演员教大家唱戏，剧团的演出排满了正月。
""",
]


@pytest.fixture
def library(services: Services, write: Callable[..., Path]) -> Services:
    services.importing.import_files([write(text, f"{n}.txt") for n, text in enumerate(ISSUES)])
    return services


def article_id(services: Services, title: str) -> str:
    return next(
        article.id
        for issue in services.reading.issues()
        for article in services.reading.articles(issue.id)
        if article.title == title
    )


def test_keywords_of_an_article_an_issue_and_a_year(library: Services) -> None:
    article = library.wording.keywords(article_id=article_id(library, "水渠修好了"), count=3)
    assert article[0].word == "水渠" and article[0].count == 4 and article[0].weight == 1.0
    assert [one.weight for one in article] == sorted((one.weight for one in article), reverse=True)
    issue = next(i.id for i in library.reading.issues() if i.identity.number == 5)
    in_issue = {one.word: one.count for one in library.wording.keywords(issue_id=issue)}
    assert in_issue["剧团"] == 3 and in_issue["稻田"] == 3
    year = {one.word: one.count for one in library.wording.keywords(year=2031)}
    assert year["水渠"] == 6 and year["剧团"] == 3
    assert {one.word for one in library.wording.keywords(year=2032)} >= {"剧团", "演员"}


def test_what_is_not_there_has_no_keywords(library: Services) -> None:
    assert library.wording.keywords(article_id="nothing") == []
    assert library.wording.keywords(issue_id="nothing") == library.wording.keywords(year=1900) == []
    assert library.wording.keywords() == []
    assert library.wording.related("nothing") == []


def test_counts_of_issues_are_kept(library: Services) -> None:
    before = library.wording.keywords(year=2031)
    assert library.wording.keywords(year=2031) == before
    library.searching.rebuild()
    assert library.wording.keywords(year=2031) == before


def test_related_articles(library: Services) -> None:
    related = library.wording.related(article_id(library, "剧团下乡"))
    assert related[0].article.title == "剧团又来了"
    assert "剧团" in related[0].shared and 0 < related[0].score <= 1
    water = library.wording.related(article_id(library, "水渠修好了"), count=1)
    assert [one.article.title for one in water] == ["稻田里的歌"]


def test_without_an_index_keywords_still_come(library: Services) -> None:
    library.settings.set("search.index", False)
    assert library.wording.keywords(article_id=article_id(library, "水渠修好了"), count=1)[0].word == "水渠"
    assert library.wording.keywords(year=2032)
    assert library.wording.related(article_id(library, "水渠修好了")) == []


def test_it_can_be_stopped(library: Services) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        library.wording.keywords(year=2031, job=job)
    with pytest.raises(Cancelled):
        library.wording.related(article_id(library, "剧团下乡"), job=job)


def test_own_words(library: Services, open_again: Callable[[], Services]) -> None:
    text = "今晚的稻花会在村口"
    library.wording.warm()
    library.wording.set_dictionary(["稻花会", " ", "，", "会", "稻花会"])
    assert library.wording.dictionary() == ["稻花会"]
    at = text.index("花会")
    assert text[slice(*library.wording.word_at(text, at))] == "稻花会"
    assert open_again().wording.word_at(text, at) == library.wording.word_at(text, at)
    library.undo.undo()
    assert library.wording.dictionary() == []
    assert text[slice(*library.wording.word_at(text, at))] != "稻花会"
    library.settings.set("words.own", 7)
    assert library.wording.dictionary() == []
