"""The menu of help."""

from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, menu

MENU = menu(
    "help",
    "帮助(&H)",
    ActionSpec("palette", "命令…", ("Ctrl+K",)),
    ActionSpec("guide", "使用手册"),
    ActionSpec("first_steps", "头几步"),
    ActionSpec("shortcuts", "快捷键", ("F1",)),
    ActionSpec("sample", "打开示例"),
    SEPARATOR,
    ActionSpec("check", "库体检…"),
    ActionSpec("logs", "打开日志文件夹"),
    SEPARATOR,
    ActionSpec("about", "关于支部阅读"),
)
