"""The menu of looking: from article to article, panels, size, colours."""

from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, menu

MENU = menu(
    "view",
    "查看(&V)",
    ActionSpec("previous_article", "上一篇", ("Alt+Left", "["), "previous", needs="article"),
    ActionSpec("next_article", "下一篇", ("Alt+Right", "]"), "next", needs="article"),
    ActionSpec("mark_read", "标为已读／未读", ("Ctrl+Alt+D",), needs="article"),
    SEPARATOR,
    ActionSpec("show_library", "显示目录", ("F9",), "sidebar", checkable=True),
    ActionSpec("show_notes", "显示笔记", ("Shift+F9",), "panel", checkable=True),
    menu(
        "panels",
        "面板",
        menu("<library_place>", "目录放在"),
        menu("<notes_place>", "笔记放在"),
        menu("<results_place>", "搜索结果放在"),
        SEPARATOR,
        ActionSpec("swap_panels", "左右对调"),
        ActionSpec("unlock_panels", "用鼠标拖动面板", checkable=True),
        ActionSpec("reset_panels", "回到原来的位置"),
    ),
    ActionSpec("next_pane", "转到下一栏", ("F6",)),
    ActionSpec("previous_pane", "转到上一栏", ("Shift+F6",)),
    SEPARATOR,
    ActionSpec("zoom_in", "放大文字", ("Ctrl++", "Ctrl+="), "larger"),
    ActionSpec("zoom_out", "缩小文字", ("Ctrl+-",), "smaller"),
    ActionSpec("zoom_reset", "原来大小", ("Ctrl+0",)),
    SEPARATOR,
    menu("<themes>", "页面配色"),
    menu("<faces>", "正文字体"),
    ActionSpec("typesetting", "排版…", ("Ctrl+T",), "type"),
    ActionSpec("paged", "翻页阅读", ("Ctrl+Shift+T",), checkable=True),
    ActionSpec("elder", "大字模式", ("Ctrl+Alt+B",), checkable=True),
    SEPARATOR,
    ActionSpec("full_screen", "全屏", ("F11",), checkable=True),
)
