"""The bar under the page while it is read aloud: back, pause, on, speed, stop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from zbreader.ui.speaking.reading_aloud import State
from zbreader.ui.theme.icons import Icons
from zbreader.ui.widgets.stepper import Stepper

SPEEDS = (0.5, 0.7, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)


class SpeakBar(QFrame):
    """Asks, never does. Seen only while something is read or paused."""

    toggle_requested = Signal()
    step_requested = Signal(int)
    stop_requested = Signal()
    speed_chosen = Signal(float)

    def __init__(self, speed: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._told = QLabel(self)
        self._told.setObjectName("quiet")
        self.back = self._button(self.tr("上一句"))
        self.toggle = self._button(self.tr("暂停"))
        self.onward = self._button(self.tr("下一句"))
        self.stop = self._button(self.tr("停止朗读"))
        self.back.clicked.connect(lambda: self.step_requested.emit(-1))
        self.toggle.clicked.connect(self.toggle_requested)
        self.onward.clicked.connect(lambda: self.step_requested.emit(1))
        self.stop.clicked.connect(self.stop_requested)
        self.speed = Stepper(self.tr("语速"), SPEEDS, lambda speed: f"{speed:g}×", self)
        self.speed.set_value(speed)
        self.speed.chosen.connect(lambda value: self.speed_chosen.emit(float(value)))
        layout = QHBoxLayout(self)
        gap = self.fontMetrics().height() // 2
        layout.setContentsMargins(gap, gap // 3, gap, gap // 3)
        layout.addWidget(self._told)
        layout.addStretch(1)
        for part in (self.back, self.toggle, self.onward):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(QLabel(self.tr("语速"), self))
        layout.addWidget(self.speed)
        layout.addWidget(self.stop)
        self.hide()

    def set_icons(self, icons: Icons) -> None:
        """Draw the buttons in a theme's ink."""
        self._icons = icons
        for button, name in ((self.back, "previous"), (self.onward, "next"), (self.stop, "close")):
            button.setIcon(icons.icon(name))
        self.toggle.setIcon(icons.icon("pause"))

    def show_state(self, state: State) -> None:
        """Say what is going on."""
        self.setVisible(state is not State.SILENT)
        is_paused = state is State.PAUSED
        self._told.setText(self.tr("朗读已暂停") if is_paused else self.tr("正在朗读"))
        words = self.tr("继续") if is_paused else self.tr("暂停")
        self.toggle.setToolTip(words)
        self.toggle.setAccessibleName(words)
        self.toggle.setIcon(self._icons.icon("play" if is_paused else "pause"))

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button
