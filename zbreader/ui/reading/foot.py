"""What stands under an article's last line: small parts, as wide as the column, that scroll with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zbreader.ui.reading.page import Page

ABOVE = 0.35  # of the page's bottom margin that stays between the article's end and the foot
LATER = 60  # milliseconds


class Foot(QWidget):
    """Takes room only while one of its parts is shown. A part that the keyboard comes to is scrolled into view."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(self.fontMetrics().height())
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._move)
        page.column_changed.connect(self.arrange)
        page.verticalScrollBar().valueChanged.connect(lambda _value: self._move())
        self.hide()

    def add(self, part: QWidget) -> None:
        """Put PART below the others; it is seen once it is shown (`setVisible`) and `arrange` was called."""
        part.hide()
        part.installEventFilter(self)
        self._parts.addWidget(part)

    def arrange(self) -> None:
        """Take the room that the shown parts need, and stand there."""
        parts = [self._parts.itemAt(place).widget() for place in range(self._parts.count())]
        if self._page.article is None or all(part.isHidden() for part in parts):
            self.hide()
            self._page.set_foot(0)
            return
        width = self._column()[1]
        height = self._parts.totalHeightForWidth(width) if self._parts.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, height)
        self._page.set_foot(height)
        self.show()
        if self._page.verticalScrollBar().value():
            self._move()
        else:  # where the end is takes laying all out: not before a fresh article is painted
            self.move(self._column()[0], self._page.viewport().height())
            self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            bar = self._page.verticalScrollBar()
            bar.setValue(bar.maximum())
        return super().eventFilter(watched, event)

    def _move(self) -> None:
        if self.isHidden():
            return
        if not self._page.shows_foot():
            self.move(self._column()[0], self._page.viewport().height())
        else:
            settings = self._page.settings
            document = self._page.document()
            end = document.size().height() - document.rootFrame().frameFormat().bottomMargin()
            gap = ABOVE * settings.typography.margin_bottom * settings.em
            self.move(self._column()[0], round(end + gap - self._page.verticalScrollBar().value()))

    def _column(self) -> tuple[int, int]:
        """Left edge and width of the page's column, in pixels of the view."""
        form = self._page.document().rootFrame().frameFormat()
        room = self._page.viewport().width()
        return round(form.leftMargin()), round(room - form.leftMargin() - form.rightMargin())
