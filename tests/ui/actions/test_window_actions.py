"""The actions: every one is in a menu, no key means two things, and each can be seen and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.actions import ACTIONS, MENUS, SEPARATOR, Actions, ActionSpec, MenuSpec, menu
from zbreader.ui.actions.page_keys import LISTS, PAGE
from zbreader.ui.reading import keys


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
    counts = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in counts.items() if count > 1] == []
    assert "" not in counts, "every key can be read"


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


@pytest.mark.parametrize("others", [PAGE, LISTS])
def test_the_keys_of_page_and_lists_mean_nothing_in_the_menus(qapp: object, others: MenuSpec) -> None:
    own = Counter(QKeySequence(key).toString() for spec in others.actions for key in spec.keys)
    assert [key for key, count in own.items() if count > 1] == []
    menus = {QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys}
    assert own.keys() & menus == set()


def pressed(keys: str) -> QKeyEvent:
    combination = QKeySequence(keys)[0]
    return QKeyEvent(QEvent.Type.KeyPress, combination.key(), combination.keyboardModifiers())


def test_the_page_reads_every_key_that_the_sheet_shows(qapp: object) -> None:
    of_selection = (keys.marking, keys.selection_deed, keys.is_copy_with_source)
    readers = (*of_selection, keys.page_step, keys.mark_step, keys.moves_caret, keys.caret_jump)
    for spec in PAGE.actions:
        for shown in spec.keys:
            assert any(reader(pressed(shown)) for reader in readers), (spec.name, shown)
    assert keys.marking(pressed("3")) == (list(HighlightColor)[2], MarkStyle.HIGHLIGHT)
    assert keys.marking(pressed("Ctrl+3")) is None and keys.marking(pressed("6")) is None
    assert (keys.page_step(pressed("Shift+Space")), keys.mark_step(pressed("Alt+Up"))) == (-1, -1)
    assert keys.selection_deed(pressed("C")) == "copy_with_source" and not keys.is_copy_with_source(pressed("C"))
