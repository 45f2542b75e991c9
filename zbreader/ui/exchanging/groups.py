"""The names of branches and groups that an organiser preset, offered where a person writes their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter, QLineEdit


def offer_groups(field: QLineEdit, names: Sequence[str]) -> None:
    """Propose NAMES in FIELD while it is written in, and all of them at the Down key; any other may be written too."""
    if not names:
        return
    completer = QCompleter(list(names), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setMaxVisibleItems(12)
    field.setCompleter(completer)
    action = QAction(QCoreApplication.translate("offer_groups", "从名单里选（向下键）"), field)
    action.setShortcut(Qt.Key.Key_Down)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def show_all() -> None:
        completer.setCompletionPrefix("")
        completer.complete()

    action.triggered.connect(show_all)
    field.addAction(action)
    field.setToolTip(action.text())
