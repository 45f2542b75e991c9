"""Lanes keep their order, answers come on the window's thread, and nothing arrives after the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from zbreader.ui.worker import Lane, Outcome, Worker


@pytest.fixture
def worker(qapp: object) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.stop()


def test_a_lane_keeps_its_order_and_answers_on_the_asking_thread(worker: Worker, qtbot: QtBot) -> None:
    came: list[int] = []
    threads: set[threading.Thread] = set()

    def receive(outcome: Outcome) -> None:
        came.append(outcome.value)
        threads.add(threading.current_thread())

    for number in range(20):
        worker.submit(Lane.WRITE, lambda number=number: number, receive)
    qtbot.waitUntil(lambda: len(came) == 20)
    assert came == list(range(20))
    assert threads == {threading.main_thread()}


def test_a_question_does_not_wait_for_long_work(worker: Worker, qtbot: QtBot) -> None:
    gate = threading.Event()
    came: list[str] = []
    worker.submit(Lane.LONG, lambda: gate.wait(10), lambda _outcome: came.append("long"))
    worker.submit(Lane.READ, lambda: "answer", lambda outcome: came.append(outcome.value))
    qtbot.waitUntil(lambda: came == ["answer"])
    gate.set()
    qtbot.waitUntil(lambda: came == ["answer", "long"])


def test_an_exception_comes_back_as_an_outcome(worker: Worker, qtbot: QtBot) -> None:
    came: list[Outcome] = []
    worker.submit(Lane.READ, lambda: 1 // 0, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert isinstance(came[0].error, ZeroDivisionError)


def test_what_was_asked_for_before_the_end_is_done_but_not_told(qapp: object, qtbot: QtBot) -> None:
    worker = Worker()
    done: list[int] = []
    told: list[Outcome] = []
    for number in range(5):
        worker.submit(Lane.WRITE, lambda number=number: done.append(number), told.append)
    assert worker.stop()
    worker.submit(Lane.WRITE, lambda: done.append(99), told.append)
    qtbot.wait(20)
    assert done == [0, 1, 2, 3, 4]
    assert not told


def test_the_end_does_not_wait_for_ever(qapp: object) -> None:
    worker = Worker()
    gate = threading.Event()
    worker.submit(Lane.LONG, lambda: gate.wait(10), lambda _outcome: None)
    assert not worker.stop(patience=0.01)
    gate.set()
