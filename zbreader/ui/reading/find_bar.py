"""Finding in the open article: a bar in the page's corner, all hits marked, counted, stepped through."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme

_MARGIN = 10  # pixels from the page's corner
_WORDS = 16  # characters of room in the field


class FindBar(QWidget):
    """Only asks: the pane finds and answers by `show_count`."""

    sought = Signal(str)  # the words, at each change
    stepped = Signal(int)  # 1 next, -1 previous
    closed = Signal()

    def __init__(self, theme: Theme, page: QAbstractScrollArea) -> None:
        super().__init__(page)
        self._page = page
        self.setAccessibleName(self.tr("在本篇中查找"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("在本篇中查找"))
        self.field.setAccessibleName(self.tr("要查找的文字"))
        self.field.setMinimumWidth(self.field.fontMetrics().horizontalAdvance("国") * _WORDS)
        self.field.textChanged.connect(self.sought)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance("0000/0000"))
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 6, 6)
        row.setSpacing(2)
        row.addWidget(self.field)
        row.addWidget(self._count)
        self._buttons: dict[str, QToolButton] = {}
        self._add(row, "up", self.tr("上一处（Shift+F3）"), lambda: self.stepped.emit(-1))
        self._add(row, "down", self.tr("下一处（F3）"), lambda: self.stepped.emit(1))
        self._add(row, "close", self.tr("关闭（Esc）"), self.close_bar)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Tint the bar."""
        self._theme = theme
        icons = Icons(theme)
        for name, button in self._buttons.items():
            button.setIcon(icons.icon(name))
        self.setPalette(theme.palette())

    def open_bar(self, words: str = "") -> None:
        """Show the bar with the words selected, ready to be overwritten."""
        if words:
            self.field.setText(words)
        self.place_in_corner()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def show_count(self, current: int, count: int) -> None:
        """Say which hit is current (from 1) of how many; nothing while nothing is sought."""
        if not self.field.text():
            words = ""
        elif count == 0:
            words = self.tr("没有找到")
        else:
            words = f"{current}/{count}"
        self._count.setText(words)

    def place_in_corner(self) -> None:
        """Stand in the upper right corner of the page's viewport."""
        area = self._page.viewport().geometry()
        self.adjustSize()
        self.move(max(area.left(), area.right() - self.width() - _MARGIN), area.top() + _MARGIN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Up):
                back = event.key() == Qt.Key.Key_Up or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.stepped.emit(-1 if back else 1)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.window.border, 1))
        painter.setBrush(self._theme.window.window)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 9, 9)
        painter.end()

    def _add(self, row: QHBoxLayout, icon: str, name: str, deed: Callable[[], object]) -> None:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(deed)
        row.addWidget(button)
        self._buttons[icon] = button
