"""Readers: what one has read goes with one's notes if one likes, and comes to the board of whoever gathers them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.exchange.notes import NotesFile
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.person import Person
from zbreader.services import readers
from zbreader.services.library import Services, open_library
from zbreader.store.readings import Reading

Member = Callable[..., Services]


@pytest.fixture
def member(tmp_path: Path, clock: Callable[[], datetime], write: Callable[..., Path]) -> Iterator[Member]:
    """member(name, text): a library with the issue, as TEXT has it."""
    opened: list[Services] = []
    bits = itertools.count(1)

    def new(name: str, *text: str) -> Services:
        opened.append(open_library(tmp_path / name, clock=clock, random_bits=lambda n: next(bits)))
        opened[-1].people.describe(name)
        opened[-1].importing.import_files([write(*text, name=f"{name}.txt")])
        return opened[-1]

    yield new
    for services in opened:
        services.close()


def articles_of(services: Services) -> list[str]:
    return [article.id for article in services.reading.articles(services.reading.issues()[0].id)]


def board(services: Services) -> list[dict[str, str]]:
    """For each article: the state by name."""
    sessions = services.studying.sessions()
    session = sessions[0] if sessions else services.studying.plan(articles_of(services))
    view = services.studying.view(session.id)
    return [{view.called([key]): state for key, state in row.states.items()} for row in view.rows]


def handed(services: Services, path: Path) -> Path:
    services.exchanging.hand_over(path, with_read=True)
    return path


def test_what_one_has_read_comes_to_the_leaders_board_and_undo_takes_it_back(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    first, second = articles_of(one)
    one.annotating.add_by_quote(first, "先读书", note="要紧")
    one.reading.set_place(first, 1.0)
    one.reading.set_place(second, 0.99)
    path = handed(one, tmp_path / "甲.zbnotes")
    assert one.exchanging.read_to_hand_over() == 2
    assert leader.exchanging.merge_notes([path], dry_run=True).readings == 2
    assert board(leader) == [{}, {}]
    assert leader.exchanging.merge_notes([path]).readings == 2
    assert board(leader) == [{"甲": "noted"}, {"甲": "read"}]
    assert leader.exchanging.merge_notes([path]).readings == 0
    leader.undo.undo()
    assert board(leader) == [{}, {}]
    leader.undo.redo()
    assert board(leader) == [{"甲": "noted"}, {"甲": "read"}]


def test_it_goes_only_when_one_wants_and_only_of_the_articles_chosen(member: Member, tmp_path: Path) -> None:
    one, leader = member("甲"), member("组长")
    first, second = articles_of(one)
    one.reading.mark_read([first, second], read=True)
    with pytest.raises(KnownError, match="没有可以交的笔记"):
        one.exchanging.hand_over(tmp_path / "无.zbnotes")
    path = tmp_path / "一篇.zbnotes"
    assert one.exchanging.hand_over(path, article_ids=[second], with_read=True) == 0
    report = leader.exchanging.merge_notes([path])
    assert (report.added, report.readings, report.brings_anything) == (0, 1, True)
    assert board(leader) == [{}, {"甲": "read"}]
    other = tmp_path / "另一篇.zbnotes"
    one.exchanging.hand_over(other, wanted=AnnotationFilter(article_id=first), with_read=True, since_last=True)
    leader.exchanging.merge_notes([other])
    assert board(leader) == [{"甲": "read"}, {"甲": "read"}]


def test_another_conversion_of_the_article_counts_as_the_same(member: Member, first: str, tmp_path: Path) -> None:
    other = first.replace("《山间学习》2031年第4期（上半月）", "《山问学刁》2031年第4期（上半月）")
    one, leader = member("甲", other), member("组长")
    assert articles_of(one) != articles_of(leader)
    one.reading.mark_read(articles_of(one)[:1], read=True)
    leader.exchanging.merge_notes([handed(one, tmp_path / "甲.zbnotes")])
    assert board(leader) == [{"甲": "read"}, {}]


def test_in_whatever_order_files_come_the_same_is_known(member: Member, tmp_path: Path) -> None:
    paths = []
    for name, wanted in (("甲", slice(0, 1)), ("乙", slice(0, 2)), ("丙", slice(1, 2))):
        one = member(name)
        one.reading.mark_read(articles_of(one)[wanted], read=True)
        paths.append(handed(one, tmp_path / f"{name}.zbnotes"))
    boards = []
    for number, order in enumerate(([0, 1, 2], [2, 1, 0, 1])):
        leader = member(f"组长{number}")
        for place in order:
            leader.exchanging.merge_notes([paths[place]])
        boards.append(board(leader))
    assert boards[0] == boards[1] == [{"甲": "read", "乙": "read"}, {"乙": "read", "丙": "read"}]


def test_nobody_speaks_for_another() -> None:
    said = NotesFile(person=Person("p1", "甲"), people=[Person("p2", "乙")], read=[("i", "a")])
    assert readers.told([said, replace(said, person=None), replace(said, person=Person(""))]) == [
        Reading("p1", "i", "a")
    ]
