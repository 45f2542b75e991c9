"""Collections: notes gathered, put in order, taken out, and everything undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.model.errors import KnownError
from zbreader.services.changes import Changes
from zbreader.services.collecting import Collecting
from zbreader.services.library import Services


@pytest.fixture
def marks(stocked: Services) -> list[str]:
    """Four notes: two on the first article, one on the second, one on the first as a whole."""
    first, second = stocked.reading.articles(stocked.reading.issues()[0].id)
    add = stocked.annotating.add_highlight
    made = [add(first.id, 0, 2), add(second.id, 0, 2), add(first.id, 5, 8), stocked.annotating.add_bookmark(first.id)]
    return [one.annotation.id for one in made]


def order(services: Services, collection: str) -> list[str]:
    return [one.annotation.id for one in services.collecting.notes_of(collection)]


def test_notes_stand_in_the_order_in_which_they_were_put(stocked: Services, marks: list[str]) -> None:
    a, b, c, d = marks
    made = stocked.collecting.create(" 摘 编 ", [c, a, c])
    assert (made.name, made.annotations) == ("摘 编", (c, a))
    assert stocked.collecting.add(made.id, [b, a]) == 1
    assert order(stocked, made.id) == [c, b, a]
    assert stocked.collecting.add(made.id, [d], before=b) == 1
    assert order(stocked, made.id) == [c, d, b, a]
    stocked.collecting.move(made.id, [a, c], before=b)
    assert order(stocked, made.id) == [d, c, a, b], "what is moved together keeps its order"
    stocked.collecting.move(made.id, [d])
    assert order(stocked, made.id) == [c, a, b, d]
    stocked.collecting.take_out(made.id, [a, d])
    assert order(stocked, made.id) == [c, b]
    assert stocked.collecting.named("摘 编").annotations == (c, b)


def test_every_change_is_one_step_and_is_told(stocked: Services, marks: list[str]) -> None:
    told: list[Changes] = []
    stocked.events.subscribe(told.append)
    made = stocked.collecting.create("甲", marks[:2])
    stocked.collecting.rename(made.id, "乙")
    stocked.collecting.move(made.id, [marks[0]])
    stocked.collecting.remove(made.id)
    assert [one.collections for one in told] == [{made.id}] * 4
    assert stocked.collecting.collections() == []
    stocked.undo.undo()
    assert [(one.name, one.annotations) for one in stocked.collecting.collections()] == [("乙", (marks[1], marks[0]))]
    stocked.undo.undo()
    stocked.undo.undo()
    assert [(one.name, one.annotations) for one in stocked.collecting.collections()] == [("甲", tuple(marks[:2]))]
    stocked.undo.undo()
    assert stocked.collecting.collections() == []
    stocked.undo.redo()
    assert [one.name for one in stocked.collecting.collections()] == ["甲"]


def test_what_changes_nothing_is_no_step(stocked: Services, marks: list[str]) -> None:
    made = stocked.collecting.create("甲", marks)
    before = stocked.undo.undo_name
    stocked.collecting.rename(made.id, "甲 ")
    stocked.collecting.move(made.id, [marks[1]], before=marks[1])
    stocked.collecting.move(made.id, [])
    stocked.collecting.take_out(made.id, ["never there"])
    assert stocked.undo.undo_name is before


def test_a_deleted_note_comes_back_to_its_place(stocked: Services, marks: list[str]) -> None:
    a, b, c, d = marks
    made = stocked.collecting.create("甲", [a, b, c])
    stocked.annotating.delete(b)
    assert order(stocked, made.id) == [a, c]
    stocked.undo.undo()
    assert order(stocked, made.id) == [a, b, c]
    stocked.annotating.delete(b)
    stocked.collecting.add(made.id, [d], before=c)
    stocked.undo.undo()
    stocked.undo.undo()
    assert order(stocked, made.id) == [a, b, c]


@pytest.mark.parametrize("name", ["", "  ", "甲"])
def test_a_name_is_wanted_and_only_once(stocked: Services, name: str) -> None:
    stocked.collecting.create("甲")
    with pytest.raises(KnownError):
        stocked.collecting.create(name)


def test_what_is_gone_is_said(stocked: Services) -> None:
    for call in (stocked.collecting.notes_of, stocked.collecting.remove, lambda it: stocked.collecting.add(it, [])):
        with pytest.raises(KnownError, match="已不在资料库里"):
            call("nothing")
    with pytest.raises(KnownError, match="没有叫“丙”"):
        stocked.collecting.named("丙")


def test_an_export_follows_the_collection(stocked: Services, marks: list[str]) -> None:
    a, b, c, _ = marks
    made = stocked.collecting.create("甲", [c, b, a])
    document = stocked.exporting.document(stocked.collecting.filter_of(made.id))
    assert [[one.annotation.id for one in group.notes] for group in document.articles] == [[c], [b], [a]]
    empty = stocked.collecting.create("空")
    with pytest.raises(KnownError, match="没有符合条件的标注"):
        stocked.exporting.export(stocked.collecting.filter_of(empty.id), "txt")


class Kept(Collecting):
    """Collecting without a disk."""

    def __init__(self, members: list[str]) -> None:
        from zbreader.model.collection import Collection

        self.content = Collection("x", "甲", tuple(members))

    def _get(self, collection_id: str):
        return self.content

    def _put(self, before, after, name) -> None:
        self.content = after


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")), st.sampled_from([None, *"abcdef"]))
def test_moving_loses_and_doubles_nothing(members: list[str], moved: set[str], before: str | None) -> None:
    kept = Kept(members)
    kept.move("x", moved, before)
    after = kept.content.annotations
    assert sorted(after) == sorted(members)
    assert [one for one in after if one not in moved] == [one for one in members if one not in moved]
    assert [one for one in after if one in moved] == [one for one in members if one in moved]
    places = sorted(after.index(one) for one in moved)
    assert places == list(range(places[0], places[0] + len(places))) if places else True
    if before is not None and before not in moved and moved:
        assert after.index(before) == places[-1] + 1
