"""Everything that can be done in the window, as data: names, words, keys, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

CONTEXT = "actions"
SEPARATOR = ""


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. `text` stands in the menu; `keys` are portable sequences (the first is shown); `icon` is a name."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs: str = ""  # "article", "issue", "selection": without it the action is off


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """One menu of the menu bar: names of actions, SEPARATOR between groups, "<name>" for a submenu filled by others."""

    name: str
    text: str
    entries: tuple[str, ...]


ACTIONS = (
    ActionSpec("import_files", QT_TRANSLATE_NOOP("actions", "导入期刊…"), ("Ctrl+O",), "import"),
    ActionSpec("import_folder", QT_TRANSLATE_NOOP("actions", "导入整个文件夹…"), ("Ctrl+Shift+O",)),
    ActionSpec("export", QT_TRANSLATE_NOOP("actions", "导出笔记…"), ("Ctrl+E",), "export"),
    ActionSpec("give_notes", QT_TRANSLATE_NOOP("actions", "交笔记…"), ("Ctrl+Shift+E",)),
    ActionSpec("collect_notes", QT_TRANSLATE_NOOP("actions", "收笔记…"), ("Ctrl+Shift+R",)),
    ActionSpec("backup", QT_TRANSLATE_NOOP("actions", "备份…"), ("Ctrl+Shift+B",)),
    ActionSpec("restore", QT_TRANSLATE_NOOP("actions", "从备份恢复…")),
    ActionSpec("remove_issue", QT_TRANSLATE_NOOP("actions", "移除本期…"), (), needs="issue"),
    ActionSpec("preferences", QT_TRANSLATE_NOOP("actions", "设置…"), ("Ctrl+,",)),
    ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "退出"), ("Ctrl+Q",)),
    ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "撤销"), ("Ctrl+Z",), "undo"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("actions", "重做"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("copy", QT_TRANSLATE_NOOP("actions", "复制"), ("Ctrl+C",), needs="selection"),
    ActionSpec("find", QT_TRANSLATE_NOOP("actions", "在本篇中查找…"), ("Ctrl+F",), needs="article"),
    ActionSpec("find_next", QT_TRANSLATE_NOOP("actions", "下一处"), ("F3", "Ctrl+G"), needs="article"),
    ActionSpec("find_previous", QT_TRANSLATE_NOOP("actions", "上一处"), ("Shift+F3", "Ctrl+Shift+G"), needs="article"),
    ActionSpec("search", QT_TRANSLATE_NOOP("actions", "搜索全部期刊"), ("Ctrl+Shift+F", "Ctrl+K"), "search"),
    ActionSpec(
        "previous_article", QT_TRANSLATE_NOOP("actions", "上一篇"), ("Alt+Left", "["), "previous", needs="article"
    ),
    ActionSpec("next_article", QT_TRANSLATE_NOOP("actions", "下一篇"), ("Alt+Right", "]"), "next", needs="article"),
    ActionSpec("show_library", QT_TRANSLATE_NOOP("actions", "显示目录"), ("F9",), "sidebar", checkable=True),
    ActionSpec("show_notes", QT_TRANSLATE_NOOP("actions", "显示笔记"), ("F10",), "panel", checkable=True),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("actions", "转到下一栏"), ("F6",)),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("actions", "转到上一栏"), ("Shift+F6",)),
    ActionSpec("zoom_in", QT_TRANSLATE_NOOP("actions", "放大文字"), ("Ctrl++", "Ctrl+="), "larger"),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("actions", "缩小文字"), ("Ctrl+-",), "smaller"),
    ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("actions", "原来大小"), ("Ctrl+0",)),
    ActionSpec("full_screen", QT_TRANSLATE_NOOP("actions", "全屏"), ("F11",), checkable=True),
    ActionSpec("highlight", QT_TRANSLATE_NOOP("actions", "高亮"), ("Ctrl+H",), "highlight", needs="selection"),
    ActionSpec("underline", QT_TRANSLATE_NOOP("actions", "下划线"), ("Ctrl+U",), "underline", needs="selection"),
    ActionSpec("wavy", QT_TRANSLATE_NOOP("actions", "波浪线"), ("Ctrl+Shift+U",), "wavy", needs="selection"),
    ActionSpec("note", QT_TRANSLATE_NOOP("actions", "写笔记"), ("Ctrl+M",), "note", needs="selection"),
    ActionSpec("next_note", QT_TRANSLATE_NOOP("actions", "下一条笔记"), ("F8",), needs="article"),
    ActionSpec("previous_note", QT_TRANSLATE_NOOP("actions", "上一条笔记"), ("Shift+F8",), needs="article"),
    ActionSpec("export_article", QT_TRANSLATE_NOOP("actions", "导出本篇笔记…"), ("Ctrl+Alt+E",), needs="article"),
    ActionSpec("guide", QT_TRANSLATE_NOOP("actions", "使用手册")),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("actions", "快捷键"), ("F1",)),
    ActionSpec("sample", QT_TRANSLATE_NOOP("actions", "打开示例")),
    ActionSpec("check", QT_TRANSLATE_NOOP("actions", "检查资料库…")),
    ActionSpec("logs", QT_TRANSLATE_NOOP("actions", "打开日志文件夹")),
    ActionSpec("about", QT_TRANSLATE_NOOP("actions", "关于支部阅读")),
)

MENUS = (
    MenuSpec(
        "file",
        QT_TRANSLATE_NOOP("actions", "文件(&F)"),
        (
            *(
                "import_files",
                "import_folder",
                SEPARATOR,
                "export",
                SEPARATOR,
                "give_notes",
                "collect_notes",
                SEPARATOR,
            ),
            *("backup", "restore", SEPARATOR, "remove_issue", SEPARATOR, "preferences", SEPARATOR, "quit"),
        ),
    ),
    MenuSpec(
        "edit",
        QT_TRANSLATE_NOOP("actions", "编辑(&E)"),
        ("undo", "redo", SEPARATOR, "copy", SEPARATOR, "find", "find_next", "find_previous", SEPARATOR, "search"),
    ),
    MenuSpec(
        "view",
        QT_TRANSLATE_NOOP("actions", "查看(&V)"),
        (
            *(
                "previous_article",
                "next_article",
                SEPARATOR,
                "show_library",
                "show_notes",
                "next_pane",
                "previous_pane",
            ),
            *(
                SEPARATOR,
                "zoom_in",
                "zoom_out",
                "zoom_reset",
                SEPARATOR,
                "<themes>",
                "<faces>",
                SEPARATOR,
                "full_screen",
            ),
        ),
    ),
    MenuSpec(
        "notes",
        QT_TRANSLATE_NOOP("actions", "笔记(&N)"),
        (
            *("highlight", "underline", "wavy", "note", SEPARATOR, "next_note", "previous_note", SEPARATOR),
            "export_article",
        ),
    ),
    MenuSpec(
        "help",
        QT_TRANSLATE_NOOP("actions", "帮助(&H)"),
        ("guide", "shortcuts", "sample", SEPARATOR, "check", "logs", SEPARATOR, "about"),
    ),
)

SUBMENUS = {"<themes>": QT_TRANSLATE_NOOP("actions", "页面配色"), "<faces>": QT_TRANSLATE_NOOP("actions", "正文字体")}


class Actions(QObject):
    """The QActions of a window, by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.specs = {spec.name: spec for spec in ACTIONS}
        self._actions = {spec.name: _made(spec, window) for spec in ACTIONS}
        self.submenus: dict[str, QMenu] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[ActionSpec]:
        return iter(ACTIONS)

    def connect_all(self, slots: dict[str, Callable[..., Any]]) -> None:
        """Connect actions by name; those that can be checked tell whether they are, the others tell nothing."""
        for name, slot in slots.items():
            action = self._actions[name]
            if action.isCheckable():
                action.toggled.connect(slot)
            else:
                action.triggered.connect(lambda _checked=False, slot=slot: slot())

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for spec in MENUS:
            menu = bar.addMenu(said(spec.text))
            for entry in spec.entries:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif entry in SUBMENUS:
                    self.submenus[entry] = menu.addMenu(said(SUBMENUS[entry]))
                else:
                    menu.addAction(self._actions[entry])

    def set_available(self, need: str, available: bool) -> None:
        """Switch everything on or off that needs an article, an issue or a selection."""
        for name, spec in self.specs.items():
            if spec.needs == need:
                self._actions[name].setEnabled(available)


def said(text: str) -> str:
    """A text of this file in the language spoken."""
    return QCoreApplication.translate(CONTEXT, text)


def _made(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(said(spec.text), window)
    action.setObjectName(spec.name)
    action.setCheckable(spec.checkable)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setEnabled(not spec.needs)
    if spec.name == "quit":
        action.setMenuRole(QAction.MenuRole.QuitRole)
    elif spec.name == "preferences":
        action.setMenuRole(QAction.MenuRole.PreferencesRole)
    elif spec.name == "about":
        action.setMenuRole(QAction.MenuRole.AboutRole)
    window.addAction(action)
    return action
