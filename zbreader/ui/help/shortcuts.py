"""All keys on one sheet, by menu, from the same data that the menus are made of."""

from __future__ import annotations

import html

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from zbreader.ui.actions import MENUS, said
from zbreader.ui.theme.theme import Theme

SIZE = (34, 40)  # in heights of the font
MARK_KEYS = "12345"


class ShortcutSheet(QDialog):
    """Can be read, selected and copied; Escape closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("快捷键"))
        page.document().setDocumentMargin(self.fontMetrics().height())
        page.setHtml(sheet_html(theme, self._further()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        height = self.fontMetrics().height()
        self.resize(SIZE[0] * height, SIZE[1] * height)

    def _further(self) -> list[tuple[str, str]]:
        """Keys that no menu has: on the page while something is selected, and in lists."""
        colors = f"{MARK_KEYS[0]}–{MARK_KEYS[-1]}"
        return [
            (self.tr("选中文字后：五种颜色"), colors),
            (self.tr("选中文字后：下划线、波浪线"), "U · W"),
            (self.tr("选中文字后：写笔记、搜索、复制并附出处"), "N · S · C"),
            (self.tr("复制并附出处"), _shown("Ctrl+Shift+C")),
            (self.tr("用键盘选字、选词"), f"{_shown('Shift+Right')} · {_shown('Ctrl+Shift+Right')}"),
            (self.tr("向下翻、向上翻"), f"{_shown('Space')} · {_shown('Shift+Space')}"),
            (self.tr("到下一处、上一处标记"), f"{_shown('Alt+Down')} · {_shown('Alt+Up')}"),
            (self.tr("打开目录或结果里的一行"), "Enter"),
            (self.tr("打开右键菜单"), f"{_shown('Shift+F10')} · {_shown('Menu')}"),
            (self.tr("关掉提示、清空搜索"), "Esc"),
        ]


def sheet_html(theme: Theme, further: list[tuple[str, str]]) -> str:
    """The sheet: a table for each menu with its actions that have keys, and FURTHER rows (words, keys) at the end."""
    parts: list[str] = []
    for menu in MENUS:
        rows = [
            (said(spec.text).rstrip("…"), " · ".join(_shown(keys) for keys in spec.keys))
            for spec in menu.all_actions()
            if spec.keys
        ]
        parts.append(_table(said(menu.text).split("(")[0].replace("&", ""), rows, theme))
    parts.append(_table("", further, theme))
    return "".join(parts)


def _table(title: str, rows: list[tuple[str, str]], theme: Theme) -> str:
    style = f"color:{theme.window.accent.name()}; margin-top:14px; margin-left:4px"
    head = f'<p style="{style}"><b>{html.escape(title)}</b></p>' if title else ""
    lines = "".join(
        f'<tr><td width="60%" style="padding:4px">{html.escape(words)}</td>'
        f'<td style="padding:4px; color:{theme.window.muted.name()}">{html.escape(keys)}</td></tr>'
        for words, keys in rows
    )
    return f'{head}<table width="100%">{lines}</table>' if rows else ""


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
