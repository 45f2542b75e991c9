"""Starting: from the start of the process to the first painted window, against a bare QApplication with a QMainWindow.

Both are processes of their own, started in turns; each tells the monotonic clock when its first painting is done.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, compare
from benchmarks.shelf import ISSUES, shelf

ROOT = Path(__file__).resolve().parent.parent

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    painted = False

    def event(self, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, tell)
        return super().event(event)

def tell():
    print(time.monotonic(), flush=True)
    application.quit()

application = QApplication([])
window = Window()
window.resize(1280, 820)
window.show()
application.exec()
"""

OURS = """
import sys, time
from zbreader import app

show = app._show

def watched(*arguments):
    # The program is about to import its window: hook its first painting, load nothing that it would not load.
    from PySide6.QtCore import QEvent, QTimer
    from zbreader.ui.main_window import MainWindow

    event_of = MainWindow.event

    def event(self, event):
        if event.type() == QEvent.Type.Paint and not hasattr(self, "_told"):
            self._told = True
            if sys.argv[2] == "filled":
                self.library.loaded.connect(lambda issues: QTimer.singleShot(0, lambda: tell(self)))
            else:
                QTimer.singleShot(0, lambda: tell(self))
        return event_of(self, event)

    MainWindow.event = event
    return show(*arguments)

def tell(window):
    print(time.monotonic(), flush=True)
    window.close()

app._show = watched
raise SystemExit(app.run_window(["--library", sys.argv[1]]))
"""


def rows() -> Iterable[Row]:
    library = str(shelf().folder)
    bare = partial(seconds_until_painted, BARE)
    note = f"{ISSUES} issues, the last article open; offscreen; floor: bare QApplication and QMainWindow"
    yield compare("start: first paint", partial(seconds_until_painted, OURS, library, "painted"), bare, 1.9, note=note)
    filled = partial(seconds_until_painted, OURS, library, "filled")
    yield compare("… tree filled", filled, bare, None, note="the same, until all issues stand in the tree")


def seconds_until_painted(script: str, *arguments: str) -> float:
    """Run SCRIPT as a process of its own; the seconds from its start to the moment that it tells."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout.split()[0]) - begin
