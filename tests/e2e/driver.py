"""Drives the real program from outside: a script, written as a generator, yields what it waits for.

The watchdog looks on: nothing may keep the window from its events for LIMIT, if the script asks for no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from pathlib import Path
from types import FunctionType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.e2e.watchdog import Watchdog
from zbreader.app import run_window
from zbreader.ui.main_window import MainWindow

Script = Callable[[MainWindow], Generator[Callable[[], object], None, None]]

LIMIT = 0.1  # seconds of processor time
EVERY = 5  # milliseconds between two looks
PATIENCE = 25.0  # seconds that one step may take; nobody waits that long unless it hangs


def run_program(library: Path, script: Script, *files: Path, limit: float = LIMIT) -> int:
    """Start the program over LIBRARY, let SCRIPT use its window, close it; return its exit status."""
    failure: list[BaseException] = []
    watchdog = Watchdog(limit)
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
    if failure:
        raise failure[0]
    assert watchdog.ticks > 0, "the watchdog saw nothing"
    assert watchdog.blocks == [], watchdog.told()
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


def _close() -> None:
    for widget in QApplication.topLevelWidgets():
        widget.close()
