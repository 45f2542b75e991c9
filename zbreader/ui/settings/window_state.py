"""How the window was left: its size and place, and where its panels stand. Kept as text, checked when read."""

from __future__ import annotations

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


def fit_screen(settings: Settings, window: QMainWindow) -> None:
    """At the first start: no larger than what the screen leaves, with room for a frame. Later Qt itself sees to it."""
    if settings.get(keys.GEOMETRY) is None:
        # Here, because it needs QStyle, whose hundreds of names are a fiftieth of a start.
        from zbreader.ui.widgets.fitting import screen_room

        window.resize(window.size().boundedTo(screen_room(window)))


def keep_window(settings: Settings, window: QMainWindow, panels: object) -> None:
    """Remember how the window and its PANELS stand."""
    settings.set(keys.GEOMETRY, bytes(window.saveGeometry().toBase64().data()).decode("ascii"))
    settings.set(keys.PANELS, panels)


def _bytes(value: object) -> QByteArray | None:
    if not isinstance(value, str) or not value.isascii():
        return None
    found: Any = QByteArray.fromBase64Encoding(QByteArray(value.encode("ascii")), ONLY_WHOLE)
    return QByteArray(found.decoded) if found else None  # a copy: `decoded` lives no longer than its result
