"""Plans of sessions: there and back, hostile ones, and the laws of merging them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.test_notes import JSON
from zbreader.exchange import notes, session_plan
from zbreader.exchange.notes import NotesFile
from zbreader.exchange.session_plan import from_json, later, merged, to_json
from zbreader.model.person import Person
from zbreader.model.session import Absence, Session, SessionArticle, SessionPlan, plan_of

ME = Person("01893f00-0000-7000-8000-0000000000e1", "江一苇")
ID = "01893f00-0000-7000-8000-0000000000d1"
WORD = st.sampled_from(["", "甲", "乙", "𠮷"])
ARTICLES = st.lists(st.builds(SessionArticle, WORD, WORD.filter(bool), WORD, WORD), unique_by=lambda one: one.title)
SESSIONS = st.builds(
    Session,
    st.just(ID),
    st.sampled_from(["", "2031-06-20", "2031-07-05"]),
    theme=WORD,
    leader=WORD,
    place=WORD,
    articles=ARTICLES.map(tuple),
    questions=st.lists(WORD.filter(bool), unique=True).map(tuple),
)
PLANS = st.builds(SessionPlan, SESSIONS, st.just(ME.id), st.integers(1, 3))


@given(PLANS)
def test_a_plan_comes_back_as_it_went(plan: SessionPlan) -> None:
    data = notes.dump(NotesFile((), ME, [ME], sessions=[plan]), made="", generator_version="1")
    assert notes.load(data, "a.zbnotes").sessions == [plan]


def test_nothing_but_the_plan_goes() -> None:
    session = Session(
        ID, theme="灯", expected=("甲",), absences=(Absence("乙", "病"),), extra=(("点评", "好"),), held=True
    )
    assert plan_of(session) == Session(ID, theme="灯")


def test_a_file_of_nobody_plans_nothing() -> None:
    plan = SessionPlan(Session(ID, theme="灯"), "")
    data = notes.dump(NotesFile((), Person(""), sessions=[plan]), made="", generator_version="1")
    assert notes.load(data, "a.zbnotes").sessions == []


@given(JSON, st.sampled_from(["id", "zb:revision", "day", "theme", "articles", "questions"]))
def test_what_is_no_plan_is_passed_over(value: object, field: str) -> None:
    made: dict[str, Any] = to_json(SessionPlan(Session(ID, "2031-06-20", theme="灯"), ME.id))
    for plan in (*from_json([{**made, field: value}], ME.id), *from_json(value, ME.id), *from_json([value], ME.id)):
        assert isinstance(plan.session.theme, str)
        assert plan.session.day in ("", "2031-06-20")


def test_measure_is_kept() -> None:
    made = to_json(SessionPlan(Session(ID, theme="灯" * 5000, questions=("问",) * 3), ME.id))
    made |= {"articles": [{"title": "a"}] * 2000, "day": "2031-99-99"}
    (plan,) = from_json([made] * 300, ME.id)
    assert (len(plan.session.theme), len(plan.session.articles), plan.session.day) == (2000, 500, "")
    others = [{**made, "id": f"urn:uuid:{number:08d}-0000-4000-8000-000000000000"} for number in range(300)]
    assert len(from_json(others, ME.id)) == session_plan.MOST_PLANS


@given(PLANS, PLANS, PLANS)
def test_the_later_of_versions_is_the_same_in_any_order(one: SessionPlan, two: SessionPlan, three: SessionPlan) -> None:
    assert later(one, one) is one
    assert later(one, two) == later(two, one)
    assert later(later(one, two), three) == later(one, later(two, three))


@given(SESSIONS, SESSIONS, SESSIONS)
def test_what_was_changed_here_stays_and_all_else_is_as_in_theirs(
    mine: Session, base: Session, theirs: Session
) -> None:
    now, _ = merged(mine, base, theirs)
    for name in ("day", "theme", "leader", "place"):
        own, old = getattr(mine, name), getattr(base, name)
        assert getattr(now, name) == (own if own != old else getattr(theirs, name))
    assert set(mine.questions) - set(base.questions) <= set(now.questions)
    assert not (set(base.questions) - set(mine.questions)) & set(now.questions)
    assert merged(now, theirs, theirs) == (now, 0)
    assert merged(mine, base, base) == (mine, 0)


@given(SESSIONS, SESSIONS)
def test_whoever_changed_nothing_gets_theirs(base: Session, theirs: Session) -> None:
    mine = replace(base, expected=("甲",), held=True)
    now, kept = merged(mine, base, theirs)
    assert (now.expected, now.held, kept) == (("甲",), True, 0)
    assert [(one.title, one.issue_label, one.leader) for one in plan_of(now).articles] == [
        (one.title, one.issue_label, one.leader) for one in theirs.articles
    ]
    assert replace(plan_of(now), articles=()) == replace(theirs, articles=())
