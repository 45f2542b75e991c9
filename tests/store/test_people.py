"""People: described anew, called on all their notes by the name they have now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from zbreader.model.annotation import Annotation, AnnotationFilter, Target
from zbreader.model.person import Person, person_key
from zbreader.store import annotations, people, searchable
from zbreader.store.database import Connection, Database


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    database = Database(tmp_path / "library.db")
    with database.write() as connection:
        yield connection
    database.close()


def test_a_note_is_called_what_its_person_is_called_now(connection: Connection) -> None:
    note = Annotation("n1", Target("i", "a"), "旧名", creator_id="p1")
    annotations.put(connection, [note])
    stamp = searchable.notes_stamp(connection)
    assert [a.creator for a in annotations.select(connection, AnnotationFilter(author="旧名"))] == ["旧名"]
    people.put(connection, [Person("p1", "新名", "二组", 1)])
    (found,) = annotations.select(connection, AnnotationFilter(author="新名"))
    assert (found.creator, found.creator_id, found.group) == ("新名", "p1", "二组")
    assert [one.name for one in annotations.creators(connection)] == ["新名"]
    assert [text.creator for text in searchable.note_texts(connection)] == ["新名"]
    assert searchable.notes_stamp(connection) != stamp
    assert annotations.select(connection, AnnotationFilter(author="旧名")) == []
    people.forget(connection, ["p1"])
    assert [one.name for one in annotations.creators(connection)] == ["旧名"]


def test_who_has_only_a_name_can_be_sought_and_renamed(connection: Connection) -> None:
    annotations.put(connection, [Annotation("n1", Target("i", "a"), "甲"), Annotation("n2", Target("i", "a"))])
    key = person_key("", "甲")
    (found,) = annotations.select(connection, AnnotationFilter(people=frozenset({key})))
    assert (found.id, found.creator_id) == ("n1", key)
    assert [a.id for a in annotations.select(connection, AnnotationFilter(people=frozenset({""})))] == ["n2"]
    people.put(connection, [Person(key, "甲甲", "", 1)])
    assert [one.name for one in annotations.creators(connection)] == ["", "甲甲"]


def test_profiles_stay_when_they_are_described_anew(connection: Connection) -> None:
    people.put(connection, [Person("p1", "甲"), Person("p2", "乙")])
    people.set_here(connection, "p1", True)
    people.put(connection, [Person("p1", "丙", "三组", 2)])
    assert people.here(connection) == [Person("p1", "丙", "三组", 2)]
    assert people.all_of_them(connection) == [Person("p1", "丙", "三组", 2), Person("p2", "乙")]
    people.set_here(connection, "p1", False)
    assert people.here(connection) == []
