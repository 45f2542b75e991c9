"""The left side: the search field, and below it the tree or the results."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from zbreader.ui.library.view import LibraryView

if TYPE_CHECKING:
    from zbreader.ui.search.panel import SearchPanel

NARROW = 11  # heights of the font below which the field stands alone


class Sidebar(QWidget):
    """Arranges what it is given; keys go between the field and the list below it."""

    query_changed = Signal(str)
    query_entered = Signal()
    results_wanted = Signal(bool)  # to be shown or hidden by whoever holds them, when they stand apart

    def __init__(self, library: LibraryView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._results: SearchPanel | None = None
        self._foot: QWidget | None = None
        self._is_plain = False
        self._library = library
        self._is_searching = self._is_apart = False
        self.field = QLineEdit(self)
        self.field.setObjectName("search")
        self.field.setPlaceholderText(self.tr("搜索全部期刊"))
        self.field.setAccessibleName(self.tr("搜索全部期刊"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self.query_changed)
        self.field.installEventFilter(self)
        self._told = QLabel(self)
        self._told.setObjectName("quiet")
        self._told.setWordWrap(True)
        self._told.hide()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(library)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        top = QVBoxLayout()
        gap = self.fontMetrics().height() // 2
        top.setContentsMargins(gap, gap, gap, gap)
        top.setSpacing(gap)
        self._line = QHBoxLayout()
        self._line.setSpacing(gap // 2)
        self._line.addWidget(self.field, 1)
        top.addLayout(self._line)
        top.addWidget(self._told)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        self._column = layout

    def set_results(self, results: SearchPanel) -> None:
        """What takes the tree's place while one searches."""
        self._results = results
        # It takes what room there is; hidden, it must not make a window taller than a small screen.
        results.setSizePolicy(results.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Ignored)
        self._stack.addWidget(results)
        self.show_results(self._is_searching)
        self._order()

    def set_foot(self, foot: QWidget) -> None:
        """What stands below the list where there is room for both."""
        self._foot = QWidget(self)
        layout = QVBoxLayout(self._foot)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(foot)
        self._column.addWidget(self._foot)
        self._fit_foot()

    def set_apart(self, on: bool) -> None:
        """Whether the results stand somewhere else, and the tree stays."""
        self._is_apart = on
        if on:
            self._stack.setCurrentWidget(self._library)

    def set_beside(self, button: QWidget) -> None:
        """What stands beside the field."""
        self._line.addWidget(button)
        self._fit_beside()
        self._order()

    def set_plain(self, on: bool) -> None:
        """The field alone, or with what stands beside it."""
        self._is_plain = on
        self._fit_beside()

    def show_results(self, shown: bool) -> None:
        """Results in the tree's place, or the tree again."""
        self._is_searching = shown
        if self._is_apart:
            self.results_wanted.emit(shown)
        else:
            self._stack.setCurrentWidget(self._results if shown and self._results else self._library)

    def focus_target(self) -> QWidget:
        """The list that is shown: where the keyboard goes when it comes to this side."""
        return self._stack.currentWidget()

    def is_searching(self) -> bool:
        """Whether results are shown."""
        return self._is_searching and self._results is not None

    def tell(self, sentence: str) -> None:
        """One sentence under the field; an empty one goes away."""
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def search_for(self, text: str = "") -> None:
        """Go to the field; TEXT, when there is some, becomes the query."""
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def minimumSizeHint(self) -> QSize:
        """Without the foot, which gives way."""
        hint, foot = super().minimumSizeHint(), self._foot
        return hint if foot is None or foot.isHidden() else hint - QSize(0, foot.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_beside()
        self._fit_foot()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # larger letters, or more to say
            self._fit_foot()
        return super().event(event)

    def _order(self) -> None:
        """Tab goes from top to bottom, though the parts came one after the other, and the toolbar between them."""
        beside = [self._line.itemAt(place).widget() for place in range(1, self._line.count())]
        results = self._results.in_order() if self._results is not None else ()
        for before, after in pairwise((self.field, *beside, *results, self._library)):
            QWidget.setTabOrder(before, after)

    def _fit_foot(self) -> None:
        if self._foot is not None:
            needed = max(self._foot.minimumSizeHint().height(), self._foot.heightForWidth(self.width()))
            self._foot.setVisible(self.height() - self.minimumSizeHint().height() >= needed)

    def _fit_beside(self) -> None:
        """What stands beside the field gives way to it where both have no room; the menu has it too."""
        shown = not self._is_plain and self.width() >= NARROW * self.fontMetrics().height()
        for place in range(1, self._line.count()):
            self._line.itemAt(place).widget().setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_field_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_field_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.field.clear()
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.query_entered.emit()
            if self._results is not None and self.is_searching():
                self._results.choose_first()
                self._results.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self._stack.currentWidget().setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False
