"""Everything that can be done in the window, as data: names, words, keys, and the menus they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from zbreader.ui.translation import noop

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
    ActionSpec("import_files", noop(CONTEXT, "导入期刊…"), ("Ctrl+O",), "import"),
    ActionSpec("import_folder", noop(CONTEXT, "导入整个文件夹…"), ("Ctrl+Shift+O",)),
    ActionSpec("preview", noop(CONTEXT, "导入前预览…"), ("Ctrl+Alt+O",)),
    ActionSpec("preview_first", noop(CONTEXT, "每次导入前都先预览"), checkable=True),
    ActionSpec("export", noop(CONTEXT, "导出笔记…"), ("Ctrl+E",), "export"),
    ActionSpec("give_notes", noop(CONTEXT, "交笔记…"), ("Ctrl+Shift+E",)),
    ActionSpec("collect_notes", noop(CONTEXT, "收笔记…"), ("Ctrl+Shift+R",)),
    ActionSpec("backup", noop(CONTEXT, "备份…"), ("Ctrl+Shift+B",)),
    ActionSpec("restore", noop(CONTEXT, "从备份恢复…")),
    ActionSpec("remove_issue", noop(CONTEXT, "移除本期…"), (), needs="issue"),
    ActionSpec("rebuild", noop(CONTEXT, "重新整理本期"), (), needs="issue"),
    ActionSpec("preferences", noop(CONTEXT, "设置…"), ("Ctrl+,",)),
    ActionSpec("quit", noop(CONTEXT, "退出"), ("Ctrl+Q",)),
    ActionSpec("undo", noop(CONTEXT, "撤销"), ("Ctrl+Z",), "undo"),
    ActionSpec("redo", noop(CONTEXT, "重做"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("copy", noop(CONTEXT, "复制"), ("Ctrl+C",), needs="selection"),
    ActionSpec("find", noop(CONTEXT, "在本篇中查找…"), ("Ctrl+F",), needs="article"),
    ActionSpec("find_next", noop(CONTEXT, "下一处"), ("F3", "Ctrl+G"), needs="article"),
    ActionSpec("find_previous", noop(CONTEXT, "上一处"), ("Shift+F3", "Ctrl+Shift+G"), needs="article"),
    ActionSpec("search", noop(CONTEXT, "搜索全部期刊"), ("Ctrl+Shift+F", "Ctrl+K"), "search"),
    ActionSpec("related", noop(CONTEXT, "关键词与相关文章…"), ("Ctrl+Shift+K",), needs="article"),
    ActionSpec("previous_article", noop(CONTEXT, "上一篇"), ("Alt+Left", "["), "previous", needs="article"),
    ActionSpec("next_article", noop(CONTEXT, "下一篇"), ("Alt+Right", "]"), "next", needs="article"),
    ActionSpec("show_library", noop(CONTEXT, "显示目录"), ("F9",), "sidebar", checkable=True),
    ActionSpec("show_notes", noop(CONTEXT, "显示笔记"), ("Shift+F9",), "panel", checkable=True),
    ActionSpec("next_pane", noop(CONTEXT, "转到下一栏"), ("F6",)),
    ActionSpec("previous_pane", noop(CONTEXT, "转到上一栏"), ("Shift+F6",)),
    ActionSpec("zoom_in", noop(CONTEXT, "放大文字"), ("Ctrl++", "Ctrl+="), "larger"),
    ActionSpec("zoom_out", noop(CONTEXT, "缩小文字"), ("Ctrl+-",), "smaller"),
    ActionSpec("zoom_reset", noop(CONTEXT, "原来大小"), ("Ctrl+0",)),
    ActionSpec("full_screen", noop(CONTEXT, "全屏"), ("F11",), checkable=True),
    ActionSpec("highlight", noop(CONTEXT, "高亮"), ("Ctrl+H",), "highlight", needs="selection"),
    ActionSpec("underline", noop(CONTEXT, "下划线"), ("Ctrl+U",), "underline", needs="selection"),
    ActionSpec("wavy", noop(CONTEXT, "波浪线"), ("Ctrl+Shift+U",), "wavy", needs="selection"),
    ActionSpec("note", noop(CONTEXT, "写笔记"), ("Ctrl+M",), "note", needs="selection"),
    ActionSpec("next_note", noop(CONTEXT, "下一条笔记"), ("F8",), needs="article"),
    ActionSpec("previous_note", noop(CONTEXT, "上一条笔记"), ("Shift+F8",), needs="article"),
    ActionSpec("provenance", noop(CONTEXT, "引文核对"), ("Ctrl+Shift+S",), needs="article"),
    ActionSpec("correct", noop(CONTEXT, "校订本期…"), ("F7",), needs="issue"),
    ActionSpec("review", noop(CONTEXT, "查看笔记变动…"), ("Ctrl+Alt+R",)),
    ActionSpec("export_article", noop(CONTEXT, "导出本篇笔记…"), ("Ctrl+Alt+E",), needs="article"),
    ActionSpec("guide", noop(CONTEXT, "使用手册")),
    ActionSpec("shortcuts", noop(CONTEXT, "快捷键"), ("F1",)),
    ActionSpec("sample", noop(CONTEXT, "打开示例")),
    ActionSpec("check", noop(CONTEXT, "检查资料库…")),
    ActionSpec("logs", noop(CONTEXT, "打开日志文件夹")),
    ActionSpec("about", noop(CONTEXT, "关于支部阅读")),
)

MENUS = (
    MenuSpec(
        "file",
        noop(CONTEXT, "文件(&F)"),
        (
            *(
                "import_files",
                "import_folder",
                "preview",
                "preview_first",
                SEPARATOR,
                "export",
                SEPARATOR,
                "give_notes",
                "collect_notes",
                SEPARATOR,
            ),
            *("backup", "restore", SEPARATOR, "rebuild", "remove_issue", SEPARATOR, "preferences", SEPARATOR, "quit"),
        ),
    ),
    MenuSpec(
        "edit",
        noop(CONTEXT, "编辑(&E)"),
        (
            *("undo", "redo", SEPARATOR, "copy", SEPARATOR, "find", "find_next", "find_previous"),
            *(SEPARATOR, "search", "related", SEPARATOR, "correct"),
        ),
    ),
    MenuSpec(
        "view",
        noop(CONTEXT, "查看(&V)"),
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
        noop(CONTEXT, "笔记(&N)"),
        (
            *("highlight", "underline", "wavy", "note", SEPARATOR, "next_note", "previous_note", SEPARATOR),
            *("provenance", "review", SEPARATOR, "export_article"),
        ),
    ),
    MenuSpec(
        "help",
        noop(CONTEXT, "帮助(&H)"),
        ("guide", "shortcuts", "sample", SEPARATOR, "check", "logs", SEPARATOR, "about"),
    ),
)

SUBMENUS = {"<themes>": noop(CONTEXT, "页面配色"), "<faces>": noop(CONTEXT, "正文字体")}


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
