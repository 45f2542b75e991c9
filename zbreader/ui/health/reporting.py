"""Our own mistakes: written to the log and shown with words that can be handed on; the program goes on where it can."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from zbreader import __version__

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

logger = logging.getLogger(__name__)

SHOWN_AT_MOST = 3  # dialogs in one run: a mistake that repeats must not bury the window under boxes


def report_text(error: BaseException) -> str:
    """What a person can copy and hand on: versions, kinds and places, nothing that anybody wrote."""
    import platform

    from zbreader.services.discretion import report_of

    about = f"zbreader {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{about}\n\n{report_of(error)}\n"


class Reporter(QObject):
    """Takes exceptions from any thread; the dialog comes up on the window's."""

    _came = Signal(object)

    def __init__(
        self, window: Callable[[], QWidget | None], ready: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.ready = ready  # makes the log ready to be written to
        self._window = window
        self._shown = 0
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Be told of every exception that nobody caught, in any thread and in what Python itself calls."""
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self.uncaught
        threading.excepthook = lambda told: self.uncaught(told.exc_type, told.exc_value or told.exc_type(), None)
        sys.unraisablehook = lambda told: self.uncaught(told.exc_type, told.exc_value or told.exc_type(), None)
        try:
            yield
        finally:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks

    def uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """sys.excepthook: an interrupt ends the program, everything else is reported."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if issubclass(kind, SystemExit):
            return
        self.report(error if trace is None else error.with_traceback(trace))

    def report(self, error: BaseException) -> None:
        """Log ERROR and show it."""
        self.ready()
        logger.error("unexpected: %s", error, exc_info=(type(error), error, error.__traceback__))
        self._came.emit(error)

    @Slot(object)
    def _on_came(self, error: BaseException) -> None:
        self._shown += 1
        if self._shown > SHOWN_AT_MOST:
            return
        box = self.box(error)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def box(self, error: BaseException) -> QMessageBox:
        """The dialog for ERROR."""
        from PySide6.QtWidgets import QMessageBox  # Here, because most days nobody needs it.

        details = report_text(error)
        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("程序出了差错"))
        box.setText(self.tr("程序里出了一个没有料到的差错，已经记入日志。您的期刊和笔记都还在。"))
        box.setInformativeText(self.tr("可以接着用；如果老是这样，请复制详细信息，发给帮您装这个程序的人。"))
        box.setDetailedText(details)
        copy = box.addButton(self.tr("复制详细信息"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # copying does not close the box
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.addButton(QMessageBox.StandardButton.Close)
        return box
