"""Cycles are searched for on the window's thread, and nothing that a worker was asked dies on the worker's."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from zbreader.ui.cycles import CycleSearch, search_if_due
from zbreader.ui.worker import Lane, Worker


class Knot:
    """An object that holds itself, and tells on which thread it was freed."""

    def __init__(self, freed_on: list[threading.Thread]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: freed_on.append(threading.current_thread()))


def test_cycles_are_freed_by_the_window_and_by_nobody_else(qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []
    search = CycleSearch()
    search._timer.setInterval(1)
    gc.collect()
    search.start()
    Knot(freed_on)
    made = threading.Thread(target=lambda: [[[]] for _ in range(5_000)])
    made.start()
    made.join()
    assert freed_on == []
    keep = [[] for _ in range(5_000)]
    qtbot.waitUntil(lambda: bool(freed_on))
    search.stop()
    assert freed_on == [threading.main_thread()]
    assert len(keep) == 5_000


def test_nothing_is_searched_before_it_is_due() -> None:
    freed_on: list[threading.Thread] = []
    gc.collect()
    Knot(freed_on)
    search_if_due()
    assert freed_on == []
    gc.collect()
    assert len(freed_on) == 1


def test_what_a_worker_was_asked_is_dropped_by_the_asking_thread(qtbot: QtBot) -> None:
    freed_on: list[threading.Thread] = []

    class Asker:
        def __init__(self) -> None:
            weakref.finalize(self, lambda: freed_on.append(threading.current_thread()))

        def ask(self) -> int:
            return 1

    worker = Worker()
    came: list[object] = []
    for _ in range(50):
        asker = Asker()
        worker.submit(Lane.READ, asker.ask, lambda outcome, asker=asker: came.append(outcome.value))
        del asker
    qtbot.waitUntil(lambda: len(freed_on) == 50)
    assert worker.stop()
    assert came == [1] * 50
    assert set(freed_on) == {threading.main_thread()}
