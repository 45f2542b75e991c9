"""Drives the real program from outside: a script, written as a generator, yields what it waits for.

The watchdog looks on: nothing may keep the window from its events for LIMIT, if the script asks for no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from functools import wraps
from pathlib import Path
from types import FunctionType

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from tests.e2e.watchdog import Watchdog
from zbreader.app import run_window
from zbreader.ui.main_window import MainWindow

Script = Callable[[MainWindow], Generator[Callable[[], object], None, None]]

LIMIT = 0.1  # seconds of processor time
EVERY = 5  # milliseconds between two looks
ATTEMPTS = 5  # of a test in which something took too long
PATIENCE = 25.0  # seconds that one step may take; nobody waits that long unless it hangs


class TooLongError(AssertionError):
    """Something kept the window from its events for longer than LIMIT."""


Test = Callable[[Path, QApplication], None]


def in_time(test: Test) -> Test:
    """Give TEST a folder of its own again, at most ATTEMPTS times, when something in it took too long.

    Where many programs share two processors a thread's own time swells with their use of the caches, by half and more;
    what really takes too long does so every time.
    """

    @wraps(test)
    def again(tmp_path: Path, qapp: QApplication) -> None:
        for attempt in range(1, ATTEMPTS + 1):
            folder = tmp_path / str(attempt)
            folder.mkdir()
            try:
                test(folder, qapp)
                return
            except TooLongError:
                if attempt == ATTEMPTS:
                    raise

    return again


def run_program(library: Path, script: Script, *files: Path) -> int:
    """Start the program over LIBRARY, let SCRIPT use its window, close it; return its exit status.

    Raises TooLongError.
    """
    failure: list[BaseException] = []
    watchdog = Watchdog(LIMIT)
    state: dict[str, object] = {"steps": None, "waits": None, "since": 0.0}

    def look() -> None:
        try:
            if _advance(state, script):
                watchdog.start()
                QApplication.instance().aboutToQuit.connect(watchdog.stop)  # type: ignore[union-attr]
        except StopIteration:
            watchdog.stop()
            _close()
        except BaseException as error:  # told to the test below; here it would only be printed
            failure.append(error)
            _close()

    timer = QTimer()
    timer.setInterval(EVERY)
    timer.timeout.connect(look)
    timer.start()
    status = run_window(["--library", str(library), *map(str, files)])
    timer.stop()
    _clear_away()
    if failure:
        raise failure[0]
    assert watchdog.ticks > 0, "the watchdog saw nothing"
    if watchdog.blocks:
        raise TooLongError(watchdog.told())
    return status


def _advance(state: dict[str, object], script: Script) -> bool:
    """One look; True when the script begins with it."""
    begins = False
    if state["steps"] is None:
        window = _window()
        if window is None:
            return False
        state["steps"] = script(window)
        begins = True
    waits = state["waits"]
    if callable(waits):
        if not waits():
            if time.monotonic() - float(str(state["since"])) > PATIENCE:
                code = waits.__code__ if isinstance(waits, FunctionType) else None
                where = f"line {code.co_firstlineno} of {Path(code.co_filename).name}" if code else repr(waits)
                raise TimeoutError(f"the program did not do what the script waits for: {where}")
            return begins
        state["waits"] = None
    state["waits"] = next(state["steps"])  # type: ignore[call-overload]
    state["since"] = time.monotonic()
    return begins


def _window() -> MainWindow | None:
    found = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, MainWindow) and one.isVisible() and one.is_furnished
    ]
    return found[0] if found else None


def _clear_away() -> None:
    """The program has ended but its process goes on: another theme would dress the widgets of this one too."""
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _close() -> None:
    for widget in QApplication.topLevelWidgets():
        widget.close()
