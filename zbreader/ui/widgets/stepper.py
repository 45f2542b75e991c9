"""One value out of a row of values, with a smaller and a larger button: easier to hit than a spin box or a slider."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

WIDTH = 4.5  # of the value between the buttons, in heights of the font


class Stepper(QWidget):
    """Left and Right (or minus and plus) step; Home and End go to the ends. Emits only what a person does."""

    chosen = Signal(object)  # the value

    def __init__(
        self, name: str, values: Sequence[float], tell: Callable[[float], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._values, self._tell = name, list(values), tell
        self.value = self._values[0]
        self._told = QLabel(self)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._told.setMinimumWidth(round(self.fontMetrics().height() * WIDTH))
        self.smaller = self._button("−", self.tr("{name}：减小").format(name=name), -1)
        self.larger = self._button("+", self.tr("{name}：加大").format(name=name), 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.smaller)
        layout.addWidget(self._told, 1)
        layout.addWidget(self.larger)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.larger)
        self.set_value(self.value)

    def set_value(self, value: float) -> None:
        """Show VALUE, which need not be one of the row."""
        self.value = value
        words = self._tell(value)
        self._told.setText(words)
        self.setAccessibleName(self.tr("{name}：{value}").format(name=self._name, value=words))
        self.smaller.setEnabled(value > self._values[0])
        self.larger.setEnabled(value < self._values[-1])

    def step(self, step: int) -> None:
        """The next larger (1) or smaller (-1) value of the row."""
        if step > 0:
            found = next((value for value in self._values if value > self.value + 1e-6), self._values[-1])
        else:
            found = next((value for value in reversed(self._values) if value < self.value - 1e-6), self._values[0])
        self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Minus: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Plus: 1,
            Qt.Key.Key_Equal: 1,
        }
        if event.key() in steps:
            self.step(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(self._values[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def _choose(self, value: float) -> None:
        if value != self.value:
            self.set_value(value)
            self.chosen.emit(value)

    def _button(self, sign: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.step(step))
        return button
