"""How far articles were read: kept, marked by hand, undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zbreader.model.issue import Paragraph, ParagraphKind
from zbreader.services.changes import Changes
from zbreader.services.library import Services

READ, UNREAD = 1.0, 0.0


@pytest.fixture
def issue(stocked: Services) -> str:
    return stocked.reading.issues()[0].id


def fractions(services: Services, issue: str) -> list[float]:
    return [article.read_fraction for article in services.reading.articles(issue)]


def test_what_an_article_became(services: Services, issue: str) -> None:
    for summary in services.reading.articles(issue):
        article = services.reading.article(summary.id)
        renamed = replace(article, id="gone", title="另一个题目")
        assert services.reading.successor(issue, renamed) == summary.id
        other = (Paragraph(ParagraphKind.BODY, "这里没有一句话与书里的相同，谁也不会把它认作那一篇文章。"),)
        assert services.reading.successor(issue, replace(renamed, paragraphs=other)) is None


def test_going_back_makes_nothing_unread(services: Services, issue: str) -> None:
    first = services.reading.articles(issue)[0].id
    services.reading.set_place(first, 0.7)
    services.reading.set_place(first, 0.2)
    assert fractions(services, issue) == [0.7, 0.0]
    assert services.reading.place(first) == 0.2


def test_articles_are_marked_and_unmarked_as_one_step(services: Services, issue: str) -> None:
    ids = [article.id for article in services.reading.articles(issue)]
    services.reading.set_place(ids[0], 0.4)
    told: list[Changes] = []
    services.events.subscribe(told.append)
    services.reading.mark_read(ids, read=True)
    assert fractions(services, issue) == [READ, READ]
    assert services.reading.place(ids[0]) == 0.4
    assert told == [Changes(articles=frozenset(ids))]
    services.reading.mark_read(ids, read=False)
    assert fractions(services, issue) == [UNREAD, UNREAD]
    assert services.reading.place(ids[0]) == 0.0
    services.undo.undo()
    assert fractions(services, issue) == [READ, READ]
    assert services.reading.place(ids[0]) == 0.4
    services.undo.undo()
    assert fractions(services, issue) == [0.4, 0.0]
    services.undo.redo()
    assert fractions(services, issue) == [READ, READ]


def test_what_changes_nothing_is_no_step(services: Services, issue: str) -> None:
    before = services.undo.undo_name
    services.reading.mark_read([], read=True)
    services.reading.mark_read([services.reading.articles(issue)[0].id], read=False)
    assert services.undo.undo_name == before
