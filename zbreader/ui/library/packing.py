"""Issues handed on from the tree as .zbissue files: saved by the menu, or dragged out and written when a drop asks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QDrag

from zbreader.model.errors import KnownError
from zbreader.text import file_names
from zbreader.ui.exporting.place import ask_place

if TYPE_CHECKING:
    from zbreader.ui.main_window import MainWindow

SUFFIX = ".zbissue"
URLS = "text/uri-list"


class LazyFile(QMimeData):
    """Offers a file that MAKE writes when somebody asks for it (None: it could not be written)."""

    def __init__(self, make: Callable[[], Path | None]) -> None:
        super().__init__()
        self._make = make
        self._path: Path | None = None

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype == URLS

    def formats(self) -> list[str]:
        return [URLS]

    def retrieveData(self, mimetype: str, _type: Any) -> Any:
        if mimetype != URLS:
            return None
        if self._path is None:
            self._path = self._make()
        return [] if self._path is None else [QUrl.fromLocalFile(str(self._path))]


class IssuePacking(QObject):
    """Belongs to one window. What was dragged out is kept until the window closes: who took it may still be copying."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        window.tree.drag_requested.connect(self.drag)
        window.tree.pack_requested.connect(self.choose)

    def choose(self, issue_id: str, title: str) -> None:
        """Ask where an issue is to be saved, and save it there."""
        kind = self.tr("期刊包 (*{suffix})").format(suffix=SUFFIX)
        settings = self._window.services.settings
        path = ask_place(self._window, settings, self.tr("存成期刊包"), file_name(title), kind)
        if path is not None:
            self.save(issue_id, path)

    def save(self, issue_id: str, path: Path) -> None:
        """Write an issue to the pack PATH."""
        window = self._window
        window.operations.run(
            lambda: window.services.exchanging.pack([issue_id], path),
            on_done=lambda _size: window.deeds.tell_written(str(path)),
        )

    def drag(self, issue_id: str, title: str) -> None:
        """Let the mouse carry an issue out of the tree."""
        drag = QDrag(self._window.tree)
        drag.setMimeData(self.offer(issue_id, title))
        drag.exec(Qt.DropAction.CopyAction)

    def offer(self, issue_id: str, title: str) -> LazyFile:
        """The issue as what is dragged."""

        def make() -> Path | None:
            try:
                if self._folder is None:
                    self._folder = tempfile.TemporaryDirectory(prefix="zbreader-", ignore_cleanup_errors=True)
                path = Path(self._folder.name) / file_name(title)
                self._window.services.exchanging.pack([issue_id], path)
            except (KnownError, OSError) as error:
                self._window.on_failed(error)
                return None
            return path

        return LazyFile(make)

    def close(self) -> None:
        """Take away what was written for drops."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def file_name(title: str) -> str:
    """A name for the pack of an issue called TITLE."""
    return file_names.file_name(title) + SUFFIX
