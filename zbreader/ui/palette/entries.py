"""What the palette offers, gathered from the menus as they are at this moment, and which of it fits what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from zbreader.text.closeness import closeness
from zbreader.text.initials import initials, other_initials
from zbreader.ui.actions import ActionSpec

CONTEXT = "palette"
RECENT_WORTH = 0.15  # what having been used just now adds to how well an entry fits
OFF_WORTH = -0.3  # what cannot be done now stands below what can
ENOUGH = 0.3  # how well an entry has to fit to be shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `reason` says why it cannot be chosen now (empty: it can); `forms` are what it is found by."""

    id: str
    text: str
    act: Callable[[], object]
    place: str = ""  # the menu it stands in, or the issue
    keys: str = ""
    reason: str = ""
    forms: tuple[str, ...] = ()
    is_checked: bool = False


def entries_of(bar: QMenuBar, specs: Mapping[str, ActionSpec]) -> list[Entry]:
    """Every action of the menus of BAR, in their order; SPECS know what those need that are off."""
    menus = _menus_in(bar)
    return [
        entry for top in bar.actions() if top in menus for entry in _entries(menus[top], (plain(top.text()),), specs)
    ]


def fitting(typed: str, entries: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """The ENTRIES that fit TYPED, best first; without a word the RECENT ones (ids, newest first), then all others."""
    place = {name: number for number, name in enumerate(recent)}
    if not typed.strip():
        known = sorted((entry for entry in entries if entry.id in place), key=lambda entry: place[entry.id])
        return known + [entry for entry in entries if entry.id not in place]
    worth = [(entry, max((closeness(typed, form) for form in entry.forms), default=0.0)) for entry in entries]
    found = [
        (value + (RECENT_WORTH if entry.id in place else 0.0) + (OFF_WORTH if entry.reason else 0.0), entry)
        for entry, value in worth
        if value >= ENOUGH
    ]
    return [entry for _, entry in sorted(found, key=lambda one: -one[0])]


def forms_of(text: str, *others: str) -> tuple[str, ...]:
    """What a line with TEXT is found by: the text, its initials, and OTHERS."""
    return tuple(dict.fromkeys(form for form in (text, initials(text), other_initials(text), *others) if form))


def plain(text: str) -> str:
    """The words of a menu without the mark of its key: 文件(&F) is 文件."""
    head, mark, _ = text.partition("(&")
    return (head if mark else text.replace("&", "")).rstrip("…").strip()


def _menus_in(parent: QMenuBar | QMenu) -> dict[QAction, QMenu]:
    """The menus that open from actions of PARENT."""
    # QAction.menu() is not asked: its answer takes the menu along when it goes.
    return {menu.menuAction(): menu for menu in parent.findChildren(QMenu)}


def _entries(menu: QMenu, path: tuple[str, ...], specs: Mapping[str, ActionSpec]) -> Iterator[Entry]:
    menu.aboutToShow.emit()  # some menus are filled, or ticked, when they are opened
    inside = _menus_in(menu)
    for action in menu.actions():
        if action in inside:
            yield from _entries(inside[action], (*path, plain(action.text())), specs)
        elif not action.isSeparator() and action.isVisible() and action.text():
            yield _entry(action, path, specs.get(action.objectName()))


def _entry(action: QAction, path: tuple[str, ...], spec: ActionSpec | None) -> Entry:
    text = plain(action.text())
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    source = plain(spec.text) if spec is not None else ""
    return Entry(
        id=spec.name if spec is not None else "/".join((*path, text)),
        text=text,
        act=action.trigger,
        place=" › ".join(path),
        keys=keys,
        reason="" if action.isEnabled() else _reason(spec),
        # In Chinese the action's own name is the English one can find it by; in English its source is the Chinese.
        forms=forms_of(text, *forms_of(source), spec.name.replace("_", " ") if spec else "", keys, path[-1] + text),
        is_checked=action.isCheckable() and action.isChecked(),
    )


def _reason(spec: ActionSpec | None) -> str:
    need = spec.needs if spec is not None else ""
    if need in ("article", "issue"):
        return QCoreApplication.translate(CONTEXT, "先打开一篇文章")
    if need == "selection":
        return QCoreApplication.translate(CONTEXT, "先在页面上选中文字")
    return QCoreApplication.translate(CONTEXT, "现在没有可做的")
