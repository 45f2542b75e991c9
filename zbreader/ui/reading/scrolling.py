"""Scrolling as one reads: by whole lines, and by pages that keep the last line in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit

from zbreader.ui.reading.place import hold

_WHEEL_NOTCH = 120  # of QWheelEvent.angleDelta


def scroll_page(edit: QTextEdit, direction: int, line_height: float) -> None:
    """Go a page down (1) or up (-1), less one line, and end on a whole line."""
    bar = edit.verticalScrollBar()
    bar.setValue(round(bar.value() + direction * (edit.viewport().height() - 1.5 * line_height)))
    if bar.minimum() < bar.value() < bar.maximum():
        bar.setValue(round(bar.value() + hold(edit).below_top))


class WheelSteps:
    """Counts whole notches: touch pads send many small turns where a wheel sends one."""

    def __init__(self) -> None:
        self._turned = 0

    def turn(self, angle: int) -> int:
        """Add a turn (eighths of a degree). Returns the whole notches that are complete now, with their sign."""
        if angle * self._turned < 0:
            self._turned = 0
        self._turned += angle
        notches = int(self._turned / _WHEEL_NOTCH)
        self._turned -= notches * _WHEEL_NOTCH
        return notches
