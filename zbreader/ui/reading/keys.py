"""Which key does what on the page. The keys stand in `actions.page_keys`, the deeds themselves in the pane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.actions.page_keys import PAGE, keys_of
from zbreader.ui.reading.selecting import Unit


@dataclass(frozen=True, slots=True)
class Jump:
    """A movement of the caret: by what, forwards (1) or back (-1), with or without the selection."""

    unit: Unit
    step: int
    extend: bool


Mark = tuple[HighlightColor | None, MarkStyle]


def _combination(sequence: Any) -> QKeyCombination:  # a list, which Qt's stubs leave out
    return cast("QKeyCombination", sequence[0])


def _all(name: str) -> list[QKeyCombination]:
    return [_combination(QKeySequence(keys)) for keys in keys_of(PAGE, name)]


def _plain(name: str) -> list[int]:
    return [one.key() for one in _all(name) if one.keyboardModifiers() == Qt.KeyboardModifier.NoModifier]


def _steps(on: str, back: str) -> dict[QKeyCombination, int]:
    return {one: step for name, step in ((on, 1), (back, -1)) for one in _all(name)}


_MARKING: dict[int, Mark] = {
    **{key: (color, MarkStyle.HIGHLIGHT) for key, color in zip(_plain("colors"), HighlightColor, strict=True)},
    **dict.fromkeys(_plain("page_underline"), (None, MarkStyle.UNDERLINE)),
    **dict.fromkeys(_plain("page_wavy"), (None, MarkStyle.WAVY)),
}
_DEEDS = {"page_note": "note", "look_up": "look_up", "copy_with_source": "copy_with_source", "unselect": "unselect"}
_SELECTION_KEYS: dict[int, str] = {key: deed for name, deed in _DEEDS.items() for key in _plain(name)}
_ZOOM_KEYS: dict[int, int] = {Qt.Key.Key_Equal: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_MARK_STEPS, _PAGE_STEPS = _steps("next_mark", "previous_mark"), _steps("page_down", "page_up")
_EDGES = {one: place for name, place in (("page_first", 0.0), ("page_last", 1.0)) for one in _all(name)}
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
    """The mark that a plain key asks for while something is selected: a colour, underline, wave."""
    return _MARKING.get(event.key()) if _is_plain(event) else None


def selection_deed(event: QKeyEvent) -> str | None:
    """What a plain key does with the selection: note, look_up, copy_with_source, unselect."""
    return _SELECTION_KEYS.get(event.key()) if _is_plain(event) else None


def is_copy_with_source(event: QKeyEvent) -> bool:
    """The key that copies with the source even while plain letters mean something else."""
    return not _is_plain(event) and _pressed(event) in _all("copy_with_source")


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
    """1 for the key to the next mark, -1 for the previous one, 0 for another key."""
    return _MARK_STEPS.get(_pressed(event), 0)


def page_step(event: QKeyEvent) -> int:
    """1 for Space and Page Down, -1 for Shift+Space and Page Up, 0 for another key."""
    return _PAGE_STEPS.get(_pressed(event), 0)


def edge(event: QKeyEvent) -> float | None:
    """0 for the key to the beginning, 1 for the one to the end, None for another key."""
    return _EDGES.get(_pressed(event))


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


def _pressed(event: QKeyEvent) -> QKeyCombination:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeyCombination(modifiers, Qt.Key(event.key()))
