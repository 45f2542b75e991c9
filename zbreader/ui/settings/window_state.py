"""How the window was left: its size and place, and the widths of its parts. Kept as text, checked when read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from zbreader.services.settings import Settings
from zbreader.ui.settings import keys

ONLY_WHOLE = QByteArray.Base64Option.AbortOnBase64DecodingErrors


def restore_window(settings: Settings, window: QMainWindow) -> None:
    """Put the window where it was left; what cannot be read is left as it is built."""
    geometry = _bytes(settings.get(keys.GEOMETRY))
    if geometry is not None:
        window.restoreGeometry(geometry)


def kept_sizes(settings: Settings, usual: Sequence[int]) -> list[int]:
    """The widths of the parts (logical pixels) as they were left; USUAL where there are none, or for a hidden part."""
    sizes = settings.get(keys.SPLITTER)
    if not isinstance(sizes, list) or len(sizes) != len(usual):
        return list(usual)
    return [size if isinstance(size, int) and size > 0 else other for size, other in zip(sizes, usual, strict=True)]


def keep_window(settings: Settings, window: QMainWindow, sizes: Sequence[int], panel: int) -> None:
    """Remember how the window stands. PANEL is the width of the last part for when it is hidden now."""
    *others, last = sizes
    settings.set(keys.GEOMETRY, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
    settings.set(keys.SPLITTER, [*others, last or panel])


def _bytes(value: object) -> QByteArray | None:
    if not isinstance(value, str) or not value.isascii():
        return None
    found: Any = QByteArray.fromBase64Encoding(QByteArray(value.encode("ascii")), ONLY_WHOLE)
    return QByteArray(found.decoded) if found else None  # a copy: `decoded` lives no longer than its result
