"""The small bar that floats beside a selection: five colours, underline, wave, note, copy, look up."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading.color_names import color_name
from zbreader.ui.theme.icons import Icons
from zbreader.ui.theme.theme import Theme
from zbreader.ui.theme.typography import BarMeasures


class SelectionBar(QWidget):
    """Never takes the keyboard's focus: the same deeds lie on keys (1-5, U, W, N) while something is selected."""

    mark_chosen = Signal(object, object)  # HighlightColor or None (the last used), MarkStyle
    note_chosen = Signal()
    copy_chosen = Signal()
    look_up_chosen = Signal()

    def __init__(self, theme: Theme, measures: BarMeasures, parent: QWidget) -> None:
        super().__init__(parent)
        self._measures = measures
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("标记所选文字"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(measures.padding_x, measures.padding_y, measures.padding_x, measures.padding_y)
        row.setSpacing(measures.gap)
        self._colors: dict[HighlightColor, QToolButton] = {}
        for number, color in enumerate(HighlightColor, start=1):
            self._colors[color] = button = self._button(
                self.tr("{color}高亮（{key}）").format(color=color_name(color), key=number)
            )
            button.clicked.connect(lambda _=False, chosen=color: self.mark_chosen.emit(chosen, MarkStyle.HIGHLIGHT))
        self._named = {
            "underline": self._button(self.tr("下划线（U）")),
            "wavy": self._button(self.tr("波浪线（W）")),
            "note": self._button(self.tr("写笔记（N）")),
            "copy": self._button(self.tr("复制并附出处（Ctrl+Shift+C）")),
            "search": self._button(self.tr("在书库中查找（S）")),
        }
        self._named["underline"].clicked.connect(lambda: self.mark_chosen.emit(None, MarkStyle.UNDERLINE))
        self._named["wavy"].clicked.connect(lambda: self.mark_chosen.emit(None, MarkStyle.WAVY))
        self._named["note"].clicked.connect(self.note_chosen)
        self._named["copy"].clicked.connect(self.copy_chosen)
        self._named["search"].clicked.connect(self.look_up_chosen)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self._theme = theme
        icons = Icons(theme)
        for color, button in self._colors.items():
            button.setIcon(icons.mark(color))
        for name, button in self._named.items():
            button.setIcon(icons.icon(name))
        self.setPalette(theme.palette())

    def set_for_fingers(self, large: bool) -> None:
        """Buttons large enough for a finger, or those for a pointer."""
        side = self._measures.touch_icon if large else self._measures.icon
        for button in (*self._colors.values(), *self._named.values()):
            button.setIconSize(QSize(side, side))

    def show_beside(self, box: QRect, area: QRect, *, below: bool = False) -> None:
        """Show above (or below) a box, on its other side where there is no room; inside `area` (both in the parent)."""
        self.adjustSize()
        away = self._measures.distance
        x = min(max(box.center().x() - self.width() // 2, area.left() + away), area.right() - self.width() - away)
        above_y, below_y = box.top() - self.height() - away, box.bottom() + away
        fits_above, fits_below = above_y >= area.top() + away, below_y + self.height() + away <= area.bottom()
        y = below_y if fits_below and (below or not fits_above) else max(above_y, area.top() + away)
        self.move(QPoint(x, y))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.window.border), 1))
        painter.setBrush(self._theme.window.base)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), self._measures.radius, self._measures.radius)
        painter.end()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(self._measures.icon, self._measures.icon))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        self._row.addWidget(button)
        return button
