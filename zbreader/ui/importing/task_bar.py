"""What is under way: one line, a bar, and a button that stops it, in the toolbar. The window stays usable."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from zbreader.model.message import Message
from zbreader.ui.operations import Operations, Task
from zbreader.ui.translation import translated

WIDTH = 8  # of the bar, in heights of the font


class TaskBar(QWidget):
    """Shows the newest task."""

    busy_changed = Signal(bool)  # whether there is something to show

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._task: Task | None = None
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        height = self.fontMetrics().height()
        self._bar.setFixedSize(height * WIDTH, max(6, height // 2))
        self._bar.setAccessibleName(self.tr("进度"))
        self._stop = QToolButton(self)
        self._stop.setText(self.tr("停止"))
        self._stop.setAccessibleName(self.tr("停止正在做的事"))
        self._stop.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(height // 2, 0, height // 2, 0)
        layout.addWidget(self._label)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        operations.started.connect(self._on_started)

    @property
    def done(self) -> int:
        """How far the task that is shown has come."""
        return self._bar.value()

    def _on_started(self, task: Task) -> None:
        self._task = task
        self._label.setText(task.title)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        task.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)
        task.finished.connect(self._on_finished)
        self.busy_changed.emit(True)

    @Slot(int, int, object)
    def _on_progressed(self, done: int, total: int, doing: Message | None) -> None:
        if self.sender() is not self._task or self._task is None:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if doing is not None and not self._task.job.is_cancelled:
            text = translated(doing)
            self._label.setText(
                self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, self._bar.width() * 2)
            )
            self._label.setToolTip(text)

    def _on_finished(self) -> None:
        if self.sender() is self._task:
            rest = [task for task in self._operations.tasks if task is not self._task]
            self._task = rest[-1] if rest else None
            self.busy_changed.emit(self._task is not None)

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._stop.setEnabled(False)
            self._label.setText(self.tr("正在停止…"))
