"""Which key does what on the page. Names of deeds here, the deeds themselves in the pane."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from zbreader.model.annotation import HighlightColor, MarkStyle
from zbreader.ui.reading.selecting import Unit


@dataclass(frozen=True, slots=True)
class Jump:
    """A movement of the caret: by what, forwards (1) or back (-1), with or without the selection."""

    unit: Unit
    step: int
    extend: bool


Mark = tuple[HighlightColor | None, MarkStyle]

_COLOR_KEYS: dict[int, HighlightColor] = {Qt.Key.Key_1 + number: color for number, color in enumerate(HighlightColor)}
_SELECTION_KEYS: dict[int, str] = {
    Qt.Key.Key_N: "note",
    Qt.Key.Key_S: "look_up",
    Qt.Key.Key_C: "copy_with_source",
    Qt.Key.Key_Escape: "unselect",
}
_ZOOM_KEYS: dict[int, int] = {Qt.Key.Key_Equal: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_MARK_KEYS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PAGE_KEYS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_TURN_KEYS: dict[int, int] = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_JUMP_KEYS: dict[int, tuple[Unit, int]] = {
    Qt.Key.Key_Left: (Unit.WORD, -1),
    Qt.Key.Key_Right: (Unit.WORD, 1),
    Qt.Key.Key_Up: (Unit.PARAGRAPH, -1),
    Qt.Key.Key_Down: (Unit.PARAGRAPH, 1),
}
_SENTENCE_KEYS: dict[int, int] = {
    Qt.Key.Key_Comma: -1,
    Qt.Key.Key_Less: -1,  # with Shift
    Qt.Key.Key_Period: 1,
    Qt.Key.Key_Greater: 1,
}
_CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


def marking(event: QKeyEvent) -> Mark | None:
    """The mark that a plain key asks for while something is selected: 1-5, U, W."""
    if not _is_plain(event):
        return None
    key = event.key()
    if key in _COLOR_KEYS:
        return _COLOR_KEYS[key], MarkStyle.HIGHLIGHT
    if key == Qt.Key.Key_U:
        return None, MarkStyle.UNDERLINE
    if key == Qt.Key.Key_W:
        return None, MarkStyle.WAVY
    return None


def selection_deed(event: QKeyEvent) -> str | None:
    """What a plain key does with the selection: note, look_up, copy_with_source, unselect."""
    return _SELECTION_KEYS.get(event.key()) if _is_plain(event) else None


def is_copy_with_source(event: QKeyEvent) -> bool:
    """Ctrl+Shift+C."""
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_C and event.modifiers() == wanted


def zoom_step(event: QKeyEvent) -> int | None:
    """1 for a key that enlarges, -1 for one that makes smaller, 0 for the original size, None for another key."""
    if event.matches(QKeySequence.StandardKey.ZoomIn):
        return 1
    if event.matches(QKeySequence.StandardKey.ZoomOut):
        return -1
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return _ZOOM_KEYS.get(event.key())
    return None


def mark_step(event: QKeyEvent) -> int:
    """Alt+Down and Alt+Up go to the next (1) and previous (-1) mark; 0 for another key."""
    if event.modifiers() != Qt.KeyboardModifier.AltModifier:
        return 0
    return _MARK_KEYS.get(event.key(), 0)


def page_step(event: QKeyEvent) -> int:
    """1 for Space and Page Down, -1 for Shift+Space and Page Up, 0 for another key."""
    if event.key() == Qt.Key.Key_Space:
        return {Qt.KeyboardModifier.NoModifier: 1, Qt.KeyboardModifier.ShiftModifier: -1}.get(event.modifiers(), 0)
    return _PAGE_KEYS.get(event.key(), 0) if _is_plain(event) else 0


def turn_step(event: QKeyEvent) -> int:
    """1 for a plain arrow that turns a page on, -1 for one that turns it back, 0 for another key."""
    return _TURN_KEYS.get(event.key(), 0) if _is_plain(event) else 0


def moves_caret(event: QKeyEvent) -> bool:
    """Whether a key moves the caret or extends the selection."""
    return event.key() in _CARET_KEYS


def caret_jump(event: QKeyEvent) -> Jump | None:
    """Ctrl with an arrow goes by words and paragraphs, comma and full stop go by sentences; Shift extends."""
    extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held == Qt.KeyboardModifier.ControlModifier and event.key() in _JUMP_KEYS:
        return Jump(*_JUMP_KEYS[event.key()], extend)
    if held == Qt.KeyboardModifier.NoModifier and event.key() in _SENTENCE_KEYS:
        return Jump(Unit.SENTENCE, _SENTENCE_KEYS[event.key()], extend)
    return None


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
