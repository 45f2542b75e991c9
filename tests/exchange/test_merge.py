"""The laws of merging, and what it means to people."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zbreader.exchange.lineage import copy_id, essence, settled
from zbreader.exchange.merge import MergePlan, merge
from zbreader.model.annotation import Annotation, Target
from zbreader.model.mark import HighlightColor

Rows = dict[str, Annotation]
Note = Callable[..., Annotation]


def taken_in(mine: Rows, theirs: Iterable[Annotation]) -> Rows:
    """The library after a merge."""
    return {**mine, **{row.id: row for row in merge(mine.values(), theirs).to_store}}


def says(rows: Rows) -> list[object]:
    return [(row.id, row.conflict_of, essence(row)) for row in settled(rows.values())]


def library(*rows: Annotation) -> Rows:
    return {row.id: row for row in rows}


# Laws

ROWS = st.builds(
    Annotation,
    id=st.sampled_from("abc"),
    target=st.builds(Target, issue_id=st.just("i"), article_id=st.sampled_from("xy")),
    creator=st.sampled_from(["张三", "李四"]),
    modified=st.sampled_from(["", "1999-01-01T00:00:00.000Z", "2044-01-01T00:00:00.000Z"]),
    revision=st.integers(1, 3),
    note=st.sampled_from([None, "一", "二", "三"]),
    deleted=st.booleans(),
)


def as_library(rows: list[Annotation]) -> Rows:
    return taken_in({}, rows)


@given(st.lists(ROWS))
def test_merging_is_idempotent(rows: list[Annotation]) -> None:
    mine = as_library(rows)
    plan = merge(mine.values(), mine.values())
    assert not plan.to_store
    assert len(plan.unchanged) == len(mine)
    assert not merge(mine.values(), rows).to_store


@given(st.lists(ROWS), st.lists(ROWS))
def test_merging_is_commutative(one: list[Annotation], other: list[Annotation]) -> None:
    a, b = as_library(one), as_library(other)
    assert says(taken_in(a, b.values())) == says(taken_in(b, a.values()))


@given(st.lists(ROWS), st.lists(ROWS), st.lists(ROWS))
def test_merging_is_associative(one: list[Annotation], two: list[Annotation], three: list[Annotation]) -> None:
    a, b, c = as_library(one), as_library(two), as_library(three)
    assert says(taken_in(taken_in(a, b.values()), c.values())) == says(taken_in(a, taken_in(b, c.values()).values()))


def test_members_who_edit_delete_and_merge_in_any_order_end_up_with_the_same() -> None:
    """Four people write, edit, delete (their own notes and the conflict copies of them) and merge each other's."""
    for seed in range(150):
        chance = random.Random(seed)
        people = [f"成员{number}" for number in range(3)]
        libraries: list[Rows] = [{} for _ in range(4)]  # the first person has two machines
        owner = [people[0], *people]
        for step in range(40):
            at = chance.randrange(4)
            mine = libraries[at]
            own = [row for row in mine.values() if row.creator == owner[at]]
            action = chance.random()
            if action < 0.25 or not own:
                row = Annotation(f"{seed}-{step}", Target("i", "a"), owner[at], note=f"第{step}步")
                mine[row.id] = row
            elif action < 0.55:
                row = chance.choice(own)
                mine[row.id] = replace(row, revision=row.revision + 1, note=f"改于{step}", deleted=False)
            elif action < 0.65:
                row = chance.choice(own)
                mine[row.id] = replace(row, revision=row.revision + 1, deleted=True)
            else:
                libraries[at] = taken_in(mine, chance.choice(libraries).values())
        everything = [rows.values() for rows in libraries]
        results = []
        for start in range(4):
            merged = libraries[start]
            for rows in chance.sample(everything, 4):
                merged = taken_in(merged, rows)
            results.append(says(merged))
        assert all(result == results[0] for result in results), seed


@given(st.lists(ROWS, max_size=3), st.lists(ROWS, max_size=3))
def test_no_living_note_of_another_creator_is_lost_or_changed(one: list[Annotation], other: list[Annotation]) -> None:
    mine = as_library([row for row in one if row.creator == "张三"])
    merged = taken_in(mine, [row for row in other if row.creator == "李四"])
    before = [essence(row) for row in settled(mine.values())]
    after = [essence(row) for row in settled(merged.values())]
    assert all(said in after for said in before)


# What it means


def test_a_new_note_is_added_and_the_same_note_changes_nothing(note: Note) -> None:
    plan = merge([note(1)], [note(1), note(2)])
    assert plan == MergePlan(added=(note(2),), unchanged=(note(1),))


