"""Operations: changes, questions of which only the newest counts, long work that tells and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from zbreader.model.errors import Cancelled, KnownError
from zbreader.model.message import Message, message
from zbreader.services.jobs import Job
from zbreader.ui.operations import Operations
from zbreader.ui.worker import Worker


@pytest.fixture
def operations(qapp: object) -> Iterator[Operations]:
    worker = Worker()
    yield Operations(worker)
    worker.stop()


def test_a_change_tells_its_value(operations: Operations, qtbot: QtBot) -> None:
    came: list[int] = []
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda: 7, on_done=came.append)
    assert came == [7]


def test_an_error_goes_to_its_caller_or_to_the_window(operations: Operations, qtbot: QtBot) -> None:
    def fail() -> None:
        raise KnownError("磁盘已满。")

    came: list[BaseException] = []
    operations.run(fail, on_error=came.append)
    qtbot.waitUntil(lambda: len(came) == 1)
    with qtbot.waitSignal(operations.failed) as told:
        operations.run(fail)
    assert str(told.args[0]) == "磁盘已满。"


def test_only_the_newest_question_is_answered(operations: Operations, qtbot: QtBot) -> None:
    gate, asked, came = threading.Event(), [], []
    operations.ask(lambda: gate.wait(5), on_done=lambda _value: came.append("first"), key="other")

    def ask(number: int) -> None:
        operations.ask(lambda: asked.append(number) or number, on_done=came.append, key="search")

    for number in range(4):
        ask(number)
    gate.set()
    qtbot.waitUntil(lambda: len(came) == 2)
    qtbot.wait(20)
    assert came == ["first", 3]
    assert asked == [3], "questions that still waited are not even asked"


def test_a_forgotten_question_is_not_answered(operations: Operations, qtbot: QtBot) -> None:
    came: list[int] = []
    operations.ask(lambda: 1, on_done=came.append, key="search")
    operations.forget("search")
    operations.ask(lambda: 2, on_done=came.append)
    qtbot.waitUntil(lambda: came == [2])


def test_long_work_tells_how_far_it_is(operations: Operations, qtbot: QtBot) -> None:
    gate = threading.Event()

    def work(job: Job) -> str:
        gate.wait(5)
        for number in range(1, 4):
            job.report(number, 3, message("第 {n} 期", n=number))
        return "done"

    told: list[tuple[int, int, Message | None]] = []
    came: list[str] = []
    task = operations.start(work, "导入", on_done=came.append)
    task.progressed.connect(lambda done, total, doing: told.append((done, total, doing)))
    assert operations.tasks == {task}
    gate.set()
    qtbot.waitUntil(lambda: came == ["done"])
    assert told[-1][:2] == (3, 3)
    assert not operations.tasks


def test_long_work_can_be_stopped(operations: Operations, qtbot: QtBot) -> None:
    started = threading.Event()

    def work(job: Job) -> None:
        started.set()
        while True:
            job.report(0)

    came: list[BaseException] = []
    task = operations.start(work, "导入", on_error=came.append)
    assert started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: len(came) == 1)
    assert isinstance(came[0], Cancelled)


def test_nobody_is_told_who_is_gone(operations: Operations, qtbot: QtBot) -> None:
    class Panel(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.came: list[int] = []

        def take(self, value: int) -> None:
            self.came.append(value)

    panel = Panel()
    came: list[int] = []
    operations.ask(lambda: 1, on_done=panel.take)
    delete(panel)
    operations.ask(lambda: 2, on_done=came.append)
    qtbot.waitUntil(lambda: came == [2])
    assert panel.came == []
