"""What is a setting and not a menu entry, on a few pages: one's name, the page, searching, backups, signatures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from zbreader.model.citation import CitedArticle
from zbreader.model.issue import IssueIdentity
from zbreader.services.settings import Settings
from zbreader.ui.exchanging.signers_page import SignerSettings
from zbreader.ui.health.settings_page import BackupSettings
from zbreader.ui.reading.citation_names import citation_names, style_named
from zbreader.ui.reading.quoting import with_source
from zbreader.ui.search.settings_page import SearchSettings
from zbreader.ui.settings import keys
from zbreader.ui.settings.look import Look
from zbreader.ui.settings.type_form import TypeForm
from zbreader.ui.translation import CHINESE, ENGLISH, SYSTEM
from zbreader.ui.widgets.drop_down import DropDown
from zbreader.ui.widgets.fitting import fit

# Of nobody: what a citation looks like.
SAMPLE = CitedArticle(
    "渡口的茶",
    "《苇渡支部生活》2023年第11期",
    None,
    "学习园地",
    ("江平", "何清"),
    12,
    IssueIdentity("苇渡支部生活", None, 2023, 11),
)
NAME_LIMIT = 40  # characters
WIDTH = 26  # in heights of the font


class Preferences(QDialog):
    """Writes nothing until it is accepted, `changes()` tells what; the look alone is at work at once, for the eye has
    to judge it. Cancelled, the look is as it was before."""

    def __init__(self, settings: Settings, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("设置"))
        self._settings, self._look = settings, look
        self._before = (look.theme_name, look.elder, look.choices)
        self.pages = QTabWidget(self)
        self.pages.addTab(self._padded(self._general()), self.tr("一般"))
        self.type_form = TypeForm(look, self)
        self.pages.addTab(self._padded(self.type_form), self.tr("排版"))
        self.search_page = SearchSettings(settings, self)
        self.pages.addTab(self._padded(self.search_page), self.tr("搜索"))
        self.pages.addTab(self._padded(self._quoting()), self.tr("引用"))
        self.backup_page = BackupSettings(settings, self)
        self.pages.addTab(self._padded(self.backup_page), self.tr("备份"))
        self.signer_page = SignerSettings(self)
        self.pages.addTab(self._padded(self.signer_page), self.tr("签名"))
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        self._defaults = buttons.button(standard.RestoreDefaults)
        self._defaults.clicked.connect(look.reset)
        self.pages.currentChanged.connect(self._on_page_changed)
        self._on_page_changed(0)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        gap = self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self.pages)
        layout.addWidget(buttons)
        self.setMinimumWidth(gap * WIDTH)
        fit(self, self.sizeHint().width(), self.sizeHint().height())

    def show_page(self, widget: QWidget) -> None:
        """Turn to the page that holds WIDGET."""
        for number in range(self.pages.count()):
            if self.pages.widget(number).isAncestorOf(widget):
                self.pages.setCurrentIndex(number)

    def changes(self) -> dict[str, Any]:
        """Settings whose value is another than before."""
        wanted = {
            keys.PERSON: self.person.text().strip(),
            keys.LANGUAGE: self.language.currentData(),
            keys.CITATION: self.citation.currentData(),
        }
        before = {
            keys.PERSON: self._settings.get(keys.PERSON, ""),
            keys.LANGUAGE: self._settings.get(keys.LANGUAGE, SYSTEM),
            keys.CITATION: style_named(self._settings.get(keys.CITATION)).value,
        }
        return {key: value for key, value in wanted.items() if value != before[key]}

    def apply(self, keep: Callable[[str, Any], None]) -> None:
        """Write what changed through KEEP."""
        for key, value in self.changes().items():
            keep(key, value)

    def reject(self) -> None:
        """The look goes back to how it was."""
        theme, elder, choices = self._before
        self._look.set_theme(theme)
        self._look.set_elder(elder)
        self._look.choose(**self._look.choices.differing(choices))
        super().reject()

    def _general(self) -> QWidget:
        page = QWidget(self)
        self.person = QLineEdit(str(self._settings.get(keys.PERSON, "")), page)
        self.person.setMaxLength(NAME_LIMIT)
        self.person.setPlaceholderText(self.tr("写在笔记上的姓名，可以不填"))
        self.language = DropDown(page)
        for text, value in ((self.tr("跟随系统"), SYSTEM), ("简体中文", CHINESE), ("English", ENGLISH)):
            self.language.addItem(text, value)
        self.language.setCurrentIndex(max(0, self.language.findData(self._settings.get(keys.LANGUAGE, SYSTEM))))
        hint = QLabel(self.tr("语言在下次启动时改变。"), page)
        hint.setObjectName("quiet")
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(self.fontMetrics().height())
        form.addRow(self.tr("姓名："), self.person)
        form.addRow(self.tr("语言："), self.language)
        form.addRow("", hint)
        return page

    def _quoting(self) -> QWidget:
        page = QWidget(self)
        self.citation = DropDown(page)
        for style, name in citation_names().items():
            self.citation.addItem(name, style.value)
        self.citation.setCurrentIndex(self.citation.findData(style_named(self._settings.get(keys.CITATION)).value))
        sample = QLabel(page)
        sample.setObjectName("quiet")
        sample.setWordWrap(True)
        sample.setTextFormat(Qt.TextFormat.PlainText)
        sample.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        def show_sample() -> None:
            sample.setText(with_source(self.tr("（所选的文字）"), SAMPLE, style_named(self.citation.currentData())))

        self.citation.currentIndexChanged.connect(show_sample)
        show_sample()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(self.fontMetrics().height())
        form.addRow(self.tr("复制并附出处："), self.citation)
        form.addRow(self.tr("样子："), sample)
        return page

    def _padded(self, content: QWidget) -> QScrollArea:
        """A page that scrolls where the screen is too small for it."""
        area, page = _Area(self), QWidget(self)
        layout = QVBoxLayout(page)
        gap = self.fontMetrics().height()
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.addWidget(content)
        layout.addStretch(1)
        area.setWidget(page)
        return area

    def _on_page_changed(self, number: int) -> None:
        """Defaults are offered where they are for."""
        self._defaults.setVisible(self.pages.widget(number).isAncestorOf(self.type_form))


class _Area(QScrollArea):
    """Asks for all the room that its page wants, and takes less."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()
