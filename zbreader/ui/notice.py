"""One sentence that asks for no answer: at the foot of the page, gone after a while or when it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

STAYS = 9000  # milliseconds for what is only good to know; what went wrong stays until it is closed


class NoticeBar(QFrame):
    """Holds one notice at a time; a new one takes the old one's place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton(self)
        self._button.clicked.connect(self._on_clicked)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setToolTip(self.tr("关闭"))
        close.setAccessibleName(self.tr("关闭提示"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 2
        layout.setContentsMargins(gap * 2, gap, gap, gap)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        layout.addWidget(close)
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    def tell(
        self, text: str, *, action: str = "", act: Callable[[], object] | None = None, stays: bool = False
    ) -> None:
        """Something good to know, with one thing that can be done about it. stays: until it is closed or done."""
        self._timer.stop()
        self._show(text, action, act, bad=False)
        if not stays:
            self._timer.start(STAYS)

    def warn(self, text: str, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Something that did not work."""
        self._timer.stop()
        self._show(text, action, act, bad=True)

    def _show(self, text: str, action: str, act: Callable[[], object] | None, *, bad: bool) -> None:
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._act = act
        self.setProperty("bad", bad)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, when the keyboard is in it and not elsewhere in the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
