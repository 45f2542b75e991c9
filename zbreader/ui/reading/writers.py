"""Who wrote the notes of others: one answer for the page, its margin and the panel beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from zbreader.model.annotation import Annotation


class Writers(QObject):
    """What to call people, no two the same. is_own: whether an `Annotation.creator_key` is that of whoever reads."""

    changed = Signal()

    def __init__(self, is_own: Callable[[str], bool] = lambda _key: True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.names: Mapping[str, str] = {}
        self._is_own = is_own

    def know(self, names: Mapping[str, str]) -> None:
        """Call people so, by `Annotation.creator_key`."""
        if names != self.names:
            self.names = names
            self.changed.emit()

    def of(self, annotation: Annotation) -> str:
        """What to call whoever wrote it; empty where that needs no saying."""
        key = annotation.creator_key
        if self._is_own(key):
            return ""
        return self.names.get(key) or annotation.creator or self.tr("未署名")
