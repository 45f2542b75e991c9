"""People: the newest description wins whatever the order, and no two are called the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.person import Person, newest, person_key, told_apart

PEOPLE = st.lists(
    st.builds(
        Person,
        st.sampled_from(["p1", "p2", "p3", "p4"]),
        st.sampled_from(["李明", "王芳"]),
        st.sampled_from(["", "一组", "二组"]),
        st.integers(0, 2),
    ),
    max_size=8,
)


@given(PEOPLE, PEOPLE, PEOPLE)
def test_descriptions_may_come_twice_in_any_order_and_by_way_of_others(
    one: list[Person], two: list[Person], three: list[Person]
) -> None:
    everyone = newest([*one, *two, *three])
    assert newest([*newest([*three, *two]).values(), *one, *one]) == everyone
    assert newest(everyone.values()) == everyone
    for person in one:
        assert everyone[person.id].revision >= person.revision


@given(PEOPLE)
def test_no_two_people_are_called_the_same(people: list[Person]) -> None:
    called = told_apart(people)
    assert set(called) == {person.id for person in people}
    assert len(set(called.values())) == len(called)
    assert called == told_apart(reversed(people))


def test_namesakes_are_told_apart_by_their_group_first() -> None:
    people = [
        Person("p1", "李明", "一组"),
        Person("p2", "李明", "二组"),
        Person("p3", "李明", "二组"),
        Person("p4", "王芳"),
        Person("p5", "", "一组"),
        Person("p6", ""),
    ]
    assert list(told_apart(people).values()) == ["李明（一组）", "李明（二组）", "李明（二组）2", "王芳", "", ""]


def test_a_name_alone_is_a_person() -> None:
    assert person_key("", "") == ""
    assert person_key("p1", "李明") == "p1"
    assert person_key("", "李明") == person_key("", "李明") != person_key("", "王芳")
