"""Find within the article that is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from zbreader.search.folding import fold
from zbreader.search.places import SearchedText
from zbreader.ui.reading.pane import ReadingPane

Range = tuple[int, int]


class FindBar(QFrame):
    """Marks every place as one types; Enter and Shift+Enter go from one to the next. Escape puts it away."""

    def __init__(self, pane: ReadingPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findbar")
        self._pane = pane
        self.ranges: list[Range] = []  # what is marked as found
        self.current = 0  # which of them one stands at
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("在本篇中查找"))
        self.field.setAccessibleName(self.tr("在本篇中查找"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 2
        layout.setContentsMargins(gap, gap // 2, gap, gap // 2)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._count)
        for sign, words, slot in (
            ("↑", self.tr("上一处"), lambda: self.step(-1)),
            ("↓", self.tr("下一处"), lambda: self.step(1)),
            ("✕", self.tr("关闭查找"), self.close_bar),
        ):
            button = QToolButton(self)
            button.setText(sign)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(slot)
            layout.addWidget(button)
        self.hide()

    def open(self) -> None:
        """Show the bar; what is selected on the page becomes what is looked for."""
        words = self._pane.selected_text().split("\n")[0]
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._on_text_changed(self.field.text())

    def find_words(self, words: str) -> None:
        """Show the bar with WORDS in it and go to the first place."""
        self.show()
        self.field.setText(words)
        self._on_text_changed(words)

    def close_bar(self) -> None:
        """Put the bar away and the marks with it."""
        self.hide()
        self._pane.set_hits([])
        self.ranges = []
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, ranges: list[Range], current: int = 0) -> None:
        """Others found these places, and one stands at CURRENT: stepping goes through them."""
        self.ranges, self.current = ranges, current
        if self.isVisible() and not ranges:
            self._on_text_changed(self.field.text())

    def step(self, step: int) -> None:
        """Go to the next place found (1) or the one before (-1), round and round."""
        if self.ranges:
            self.current = (self.current + step) % len(self.ranges)
            self._pane.show_hit(self.current)
            self._tell()

    def _on_text_changed(self, words: str) -> None:
        article = self._pane.article
        self.ranges = occurrences(article.text, words) if article else []
        self.current = 0
        self._pane.set_hits(self.ranges)
        self._pane.show_hit(0)
        self._tell()

    def _tell(self) -> None:
        if self.ranges:
            self._count.setText(f"{self.current + 1} / {len(self.ranges)}")
        else:
            self._count.setText(self.tr("没有") if self.field.text() else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)


def occurrences(text: str, words: str) -> list[Range]:
    """Where WORDS stand in TEXT: half-open ranges of code points; what a search makes no difference of is the same."""
    return SearchedText(text).find_all(fold(words))
