"""The palette itself: a field over a list, laid over the upper middle of the window.

A part of the window and no window of its own: an input method goes on undisturbed, and nothing is left behind by a
window manager that places windows as it likes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from zbreader.ui.palette.delegate import PaletteDelegate
from zbreader.ui.palette.entries import Entry, fitting
from zbreader.ui.palette.model import PaletteModel

WIDTH = 36  # in heights of the font
LINES = 12  # seen at once
# A menu of the field, another window, the window of an input method: one comes back.
STAYS_FOR = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
TOP = 0.1  # of the window's height lies above it


class CommandPalette(QFrame):
    """Arrow keys choose while one goes on typing, Enter does it, Escape or a click elsewhere puts it away."""

    typed = Signal(str)
    chosen = Signal(object)  # Entry, after the palette was put away and the keyboard is back where it was

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self._before: QWidget | None = None  # who had the keyboard
        self._commands: Sequence[Entry] = ()
        self._issues: Sequence[Entry] = ()
        self._further: list[Entry] = []
        self._recent: Sequence[str] = ()
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("命令"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("想做什么？可以输入汉字、拼音首字母或英文；也可以输入文章的标题"))
        self.field.setAccessibleName(self.tr("要找的命令或文章"))
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.model = PaletteModel(self)
        self.list = QListView(self)
        self.list.setObjectName("commands")
        self.list.setAccessibleName(self.tr("找到的命令和文章"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self._nothing = QLabel(self.tr("没有这样的命令或文章。"), self)
        self._nothing.setObjectName("quiet")
        layout = QVBoxLayout(self)
        gap = self.fontMetrics().height() // 2
        layout.setContentsMargins(gap, gap, gap, gap)
        layout.setSpacing(gap)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing)
        self.hide()

    def offer(self, commands: Sequence[Entry], issues: Sequence[Entry], recent: Sequence[str]) -> None:
        """Show the palette: COMMANDS, those with RECENT ids first; ISSUES once one types."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._commands, self._issues, self._recent, self._further = commands, issues, recent, []
        self.field.clear()
        self._show_fitting()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_found(self, entries: Sequence[Entry]) -> None:
        """Below what fits of the entries: what was found for the word that is typed now."""
        self._further = list(entries)
        self._show_fitting()

    def put_away(self) -> None:
        """Hide it and give the keyboard back."""
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self.hide()
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._on_key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in STAYS_FOR:
                self.hide()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.put_away()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._step(1 if key == Qt.Key.Key_Tab else -1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(LINES - 1 if key == Qt.Key.Key_PageDown else 1 - LINES, round_the_end=False)
        else:
            return False
        return True

    def _step(self, step: int, *, round_the_end: bool = True) -> None:
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row() + step
            self.list.setCurrentIndex(self.model.index(row % count if round_the_end else max(0, min(row, count - 1))))

    def _choose(self, _index: object = None) -> None:
        entry = self.model.entry(self.list.currentIndex())
        if entry is not None and not entry.reason:
            self.put_away()
            self.chosen.emit(entry)

    def _on_typed(self, text: str) -> None:
        self._further = []
        self._show_fitting()
        self.typed.emit(text.strip())

    def _show_fitting(self) -> None:
        before = self.model.entry(self.list.currentIndex())
        text = self.field.text()
        offered = [*self._commands, *self._issues] if text.strip() else self._commands
        found = fitting(text, offered, self._recent) + self._further
        self.model.set_entries(found)
        self._nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        kept = next((row for row, entry in enumerate(found) if before and entry.id == before.id), 0)
        self.list.setCurrentIndex(self.model.index(kept if self._further else 0))
        self._place(max(1, min(LINES, len(found))))

    def _place(self, lines: int) -> None:
        height = self.fontMetrics().height()
        width = min(WIDTH * height, self._over.width() - 2 * height)
        gap = height // 2
        line = self.list.sizeHintForRow(0) if self.model.rowCount() else self._nothing.sizeHint().height()
        tall = self.field.sizeHint().height() + lines * line + 4 * gap
        top = round(self._over.height() * TOP)
        self.setGeometry((self._over.width() - width) // 2, top, width, min(tall, self._over.height() - 2 * top))
