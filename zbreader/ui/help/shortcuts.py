"""All keys on one sheet, from the same data that the menus are made of and the page reads."""

from __future__ import annotations

import html

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from zbreader.ui.actions import MENUS, said
from zbreader.ui.actions.page_keys import LISTS, PAGE
from zbreader.ui.theme.theme import Theme
from zbreader.ui.widgets.fitting import fit

SIZE = (34, 40)  # in heights of the font


class ShortcutSheet(QDialog):
    """Can be read, selected and copied; Escape closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        page = QTextBrowser(self)
        page.setAccessibleName(self.tr("快捷键"))
        page.document().setDocumentMargin(self.fontMetrics().height())
        page.setHtml(sheet_html(theme))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        height = self.fontMetrics().height()
        fit(self, SIZE[0] * height, SIZE[1] * height)


def sheet_html(theme: Theme) -> str:
    """The sheet: a table for each menu with its actions that have keys, and one each for the page and the lists."""
    parts: list[str] = []
    for menu in (*MENUS, PAGE, LISTS):
        rows = [
            (said(spec.text).rstrip("…"), " · ".join(_shown(keys) for keys in spec.keys))
            for spec in menu.all_actions()
            if spec.keys
        ]
        parts.append(_table(said(menu.text).split("(")[0].replace("&", ""), rows, theme))
    return "".join(parts)


def _table(title: str, rows: list[tuple[str, str]], theme: Theme) -> str:
    style = f"color:{theme.window.accent.name()}; margin-top:14px; margin-left:4px"
    head = f'<p style="{style}"><b>{html.escape(title)}</b></p>'
    lines = "".join(
        f'<tr><td width="60%" style="padding:4px">{html.escape(words)}</td>'
        f'<td style="padding:4px; color:{theme.window.muted.name()}">{html.escape(keys)}</td></tr>'
        for words, keys in rows
    )
    return f'{head}<table width="100%">{lines}</table>' if rows else ""


def _shown(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
