"""The menu of editing and looking things up."""

from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, menu

MENU = menu(
    "edit",
    "编辑(&E)",
    ActionSpec("undo", "撤销", ("Ctrl+Z",), "undo"),
    ActionSpec("redo", "重做", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    SEPARATOR,
    ActionSpec("copy", "复制", ("Ctrl+C",), needs="selection"),
    SEPARATOR,
    ActionSpec("find", "在本篇中查找…", ("Ctrl+F",), needs="article"),
    ActionSpec("find_next", "下一处", ("F3", "Ctrl+G"), needs="article"),
    ActionSpec("find_previous", "上一处", ("Shift+F3", "Ctrl+Shift+G"), needs="article"),
    SEPARATOR,
    ActionSpec("search", "搜索全部期刊", ("Ctrl+Shift+F",), "search"),
    ActionSpec("search_form", "按条件搜索…", ("Ctrl+Alt+F",)),
    ActionSpec("excerpts", "专题摘编…", ("Ctrl+Alt+X",)),
    ActionSpec("cloud", "期刊关键词…", ("Ctrl+Alt+K",)),
    ActionSpec("related", "关键词与相关文章…", ("Ctrl+Shift+K",), needs="article"),
    SEPARATOR,
    ActionSpec("correct", "校订本期…", ("F7",), needs="issue"),
)
