"""The menu of marks and notes."""

from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, menu

MENU = menu(
    "notes",
    "笔记(&N)",
    ActionSpec("highlight", "高亮", ("Ctrl+H",), "highlight", needs="selection"),
    ActionSpec("underline", "下划线", ("Ctrl+U",), "underline", needs="selection"),
    ActionSpec("wavy", "波浪线", ("Ctrl+Shift+U",), "wavy", needs="selection"),
    ActionSpec("note", "写笔记", ("Ctrl+M",), "note", needs="selection"),
    ActionSpec("caret", "用键盘选字", ("F2",), needs="article"),
    SEPARATOR,
    ActionSpec("next_note", "下一条笔记", ("F8",), needs="article"),
    ActionSpec("previous_note", "上一条笔记", ("Shift+F8",), needs="article"),
    ActionSpec("margin_notes", "笔记写在页边", ("Ctrl+Shift+I",), checkable=True),
    ActionSpec("bookmark", "加上或取下书签", ("Ctrl+D",), "bookmark", needs="article"),
    ActionSpec("article_note", "给整篇写笔记", ("Ctrl+Shift+M",), needs="article"),
    SEPARATOR,
    ActionSpec("all_notes", "全部笔记…", ("Ctrl+Shift+N",), "notes"),
    ActionSpec("bookmarks", "全部书签…", ("Ctrl+Shift+D",)),
    SEPARATOR,
    ActionSpec("sessions", "学习会…", ("F4",)),
    ActionSpec("study_article", "把本篇放进学习会", ("Shift+F4",), needs="article"),
    ActionSpec("group_heat", "显示大家的标记", ("Ctrl+Alt+M",), checkable=True),
    SEPARATOR,
    ActionSpec("provenance", "引文核对", ("Ctrl+Shift+S",), needs="article"),
    ActionSpec("review", "查看笔记变动…", ("Ctrl+Alt+R",)),
    SEPARATOR,
    ActionSpec("export_article", "导出本篇笔记…", ("Ctrl+Alt+E",), needs="article"),
)
