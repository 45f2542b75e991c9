"""Keys that no menu has: those of the page and of the lists. The page reads them here, the sheet of keys shows them."""

from zbreader.ui.actions.spec import ActionSpec, MenuSpec, menu

PAGE = menu(
    "page",
    "正文",
    ActionSpec("colors", "选中文字后：五种颜色", ("1", "2", "3", "4", "5")),
    ActionSpec("page_underline", "选中文字后：下划线", ("U",)),
    ActionSpec("page_wavy", "选中文字后：波浪线", ("W",)),
    ActionSpec("page_note", "选中文字后：写笔记", ("N",)),
    ActionSpec("look_up", "选中文字后：在全部期刊里查", ("S",)),
    ActionSpec("copy_with_source", "选中文字后：复制并附出处", ("C", "Ctrl+Shift+C")),
    ActionSpec("unselect", "不再选中", ("Esc",)),
    ActionSpec("by_character", "用键盘选字", ("Shift+Right", "Shift+Left")),
    ActionSpec("by_word", "用键盘选词", ("Ctrl+Shift+Right", "Ctrl+Shift+Left")),
    ActionSpec("by_sentence", "一句一句走（按住 Shift 就选中）", (".", ",")),
    ActionSpec("by_paragraph", "一段一段走（按住 Shift 就选中）", ("Ctrl+Down", "Ctrl+Up")),
    ActionSpec("page_down", "向下翻", ("Space", "PgDown")),
    ActionSpec("page_up", "向上翻", ("Shift+Space", "PgUp")),
    ActionSpec("page_first", "到文章开头", ("Home", "Ctrl+Home")),
    ActionSpec("page_last", "到文章末尾", ("End", "Ctrl+End")),
    ActionSpec("next_mark", "到下一处标记", ("Alt+Down",)),
    ActionSpec("previous_mark", "到上一处标记", ("Alt+Up",)),
)
LISTS = menu(
    "lists",
    "目录和列表",
    ActionSpec("row_open", "打开一行", ("Enter",)),
    ActionSpec("row_menu", "打开右键菜单", ("Menu", "Shift+F10")),
    ActionSpec("row_delete", "删除选中的笔记", ("Del",)),
    ActionSpec("row_up", "在摘编本里往前挪", ("Alt+Up",)),
    ActionSpec("row_down", "在摘编本里往后挪", ("Alt+Down",)),
    ActionSpec("row_leave", "清空搜索、关掉提示", ("Esc",)),
)


def keys_of(menu: MenuSpec, name: str) -> tuple[str, ...]:
    """The keys of one entry, such as ("Space", "PgDown"). KeyError where there is none of that name."""
    return {spec.name: spec.keys for spec in menu.actions}[name]
