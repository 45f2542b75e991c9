"""A session goes from its leader's program to the members', by file and by the shared folder."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.services.conftest import FIRST
from zbreader.model.errors import KnownError
from zbreader.model.session import Absence, Session
from zbreader.services.library import Services, open_library

Member = Callable[..., Services]
OTHERWISE = FIRST.replace("《山间学习》2031年第4期（上半月）\n", "").replace(
    "“先读书，再说话。”", "“先读书， 再说话。”"
)


@pytest.fixture
def member(tmp_path: Path, clock: Callable[[], datetime], write: Callable[..., Path]) -> Iterator[Member]:
    """member(name, text): a library with the issue TEXT (None: with none)."""
    opened: list[Services] = []
    bits = itertools.count(1)

    def new(name: str, text: str | None = FIRST) -> Services:
        opened.append(open_library(tmp_path / name, clock=clock, random_bits=lambda n: next(bits)))
        opened[-1].people.describe(name, "一组")
        if text is not None:
            opened[-1].importing.import_files([write(text)])
        return opened[-1]

    yield new
    for services in opened:
        services.close()


def articles(services: Services) -> list[str]:
    return [one.id for one in services.reading.articles(services.reading.issues()[0].id)]


@pytest.fixture
def leader(member: Member) -> Services:
    return member("江一苇")


@pytest.fixture
def planned(leader: Services) -> Session:
    session = leader.studying.plan(articles(leader), theme="先读书", day="2031-06-20")
    led = tuple(replace(one, leader="林小禾") for one in session.articles)
    whole = replace(
        session,
        articles=led,
        leader="江一苇",
        questions=("桥稳不稳？",),
        expected=("甲", "乙"),
        absences=(Absence("乙", "值班"),),
    )
    leader.studying.save(whole)
    return leader.studying.session(session.id)


def out(leader: Services, session_id: str, path: Path, **options: bool) -> Path:
    leader.exchanging.hand_out(leader.studying.session(session_id), path, **options)
    return path


def test_a_plan_stands_in_the_members_program(
    leader: Services, planned: Session, member: Member, tmp_path: Path
) -> None:
    leader.annotating.add_by_quote(planned.articles[0].article_id, "先读书", note="要紧。")
    path = tmp_path / "送学.zbnotes"
    assert leader.exchanging.hand_out(planned, path, with_notes=True) == 1
    two = member("乙")
    looked = two.exchanging.look([path])
    assert [(one.session.title, one.is_new) for one in looked.report.sessions] == [("先读书", True)]
    assert two.studying.sessions() == []
    assert two.exchanging.take(looked).added == 1
    (came,) = two.studying.sessions()
    assert (came.day, came.leader, came.questions) == ("2031-06-20", "江一苇", ("桥稳不稳？",))
    assert [(one.title, one.leader) for one in came.articles] == [("溪水的声音", "林小禾"), ("修桥的人", "林小禾")]
    assert (came.expected, came.absences) == ((), ())
    assert two.studying.view(came.id).rows[0].marks == 1
    again = two.exchanging.merge_notes([path, path])
    assert (again.sessions, again.brings_anything) == ((), False)
    two.undo.undo()
    assert (two.studying.sessions(), two.annotating.notes()) == ([], [])
    two.undo.redo()
    assert two.studying.sessions() == [came]


def test_a_newer_plan_changes_what_the_member_left_alone(
    leader: Services, planned: Session, member: Member, tmp_path: Path
) -> None:
    first = out(leader, planned.id, tmp_path / "一.zbnotes")
    leader.studying.save(replace(planned, day="2031-06-27", place="二楼", questions=("桥稳不稳？", "谁来修？")))
    second = out(leader, planned.id, tmp_path / "二.zbnotes")
    two = member("乙")
    two.exchanging.merge_notes([first])
    (mine,) = two.studying.sessions()
    two.studying.save(replace(mine, place="我家", questions=("桥稳不稳？", "我的问题"), held=True))
    report = two.exchanging.merge_notes([second])
    assert [(one.is_new, one.kept) for one in report.sessions] == [(False, 1)]
    (now,) = two.studying.sessions()
    assert (now.day, now.place, now.held) == ("2031-06-27", "我家", True)
    assert now.questions == ("桥稳不稳？", "谁来修？", "我的问题")
    assert two.exchanging.merge_notes([first, second, first]).sessions == ()
    two.undo.undo()
    assert two.studying.sessions() == [replace(mine, place="我家", questions=("桥稳不稳？", "我的问题"), held=True)]


def test_versions_may_come_in_any_order(leader: Services, planned: Session, member: Member, tmp_path: Path) -> None:
    paths = []
    for day in ("2031-06-21", "2031-06-22", "2031-06-23"):
        leader.studying.save(replace(leader.studying.session(planned.id), day=day))
        paths.append(out(leader, planned.id, tmp_path / f"{day}.zbnotes"))
    for number, order in enumerate(itertools.permutations(paths)):
        two = member(f"乙{number}")
        for path in order:
            two.exchanging.merge_notes([path])
        assert [one.day for one in two.studying.sessions()] == ["2031-06-23"]


def test_nobody_changes_anothers_session(leader: Services, planned: Session, member: Member, tmp_path: Path) -> None:
    two = member("乙")
    two.exchanging.merge_notes([out(leader, planned.id, tmp_path / "一.zbnotes")])
    (mine,) = two.studying.sessions()
    two.studying.save(replace(mine, theme="我来改"))
    back = out(two, mine.id, tmp_path / "改.zbnotes")
    leader.exchanging.merge_notes([back])
    assert sorted(one.theme for one in leader.studying.sessions()) == ["先读书", "我来改"]
    assert leader.studying.session(planned.id).theme == "先读书"
    three = member("丙")
    three.exchanging.merge_notes([back])
    three.exchanging.merge_notes([tmp_path / "一.zbnotes"])
    assert sorted(one.theme for one in three.studying.sessions()) == ["先读书", "我来改"]


def test_a_session_taken_away_comes_back_only_by_hand(
    leader: Services, planned: Session, member: Member, tmp_path: Path
) -> None:
    folder = tmp_path / "共享"
    folder.mkdir()
    two = member("乙")
    for services in (leader, two):
        services.sharing.share(folder)
    leader.sharing.sync()
    assert list(folder.iterdir()) == []
    leader.exchanging.hand_out(planned, None, shared=True)
    assert leader.exchanging.is_shared(planned)
    leader.sharing.sync()
    two.sharing.sync()
    (mine,) = two.studying.sessions()
    leader.studying.save(replace(planned, day="2031-07-01"))
    leader.sharing.sync()
    two.sharing.sync()
    assert [one.day for one in two.studying.sessions()] == ["2031-07-01"]
    two.studying.remove(mine.id)
    leader.studying.save(replace(planned, day="2031-07-02"))
    leader.sharing.sync()
    two.sharing.sync()
    assert two.studying.sessions() == []
    two.exchanging.merge_notes([next(folder.glob("江一苇*"))])
    assert [one.day for one in two.studying.sessions()] == ["2031-07-02"]
    leader.exchanging.hand_out(leader.studying.session(planned.id), None, shared=False)
    leader.sharing.sync()
    assert not leader.exchanging.is_shared(planned)


def test_articles_are_found_in_a_copy_converted_otherwise(
    leader: Services, planned: Session, member: Member, tmp_path: Path
) -> None:
    path = out(leader, planned.id, tmp_path / "送学.zbnotes")
    two = member("乙", OTHERWISE)
    two.exchanging.merge_notes([path])
    (came,) = two.studying.sessions()
    assert [one.article_id for one in came.articles] == articles(two)


def test_articles_wait_for_their_issue(
    leader: Services, planned: Session, member: Member, tmp_path: Path, write: Callable[..., Path]
) -> None:
    path = out(leader, planned.id, tmp_path / "送学.zbnotes")
    two = member("乙", None)
    two.exchanging.merge_notes([path])
    (came,) = two.studying.sessions()
    assert [one.title for one in came.articles] == ["溪水的声音", "修桥的人"]
    two.importing.import_files([write(OTHERWISE, "另一份.txt")])
    two.gathering.bring_home(frozenset(one.id for one in two.reading.issues()))
    assert [one.article_id for one in two.studying.sessions()[0].articles] == articles(two)


def test_a_plan_says_whose_it_is(tmp_path: Path, stocked: Services) -> None:
    session = stocked.studying.plan(articles(stocked))
    with pytest.raises(KnownError, match="我是谁"):
        stocked.exchanging.hand_out(session, tmp_path / "无名.zbnotes")
    assert not (tmp_path / "无名.zbnotes").exists()