def test_an_edit_wins_over_an_older_revision_whatever_the_clocks_say(note: Note) -> None:
    old = note(1, note="旧", modified="2099-01-01T00:00:00.000Z")
    new = note(1, note="新", revision=2, modified="1970-01-01T00:00:00.000Z")
    assert merge([old], [new]).updated == (new,)
    assert merge([new], [old]) == MergePlan(unchanged=(new,))


def test_concurrent_edits_are_kept_side_by_side_and_counted_once(note: Note) -> None:
    one, other = note(1, note="一", revision=2), note(1, note="二", revision=2)
    plan = merge([one], [other])
    assert len(plan.conflicts) == 1
    rows = taken_in(library(one), [other])
    assert {row.note for row in rows.values()} == {"一", "二"}
    [copy] = plan.conflicts
    assert copy.conflict_of == one.id
    assert copy.id == copy_id(one.id, copy)
    assert not merge(rows.values(), [other]).conflicts


def test_a_settled_conflict_does_not_come_back(note: Note) -> None:
    one, other = note(1, note="一", revision=2), note(1, note="二", revision=2)
    rows = taken_in(library(one), [other])
    [copy] = [row for row in rows.values() if row.conflict_of]
    rows[copy.id] = replace(copy, deleted=True, revision=copy.revision + 1)
    again = taken_in(rows, [one, other])
    assert [row.id for row in again.values() if not row.deleted] == [one.id]


def test_the_same_words_said_twice_are_no_conflict_and_ones_own_place_stays(note: Note) -> None:
    mine = note(1, note="一", revision=2)
    theirs = replace(mine, modified="", target=replace(mine.target, article_title="别的转换", article_id="other"))
    assert merge([mine], [theirs]) == MergePlan(unchanged=(mine,))
    edited = replace(theirs, note="三", revision=3)
    [updated] = merge([mine], [edited]).updated
    assert (updated.note, updated.target) == ("三", mine.target)


def test_a_deletion_travels_and_its_words_stay_for_undo(note: Note) -> None:
    mine = note(1, note="我的话")
    gone = note(1, deleted=True, revision=2, target=Target("a1b2c3d4e5f6", "a1b2c3d4e5f6-012345"))
    [updated] = merge([mine], [gone]).updated
    assert updated.deleted
    assert updated.note == "我的话"
    restored = replace(updated, deleted=False, revision=3)
    assert merge([restored], [gone]) == MergePlan(unchanged=(restored,))
    assert not merge([gone], [restored]).updated[0].deleted


@pytest.mark.parametrize("deleted", [True, False])
def test_someone_else_can_neither_delete_nor_edit(note: Note, deleted: bool) -> None:
    mine = note(1, note="我的话")
    rows = taken_in(library(mine), [note(1, creator="李四", note="他的话", deleted=deleted, revision=9)])
    [kept] = [row for row in rows.values() if row.creator == "张三"]
    assert (essence(kept), kept.target) == (essence(mine), mine.target)
    assert len(rows) == 2


def test_a_copy_may_arrive_before_its_note(note: Note) -> None:
    one, other, older = note(1, note="一", revision=3), note(1, note="二", revision=3), note(1, note="零", revision=2)
    copies = merge([one], [other]).conflicts
    rows = taken_in(library(*copies), [older])
    assert says(rows) == says(taken_in(library(older), copies))
    assert (rows[one.id].note, rows[one.id].revision) == (copies[0].note, 3)


def test_an_unknown_deletion_is_remembered_but_not_counted_as_added(note: Note) -> None:
    gone = note(1, deleted=True, revision=2)
    plan = merge([], [gone])
    assert plan == MergePlan(tombstones=(gone,))
    assert not taken_in(library(gone), [note(1)])[gone.id].note


def test_at_the_same_revision_an_edit_beats_a_deletion(note: Note) -> None:
    edited, gone = note(1, revision=2, color=HighlightColor.PINK), note(1, revision=2, deleted=True)
    assert merge([gone], [edited]).updated == (edited,)
    assert merge([edited], [gone]).unchanged == (edited,)


def test_many_files_may_be_merged_at_once(note: Note) -> None:
    files = [
        [note(number, creator=f"成员{member}") for number in range(member * 10, member * 10 + 10)]
        for member in range(5)
    ]
    at_once = taken_in({}, [row for rows in files for row in rows])
    one_by_one: Rows = {}
    for rows in reversed(files):
        one_by_one = taken_in(one_by_one, rows)
    assert says(at_once) == says(one_by_one)
    assert len(at_once) == 50
