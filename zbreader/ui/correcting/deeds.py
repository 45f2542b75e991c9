"""Everything that can be done at the desk, as data: names, words, keys, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from zbreader.model.correction import FurnitureKind, LineKind
from zbreader.ui.actions import SEPARATOR, ActionSpec, MenuSpec
from zbreader.ui.correcting.words import role_word, said
from zbreader.ui.translation import noop

CONTEXT = "correcting"
# What an action needs to be chosen.
LINES, ARTICLE, PARAGRAPH, ONE, TAKEN = "lines", "article", "paragraph", "one", "taken"

DESK_ACTIONS = (
    ActionSpec("save", noop(CONTEXT, "保存校订…"), ("Ctrl+S",)),
    ActionSpec("apply", noop(CONTEXT, "应用校订文件…"), ("Ctrl+O",)),
    ActionSpec("close", noop(CONTEXT, "关闭"), ("Ctrl+W",)),
    ActionSpec("undo", noop(CONTEXT, "撤销"), ("Ctrl+Z",)),
    ActionSpec("redo", noop(CONTEXT, "重做"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionSpec("next_doubt", noop(CONTEXT, "下一处存疑"), ("F8",)),
    ActionSpec("previous_doubt", noop(CONTEXT, "上一处存疑"), ("Shift+F8",)),
    ActionSpec("next_part", noop(CONTEXT, "转到下一栏"), ("F6",)),
    ActionSpec("split", noop(CONTEXT, "另起一篇"), ("Ctrl+Return",), needs=LINES),
    ActionSpec("split_body", noop(CONTEXT, "另起一篇，题目另写…"), ("Ctrl+Shift+Return",), needs=LINES),
    ActionSpec("merge", noop(CONTEXT, "并入上篇"), ("Ctrl+Backspace",), needs=ARTICLE),
    ActionSpec("cut", noop(CONTEXT, "从此分段"), ("Shift+Return",), needs=ONE),
    ActionSpec("join", noop(CONTEXT, "与下段相连"), ("Ctrl+J",), needs=LINES),
    ActionSpec("confirm", noop(CONTEXT, "本段连接无误"), ("Ctrl+Shift+J",), needs=PARAGRAPH),
    ActionSpec("take", noop(CONTEXT, "拿起这些行"), ("Ctrl+X",), needs=LINES),
    ActionSpec("put", noop(CONTEXT, "放到此行后"), ("Ctrl+V",), needs=TAKEN),
    ActionSpec("retitle", noop(CONTEXT, "改标题…"), ("F2",), needs=ARTICLE),
    ActionSpec("reauthor", noop(CONTEXT, "改作者…"), ("F3",), needs=ARTICLE),
    ActionSpec("regroup", noop(CONTEXT, "改栏目…"), ("F4",), needs=ARTICLE),
    ActionSpec("mend", noop(CONTEXT, "改字…"), ("Ctrl+E",), needs=ONE),
)

KIND_KEYS = {kind: f"Ctrl+{place % 10}" for place, kind in enumerate(LineKind, start=1)}
FURNITURE_KEYS = {FurnitureKind.ARTIFACT: "Delete"}

KINDS, FURNITURE = "<kinds>", "<furniture>"
SUBMENUS = {KINDS: noop(CONTEXT, "这是"), FURNITURE: noop(CONTEXT, "不属于文章")}

_CHANGES = (
    *("split", "split_body", "merge", SEPARATOR, "cut", "join", "confirm", SEPARATOR, "take", "put", SEPARATOR),
    *("retitle", "reauthor", "regroup", SEPARATOR, KINDS, FURNITURE, SEPARATOR, "mend"),
)
DESK_MENUS = (
    MenuSpec("file", noop(CONTEXT, "文件(&F)"), ("save", "apply", SEPARATOR, "close")),
    MenuSpec(
        "edit",
        noop(CONTEXT, "编辑(&E)"),
        ("undo", "redo", SEPARATOR, "next_doubt", "previous_doubt", SEPARATOR, "next_part"),
    ),
    MenuSpec("correct", noop(CONTEXT, "校订(&C)"), _CHANGES),
)
TOOLS = (
    *("split", "merge", SEPARATOR, "cut", "join", SEPARATOR, "take", "put", SEPARATOR),
    *("retitle", "reauthor", "regroup", SEPARATOR, KINDS, FURNITURE, "mend"),
)


class DeskActions:
    """The actions of one desk, and the menus and the bar made of them."""

    def __init__(self, desk: QWidget) -> None:
        self._desk = desk
        self._actions: dict[str, QAction] = {}
        self._needs = {spec.name: spec.needs for spec in DESK_ACTIONS}
        for spec in DESK_ACTIONS:
            self._add(spec.name, said(spec.text), spec.keys)
        self.kinds: dict[LineKind, QAction] = {}
        for kind in LineKind:
            self.kinds[kind] = self._add(f"kind {kind.value}", role_word(kind), (KIND_KEYS[kind],))
            self._needs[f"kind {kind.value}"] = LINES
        self.furniture: dict[FurnitureKind, QAction] = {}
        for piece in FurnitureKind:
            keys = (FURNITURE_KEYS[piece],) if piece in FURNITURE_KEYS else ()
            self.furniture[piece] = self._add(f"furniture {piece.value}", role_word(piece), keys)
            self._needs[f"furniture {piece.value}"] = LINES
        self._submenus = {name: self._submenu(name) for name in SUBMENUS}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, deeds: Mapping[str, Callable[[], object]]) -> None:
        """Connect actions by name."""
        for name, deed in deeds.items():
            self._actions[name].triggered.connect(lambda _checked=False, deed=deed: deed())

    def set_available(self, has: frozenset[str]) -> None:
        """Switch on what HAS (of LINES, ARTICLE, PARAGRAPH, ONE, TAKEN) suffices for."""
        for name, need in self._needs.items():
            if need:
                self._actions[name].setEnabled(need in has)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for spec in DESK_MENUS:
            self._fill(bar.addMenu(said(spec.text)), spec.entries)

    def menu(self) -> QMenu:
        """The context menu of lines and structure."""
        menu = QMenu(self._desk)
        self._fill(menu, _CHANGES)
        return menu

    def fill_bar(self, bar: QToolBar) -> None:
        """The same in words, with their keys in the tips."""
        for name in TOOLS:
            if name == SEPARATOR:
                bar.addSeparator()
            elif name in SUBMENUS:
                button = QToolButton(bar)
                button.setText(f"{said(SUBMENUS[name])} ▾")
                button.setMenu(self._submenus[name])
                button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
                bar.addWidget(button)
            else:
                bar.addAction(self._actions[name])

    def _fill(self, menu: QMenu, entries: tuple[str, ...]) -> None:
        for entry in entries:
            if entry == SEPARATOR:
                menu.addSeparator()
            elif entry in SUBMENUS:
                menu.addMenu(self._submenus[entry])
            else:
                menu.addAction(self._actions[entry])

    def _submenu(self, name: str) -> QMenu:
        menu = QMenu(said(SUBMENUS[name]), self._desk)
        menu.addActions(list(self.kinds.values() if name == KINDS else self.furniture.values()))
        return menu

    def _add(self, name: str, text: str, keys: tuple[str, ...]) -> QAction:
        action = QAction(text, self._desk)
        action.setObjectName(name)
        action.setIconText(text.rstrip("…"))
        action.setShortcuts([QKeySequence(key) for key in keys])
        if keys:
            shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{text.rstrip('…')}（{shown}）")
        self._desk.addAction(action)
        self._actions[name] = action
        return action
