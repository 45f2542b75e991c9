"""Sessions come back as they were put, and what is no session does no harm."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.session import Absence, Decision, Remark, Session, SessionArticle
from zbreader.model.session_fields import from_values, to_values
from zbreader.store import sessions
from zbreader.store.database import Database

WORDS = st.text(alphabet="水山 一\n𠮷{}\"'", max_size=12)


def several(kind: object, count: int) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.builds(kind, *[WORDS] * count), max_size=3).map(tuple)  # type: ignore[arg-type]


SESSIONS = st.builds(
    Session,
    st.just("s"),
    *[WORDS] * 11,
    articles=several(SessionArticle, 4),
    questions=st.lists(WORDS, max_size=3).map(tuple),
    expected=st.lists(WORDS, max_size=3).map(tuple),
    absences=several(Absence, 3),
    remarks=several(Remark, 3),
    decisions=several(Decision, 4),
    extra=st.dictionaries(WORDS, WORDS, max_size=3).map(lambda given: tuple(given.items())),
    held=st.booleans(),
)


@given(SESSIONS)
def test_values_bring_the_session_back(session: Session) -> None:
    assert from_values("s", to_values(session)) == session


@given(st.recursive(st.none() | st.booleans() | WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)))
def test_whatever_stands_in_the_cell_is_a_session(value: object) -> None:
    values = dict.fromkeys(("day", "articles", "questions", "absences", "extra", "held"), value)
    assert from_values("s", values).id == "s"


def test_sessions_stand_by_day_and_can_be_replaced_and_removed(tmp_path: Path) -> None:
    database = Database(tmp_path / "library.db")
    with database.write() as connection:
        for id_, day in (("c", ""), ("b", "2031-06-20"), ("a", "2031-05-01"), ("d", "")):
            sessions.put(connection, Session(id_, day, theme="旧"), "2031-01-01T00:00:00.000Z")
        sessions.put(connection, Session("b", "2031-06-20", theme="新"), "2031-01-02T00:00:00.000Z")
        sessions.remove(connection, "d")
    with database.read() as connection:
        assert [(one.id, one.theme) for one in sessions.all_of_them(connection)] == [
            ("a", "旧"),
            ("b", "新"),
            ("c", "旧"),
        ]
        assert sessions.get(connection, "d") is None
    database.close()
