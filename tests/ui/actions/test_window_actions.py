"""The actions: every one is in a menu, no key means two things, and each can be seen and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from zbreader.ui.actions import ACTIONS, MENUS, SEPARATOR, Actions, ActionSpec, MenuSpec, menu


def all_menus(menus: Iterable[MenuSpec] = MENUS) -> Iterator[MenuSpec]:
    for spec in menus:
        yield spec
        yield from all_menus(spec.menus)


def test_every_action_stands_in_exactly_one_menu() -> None:
    placed = Counter(spec.name for spec in ACTIONS)
    assert [name for name, count in placed.items() if count > 1] == []
    for spec in all_menus():
        names = {entry for entry in spec.entries if entry != SEPARATOR}
        assert names == {one.name for one in (*spec.actions, *spec.menus)}, spec.name


def test_a_menu_tells_its_actions_in_the_order_of_the_menu() -> None:
    inner = menu("inner", "内", ActionSpec("b", "乙"), SEPARATOR, ActionSpec("c", "丙"))
    outer = menu("outer", "外", ActionSpec("a", "甲"), inner, SEPARATOR, ActionSpec("d", "丁"))
    assert outer.entries == ("a", "inner", "", "d")
    assert [spec.name for spec in outer.all_actions()] == ["a", "b", "c", "d"]


def test_no_key_means_two_things(qapp: object) -> None:
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys, "every key can be read"


def test_what_is_wanted_all_the_time_has_a_key() -> None:
    wanted = (
        "import_files export undo redo copy find find_next search palette previous_article next_article show_library"
    )
    wanted += " show_notes next_pane zoom_in zoom_out full_screen highlight underline wavy note next_note shortcuts"
    without = {spec.name for spec in ACTIONS if not spec.keys}
    assert without.isdisjoint(wanted.split())
    assert set(wanted.split()) <= {spec.name for spec in ACTIONS}


def test_actions_are_off_until_there_is_something_for_them(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    assert {"<themes>", "<faces>"} <= actions.submenus.keys()
    assert not actions["find"].isEnabled()
    actions.set_available("article", True)
    assert actions["find"].isEnabled() and not actions["copy"].isEnabled()
    called: list[object] = []
    actions.connect_all({"find": lambda: called.append("find"), "show_notes": called.append})
    actions["find"].trigger()
    actions["show_notes"].setChecked(True)
    assert called == ["find", True]
