"""Python's search for cycles, on the window's thread alone.

Left to itself it runs on whatever thread happens to make an object. A widget that lies in a cycle is then freed beside
the window's thread, and Qt takes the program down. calibre and Anki keep it to one thread in the same way.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1_000  # milliseconds


class CycleSearch(QObject):
    """Looks for cycles now and then while it is started. Whoever starts it has switched the search off before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(search_if_due)

    def start(self) -> None:
        """From now on; what there is now stays for good, and no search looks at it again."""
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Let go of what was kept for good."""
        self._timer.stop()
        gc.unfreeze()


def search_if_due() -> None:
    """Search the oldest generation that has grown beyond Python's own threshold; that searches younger ones too."""
    for generation, (count, threshold) in reversed(
        list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
    ):
        if 0 < threshold < count:
            gc.collect(generation)
            return
