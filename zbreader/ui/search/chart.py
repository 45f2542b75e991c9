"""Hits by issue over time: a small chart to look at, to ask with the mouse, and to narrow a search with."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from zbreader.model.search import IssueHits
from zbreader.ui.search.bars import Bar, bars_of
from zbreader.ui.theme.theme import Theme

HEIGHT = 3.0  # of the chart, in heights of the font
INSET = 0.5  # at the sides, in heights of the font
NARROWEST = 4.0  # width of a bar with its gap, logical pixels
WIDEST = 1.6  # the same, in heights of the font
GAP = 0.25  # of a bar's width
LEAST = 2.0  # height of a bar that stands for anything at all, logical pixels

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}


class HitChart(QWidget):
    """One bar an issue (or several together where there is no room); hidden while there is nothing to compare."""

    issues_chosen = Signal(str)  # what stands after 期: in a query for the bar that was chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._issues: tuple[IssueHits, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self.bars: list[Bar] = []
        self.current = -1  # the bar under the mouse or the keyboard; -1: none
        self.setAccessibleName(self.tr("各期命中数"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def set_hits(self, issues: Sequence[IssueHits], chosen: Collection[str] = ()) -> None:
        """Show ISSUES, the oldest first; those whose ids are CHOSEN are what the search is narrowed to (none: all)."""
        self._issues, self._chosen = tuple(issues), frozenset(chosen)
        self._arrange()
        self.setVisible(len(issues) > 1 and any(issue.articles for issue in issues))

    def sizeHint(self) -> QSize:
        return QSize(0, round(self.fontMetrics().height() * HEIGHT))

    def told(self, number: int) -> str:
        """What a bar stands for, in words."""
        bar = self.bars[number]
        first, last = bar.issues[0].label, bar.issues[-1].label
        label = first if first == last else self.tr("{first} 至 {last}").format(first=first, last=last)
        return self.tr("{label}：{articles} 篇，{count} 处").format(
            label=label, articles=bar.articles, count=bar.occurrences
        )

    def bar_at(self, point: QPoint) -> int:
        """The number of the bar that stands above or below POINT; -1 for none."""
        number = int((point.x() - self._inset()) // self._step()) if self.bars else -1
        return number if 0 <= number < len(self.bars) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._theme.window
        ground = self.height() - 2.0
        painter.fillRect(QRectF(self._inset(), ground, self.width() - 2 * self._inset(), 1), colors.border)
        highest = max((bar.occurrences for bar in self.bars), default=0)
        for number, bar in enumerate(self.bars):
            if bar.articles:
                share = bar.occurrences / highest if highest else 1.0
                meant = not self._chosen or any(issue.issue_id in self._chosen for issue in bar.issues)
                color = colors.text if number == self.current else colors.accent if meant else colors.border
                painter.fillRect(self._place(number, max(LEAST, share * (ground - 3))), color)
            elif number == self.current:
                painter.fillRect(self._place(number, LEAST), colors.text)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.bar_at(event.pos())
            QToolTip.showText(event.globalPos(), self.told(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_current(self.bar_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._set_current(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.bar_at(event.position().toPoint()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(len(self.bars) - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_current(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self.current + _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.current)
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        room = self.width() - 2 * self._inset()
        self.bars = bars_of(self._issues, max(1, int(room / NARROWEST)))
        self.current = min(self.current, len(self.bars) - 1)
        self.update()

    def _inset(self) -> float:
        return self.fontMetrics().height() * INSET

    def _step(self) -> float:
        """Logical pixels from bar to bar."""
        room = self.width() - 2 * self._inset()
        return min(self.fontMetrics().height() * WIDEST, max(room, 1.0) / max(len(self.bars), 1))

    def _place(self, number: int, height: float) -> QRectF:
        step = self._step()
        left = self._inset() + number * step
        return QRectF(left, self.height() - 2.0 - height, max(1.0, step * (1 - GAP)), height)

    def _go(self, number: int) -> None:
        """Bring the keyboard to a bar, and say what it stands for."""
        if self.bars:
            self._set_current(max(0, min(number, len(self.bars) - 1)))
            foot = self._place(self.current, 0).bottomLeft().toPoint()
            QToolTip.showText(self.mapToGlobal(foot), self.told(self.current), self)

    def _set_current(self, number: int) -> None:
        if number != self.current:
            self.current = number
            self.setAccessibleDescription(self.told(number) if number >= 0 else "")
            self.update()

    def _choose(self, number: int) -> None:
        if number >= 0 and self.bars[number].filter:
            self.issues_chosen.emit(self.bars[number].filter)
