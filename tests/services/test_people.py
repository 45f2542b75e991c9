"""Who I am: asked at most once, changed at any time, several at one machine, the same for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.person import Person
from zbreader.services.changes import Changes
from zbreader.services.library import Services
from zbreader.services.people import merged


@pytest.fixture
def article(stocked: Services) -> str:
    return stocked.reading.articles(stocked.reading.issues()[0].id)[0].id


def write(services: Services, article: str, quote: str = "先读书") -> str:
    return services.annotating.add_by_quote(article, quote).annotation.id


def test_a_start_needs_no_name_and_is_asked_once(stocked: Services, article: str) -> None:
    people = stocked.people
    assert (people.current(), people.here(), people.is_to_be_asked()) == (Person(""), [], True)
    id_ = write(stocked, article)
    unnamed = people.current()
    assert unnamed.id
    assert stocked.annotating.get(id_).annotation.creator_id == unnamed.id
    people.was_asked()
    assert not people.is_to_be_asked()


def test_a_name_given_later_stands_on_everything(stocked: Services, article: str) -> None:
    id_ = write(stocked, article)
    heard: list[Changes] = []
    stocked.events.subscribe(heard.append)
    person = stocked.people.describe(" 林  溪 ", "第二党小组")
    assert (person.name, person.group) == ("林 溪", "第二党小组")
    assert stocked.settings.get("person") == "林 溪"
    assert heard[-1] == Changes(annotations=frozenset({id_}), people=frozenset({person.id}))
    note = stocked.annotating.get(id_).annotation
    assert (note.creator, note.group, note.creator_id) == ("林 溪", "第二党小组", person.id)
    assert not stocked.people.is_to_be_asked()
    renamed = stocked.people.describe("林小溪", "第二党小组")
    assert (renamed.id, renamed.revision) == (person.id, person.revision + 1)
    assert list(stocked.annotating.all_people().values()) == ["林小溪"]
    stocked.annotating.set_note(id_, "还是我的")
    stocked.undo.undo()
    stocked.undo.undo()
    assert stocked.people.current().name == "林 溪"
    assert stocked.people.current().revision > renamed.revision
    stocked.undo.redo()
    assert list(stocked.annotating.all_people().values()) == ["林小溪"]


def test_several_people_share_a_machine(stocked: Services, article: str) -> None:
    people = stocked.people
    first = people.describe("林溪")
    mine = write(stocked, article)
    second = people.add("周望川", "一组")
    assert people.current() == second
    assert people.here() == sorted([first, second], key=lambda person: person.name)
    theirs = write(stocked, article, "溪水")
    with pytest.raises(KnownError, match="林溪"):
        stocked.annotating.set_note(mine, "改别人的")
    with pytest.raises(KnownError, match="正在使用"):
        people.leave(second.id)
    people.switch_to(first.id)
    stocked.annotating.set_note(mine, "改自己的")
    assert not people.is_own(second.id)
    people.leave(second.id)
    assert people.here() == [first]
    assert stocked.annotating.get(theirs).annotation.creator == "周望川"
    stocked.undo.undo()
    assert second in people.here()


def test_adding_someone_can_be_taken_back(stocked: Services) -> None:
    first = stocked.people.describe("林溪")
    second = stocked.people.add("林溪", "一组")
    assert second.id != first.id
    assert sorted(stocked.people.names().values()) == ["林溪", "林溪（一组）"]
    stocked.undo.undo()
    assert (stocked.people.current(), stocked.people.here()) == (first, [first])
    stocked.undo.redo()
    assert stocked.people.current() == second
    with pytest.raises(KnownError, match="姓名"):
        stocked.people.add("  ")
    with pytest.raises(KnownError, match="没有这个人"):
        stocked.people.switch_to("nobody")


def test_a_name_that_was_preset_is_a_person_from_the_first_note_on(stocked: Services, article: str) -> None:
    stocked.settings.set("person", "林溪")
    stocked.settings.set("person.group", "第一党支部")
    before = stocked.people.current()
    id_ = write(stocked, article)
    assert stocked.people.current() == before
    assert stocked.annotating.get(id_).annotation.group == "第一党支部"
    assert stocked.people.here() == [before]


def test_who_i_am_is_kept(stocked: Services, open_again: Callable[[], Services]) -> None:
    person = stocked.people.describe("林溪", "一组")
    stocked.close()
    assert open_again().people.current() == person


def test_what_others_say_of_people_counts_when_it_is_newer() -> None:
    mine = [Person("p1", "甲", "", 1), Person("p2", "乙", "", 3)]
    theirs = [Person("p1", "甲甲", "二组", 2), Person("p2", "旧", "", 2), Person("p3", "丙", "", 0)]
    assert merged(mine, theirs) == [theirs[0], theirs[2]]
    assert merged([*merged(mine, theirs), mine[1]], theirs) == []


@pytest.mark.parametrize(
    ("preset", "offered"),
    [
        (["第一支部", " 第二  支部 ", "第一支部", "", 7], ["第一支部", "第二 支部"]),
        ("第一支部", []),
        (None, []),
    ],
)
def test_groups_that_an_organiser_preset_are_offered(services: Services, preset: object, offered: list[str]) -> None:
    services.settings.set("person.groups", preset)
    assert services.people.offered_groups() == offered


def test_namesakes_stay_two_where_people_are_listed(stocked: Services) -> None:
    article = stocked.reading.articles(stocked.reading.issues()[0].id)[0].id
    for group in ("一组", "二组"):
        stocked.people.add("李明", group)
        stocked.annotating.add_by_quote(article, "先读书", note=group)
    called = stocked.annotating.all_people()
    assert list(called.values()) == ["李明（一组）", "李明（二组）"]
    for key, name in called.items():
        (found,) = stocked.annotating.notes(AnnotationFilter(people=frozenset({key})))
        assert name == f"李明（{found.annotation.note}）"
    written = stocked.exporting.export(AnnotationFilter(), "txt").decode()
    assert "李明（一组）" in written and "李明（二组）" in written
