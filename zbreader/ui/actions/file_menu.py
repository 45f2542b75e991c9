"""The menu of files: what comes in, what goes out, what is kept."""

from zbreader.ui.actions.spec import SEPARATOR, ActionSpec, menu

MENU = menu(
    "file",
    "文件(&F)",
    ActionSpec("import_files", "导入期刊…", ("Ctrl+O",), "import"),
    ActionSpec("import_folder", "导入整个文件夹…", ("Ctrl+Shift+O",)),
    ActionSpec("preview", "导入前预览…", ("Ctrl+Alt+O",)),
    ActionSpec("preview_first", "每次导入前都先预览", checkable=True),
    SEPARATOR,
    ActionSpec("export", "导出笔记…", ("Ctrl+E",), "export"),
    SEPARATOR,
    ActionSpec("give_notes", "交笔记…", ("Ctrl+Shift+E",)),
    ActionSpec("collect_notes", "收笔记…", ("Ctrl+Shift+R",)),
    ActionSpec("pack_issues", "导出期刊包…", needs="issue"),
    ActionSpec("share_folder", "共享文件夹…"),
    ActionSpec("who", "我是谁…"),
    SEPARATOR,
    ActionSpec("backup", "备份…", ("Ctrl+Shift+B",)),
    ActionSpec("restore", "从备份恢复…"),
    ActionSpec("export_everything", "全部导出…"),
    SEPARATOR,
    ActionSpec("rebuild", "重新整理本期", needs="issue"),
    ActionSpec("reencode", "换一种文字编码…", needs="issue"),
    ActionSpec("remove_issue", "移除本期…", needs="issue"),
    SEPARATOR,
    ActionSpec("preferences", "设置…", ("Ctrl+,",)),
    SEPARATOR,
    ActionSpec("quit", "退出", ("Ctrl+Q",)),
)
