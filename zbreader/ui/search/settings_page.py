"""The page of the settings that is about searching: the person's own words, and whether there is an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from zbreader.services.settings import USE_INDEX, Settings
from zbreader.services.wording import own_words

if TYPE_CHECKING:
    from zbreader.services.library import Services
    from zbreader.ui.operations import Operations

LINES = 8  # of the own words that are seen at once


class SearchSettings(QWidget):
    """Writes nothing until `apply`."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words_before = "\n".join(own_words(settings))
        self._index_before = settings.get(USE_INDEX, True) is not False
        label = QLabel(self.tr("自定义词（每行一个）："), self)
        self.words = QPlainTextEdit(self._words_before, self)
        self.words.setPlaceholderText(self.tr("如本地的地名、人名、活动名"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)
        self.words.setAccessibleName(self.tr("自定义词"))
        label.setBuddy(self.words)
        told = self._hint(
            self.tr("关键词、相关文章、搜索建议和双击选词把它们当作整词。搜索本身不靠词典，什么字都找得到。")
        )
        self.index = QCheckBox(self.tr("为搜索建立索引"), self)
        self.index.setChecked(self._index_before)
        slower = self._hint(self.tr("关掉可以省下约与文字一样大的磁盘空间，结果不变，只是搜索慢得多，也没有相关文章。"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        gap = self.fontMetrics().height() // 2
        layout.setSpacing(gap)
        layout.addWidget(label)
        layout.addWidget(self.words)
        layout.addWidget(told)
        layout.addSpacing(gap)
        layout.addWidget(self.index)
        layout.addWidget(slower)

    def apply(self, services: Services, operations: Operations) -> None:
        """Write what changed; the words are one step that can be undone."""
        text, wanted = self.words.toPlainText(), self.index.isChecked()
        if text != self._words_before:
            operations.run(lambda: services.wording.set_dictionary(text.splitlines()))
        if wanted != self._index_before:
            operations.run(lambda: services.settings.set(USE_INDEX, None if wanted else False))

    def _hint(self, words: str) -> QLabel:
        hint = QLabel(words, self)
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        return hint
