"""How the window was left: its size and place, what was hidden, what was open. Kept as text, checked when read."""

from __future__ import annotations

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from zbreader.services.settings import Settings
from zbreader.ui.settings import keys


def restore_window(settings: Settings, window: QMainWindow, splitter: QSplitter) -> None:
    """Put the window as it was left; what cannot be read is left as it is built."""
    geometry = _bytes(settings.get(keys.GEOMETRY))
    if geometry is not None:
        window.restoreGeometry(geometry)
    sizes = settings.get(keys.SPLITTER)
    if isinstance(sizes, list) and len(sizes) == splitter.count() and all(isinstance(size, int) for size in sizes):
        splitter.setSizes(sizes)


def keep_window(settings: Settings, window: QMainWindow, sizes: list[int]) -> None:
    """Remember how the window stands."""
    settings.set(keys.GEOMETRY, base64.b64encode(window.saveGeometry().data()).decode("ascii"))
    settings.set(keys.SPLITTER, sizes)


def _bytes(value: object) -> QByteArray | None:
    if not isinstance(value, str):
        return None
    try:
        return QByteArray(base64.b64decode(value, validate=True))
    except (binascii.Error, ValueError):
        return None
