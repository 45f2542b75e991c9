"""The few things that are settings and not menu entries: one's name, the language, the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zbreader.services.settings import Settings
from zbreader.ui.settings import keys
from zbreader.ui.settings.look import Look, theme_label
from zbreader.ui.theme.theme import theme_names
from zbreader.ui.translation import CHINESE, ENGLISH, SYSTEM
from zbreader.ui.widgets.drop_down import DropDown

NAME_LIMIT = 40  # characters
WIDTH = 26  # in heights of the font


class Preferences(QDialog):
    """Changes nothing until it is accepted; `changes()` then tells what to write."""

    def __init__(self, settings: Settings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("设置"))
        self._settings, self._look = settings, look
        self.person = QLineEdit(str(settings.get(keys.PERSON, "")), self)
        self.person.setMaxLength(NAME_LIMIT)
        self.person.setPlaceholderText(self.tr("写在笔记上的姓名，可以不填"))
        self.theme = DropDown(self)
        for name in theme_names():
            self.theme.addItem(theme_label(name), name)
        self.theme.setCurrentIndex(self.theme.findData(look.theme.name))
        self.language = DropDown(self)
        for text, value in ((self.tr("跟随系统"), SYSTEM), ("简体中文", CHINESE), ("English", ENGLISH)):
            self.language.addItem(text, value)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.get(keys.LANGUAGE, SYSTEM))))
        self._hint = QLabel(self.tr("语言在下次启动时改变。"), self)
        self._hint.setObjectName("quiet")
        form = QFormLayout()
        form.setVerticalSpacing(self.fontMetrics().height())
        form.addRow(self.tr("姓名："), self.person)
        form.addRow(self.tr("页面配色："), self.theme)
        form.addRow(self.tr("语言："), self.language)
        form.addRow("", self._hint)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        gap = self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)

    def changes(self) -> dict[str, str]:
        """Settings whose value is another than before."""
        wanted = {keys.PERSON: self.person.text().strip(), keys.LANGUAGE: self.language.currentData()}
        before = {
            keys.PERSON: self._settings.get(keys.PERSON, ""),
            keys.LANGUAGE: self._settings.get(keys.LANGUAGE, SYSTEM),
        }
        return {key: value for key, value in wanted.items() if value != before[key]}

    def apply(self, keep: Callable[[str, str], None]) -> None:
        """Write what changed through KEEP and put the theme on."""
        for key, value in self.changes().items():
            keep(key, value)
        self._look.set_theme(self.theme.currentData())
