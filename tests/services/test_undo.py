"""Undo and redo: named steps, in order, told to whoever listens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from zbreader.model.message import message
from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.services.undo import Step, UndoStack


def one(name: str) -> Changes:
    return Changes(annotations=frozenset({name}))


class Counter:
    """A number that steps add to and take from."""

    def __init__(self) -> None:
        self.value = 0

    def step(self, amount: int) -> Step:
        return Step(message("加 {amount}", amount=amount), lambda: self.add(-amount), lambda: self.add(amount))

    def add(self, amount: int) -> Changes:
        self.value += amount
        return one(str(amount))


@pytest.fixture
def events() -> Events:
    return Events()


def test_steps_go_back_and_forth_and_are_told(events: Events) -> None:
    heard: list[Changes] = []
    events.subscribe(heard.append)
    stack, counter = UndoStack(events), Counter()
    for amount in (1, 2):
        counter.add(amount)
        stack.push(counter.step(amount))
    assert (str(stack.undo_name), stack.redo_name) == ("加 2", None)
    assert stack.undo() == one("-2")
    assert stack.undo() == one("-1")
    assert stack.undo() == Changes()
    assert (counter.value, stack.undo_name, str(stack.redo_name)) == (0, None, "加 1")
    stack.redo()
    stack.redo()
    assert stack.redo() == Changes()
    assert counter.value == 3
    assert heard == [one("-2"), one("-1"), one("1"), one("2")]


def test_a_new_step_ends_redoing(events: Events) -> None:
    stack, counter = UndoStack(events), Counter()
    stack.push(counter.step(1))
    stack.undo()
    stack.push(counter.step(2))
    assert stack.redo_name is None


def test_a_step_that_fails_stays(events: Events) -> None:
    def fail() -> Changes:
        raise ZeroDivisionError

    stack = UndoStack(events)
    stack.push(Step(message("坏"), fail, fail))
    with pytest.raises(ZeroDivisionError):
        stack.undo()
    assert (str(stack.undo_name), stack.redo_name) == ("坏", None)


def test_old_steps_are_forgotten(events: Events) -> None:
    stack, counter = UndoStack(events, limit=2), Counter()
    for amount in (1, 2, 3):
        stack.push(counter.step(amount))
    while stack.undo():
        pass
    assert counter.value == -5
    stack.clear()
    assert (stack.undo_name, stack.redo_name) == (None, None)


def test_listeners_can_leave_and_empty_changes_are_not_told(events: Events) -> None:
    heard: list[Changes] = []
    leave = events.subscribe(heard.append)
    events.publish(Changes())
    events.publish(one("a") | one("b"))
    leave()
    leave()
    events.publish(one("c"))
    assert heard == [Changes(annotations=frozenset({"a", "b"}))]


def test_steps_of_one_key_that_follow_each_other_are_one(events: Events) -> None:
    stack, counter = UndoStack(events), Counter()
    for amount, key in ((1, ""), (2, "go"), (4, "go"), (8, "another"), (16, "go"), (32, "go")):
        counter.add(amount)
        stack.push(replace(counter.step(amount), key=key))
    # Only one way back is right for a key: to where it was before the first of its steps.
    values = []
    while stack.undo():
        values.append(counter.value)
    assert values == [47, 39, 37, 36]


def test_a_step_after_undoing_begins_anew(events: Events) -> None:
    stack, counter = UndoStack(events), Counter()
    stack.push(replace(counter.step(1), key="go"))
    stack.push(replace(counter.step(2), key=""))
    stack.undo()
    stack.push(replace(counter.step(4), key="go"))
    stack.undo()
    assert stack.undo_name is not None, "what was undone stands between"


def test_a_step_that_is_done_is_remembered_and_told_and_one_that_fails_is_not(events: Events) -> None:
    heard: list[Changes] = []
    events.subscribe(heard.append)
    stack, counter = UndoStack(events), Counter()
    stack.do(counter.step(3))
    assert (counter.value, heard, str(stack.undo_name)) == (3, [one("3")], "加 3")

    def refuse() -> Changes:
        raise OSError

    with pytest.raises(OSError):
        stack.do(replace(counter.step(5), forward=refuse))
    assert (counter.value, len(heard), str(stack.undo_name)) == (3, 1, "加 3")
    stack.undo()
    assert counter.value == 0
