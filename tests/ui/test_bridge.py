"""Events of any thread arrive on the window's, each kind by its own signal."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from zbreader.services.changes import Changes
from zbreader.services.events import Events
from zbreader.ui.bridge import Bridge


def test_each_kind_arrives_where_it_belongs(qapp: object, qtbot: QtBot) -> None:
    events = Events()
    bridge = Bridge(events)
    came: list[tuple[str, frozenset[str], bool]] = []
    for name in ("issues", "articles", "annotations", "settings"):
        getattr(bridge, f"{name}_changed").connect(
            lambda ids, name=name: came.append((name, ids, threading.current_thread() is threading.main_thread()))
        )
    thread = threading.Thread(
        target=events.publish, args=(Changes(annotations=frozenset({"n1"}), settings=frozenset({"k"})),)
    )
    thread.start()
    thread.join()
    assert not came, "nothing happens on the publishing thread"
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came == [("annotations", frozenset({"n1"}), True), ("settings", frozenset({"k"}), True)]
    bridge.close()
    events.publish(Changes(issues=frozenset({"i1"})))
    qtbot.wait(20)
    assert len(came) == 2
