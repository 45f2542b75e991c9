"""Memory: what two hours' walk through 480 issues leaves behind in the process, against what it held at the beginning.

An hour is one article of every issue: opened, scrolled through, a passage marked in every tenth, a search and a change
of light in every twentieth. The program is a process of its own and tells what the system says it holds (Linux only).
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks.measure import Row
from benchmarks.shelf import ISSUES, shelf

HELD, GROWN = 1.3, 1.02
"""After the first hour against the start; after the second against the first, by which no growth is meant: two runs of
one program differ by more than a hundredth."""
ROOT = Path(__file__).resolve().parent.parent


def rows() -> Iterable[Row]:
    if not sys.platform.startswith("linux"):
        return
    with tempfile.TemporaryDirectory(prefix="zbreader-memory-") as folder:
        library = Path(folder) / "library"
        shutil.copytree(shelf().folder, library)
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "benchmarks.memory", str(library)]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=900)
    start, first, second = (float(word) for word in told.stdout.split())
    about = f"{ISSUES} issues, one article of each an hour; resident memory of the process"
    yield Row("memory after an hour", first, start, HELD, "MB", 0.0, f"{about}; floor: an article open, nothing done")
    yield Row("… after a second hour", second, first, GROWN, "MB", 0.0, f"{about}; floor: after the first hour")


def walk(library: Path) -> None:
    """Be the program that is measured; print the megabytes held at the start, after one hour and after two."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.pauses import report, wait
    from benchmarks.shelf import library as opened
    from zbreader.ui.main_window import MainWindow

    application = QApplication(["zbreader"])
    services = opened(library)
    window = MainWindow(services, report, offers_sample=False)
    window.show()
    wait(application, lambda: window.is_furnished and window.open.article is not None)
    rest(window, application)
    print(held(), flush=True)
    issues = services.reading.issues()
    for hour in range(2):
        for number, issue in enumerate(issues):
            article = services.reading.articles(issue.id)[(number + hour * 7) % 20]
            window.open_article(article.id)
            wait(application, lambda: window.open.id == article.id)  # noqa: B023
            visit(window, number)
        rest(window, application)
        print(held(), flush=True)
    window.close()
    services.close()


def visit(window, number: int) -> None:
    """Look at the whole article; now and then do something."""
    bar = window.pane.verticalScrollBar()
    for step in range(4):
        bar.setValue(bar.maximum() * step // 3)
        window.pane.viewport().repaint()
    if number % 10 == 0:
        window.pane.select_range(number % 50, number % 50 + 12)
        window.actions_by_name["highlight"].trigger()
    if number % 20 == 0:
        window.look.set_theme(("paper", "sepia")[number // 20 % 2])
        window.sidebar.field.setText(("支部", "河堤 志愿者", "夜校", "账本")[number // 20 % 4])
    elif number % 20 == 1:
        window.sidebar.field.clear()


def rest(window, application) -> None:
    """Let everything that was begun come to its end."""
    import gc
    import time

    end = time.monotonic() + 3
    while time.monotonic() < end or window.operations.tasks:
        application.processEvents()
        time.sleep(0.01)
    gc.collect()


def held() -> float:
    """Megabytes of this process that lie in memory."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


if __name__ == "__main__":
    walk(Path(sys.argv[1]))
