"""Typing: how soon the first results stand in the window, in a library of 480 issues, once the fingers rest."""

from __future__ import annotations

import os
import random
import re
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from benchmarks.measure import Row, Timing
from benchmarks.shelf import ISSUES, library, shelf

FELT = 50.0  # milliseconds
QUERIES = 40
SEED = 20240701


def rows() -> Iterable[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="zbreader-typing-") as folder:
        place = Path(folder) / "library"
        shutil.copytree(shelf().folder, place)
        times = Timing(tuple(typed(place)))
    about = "words of 1 to 6 characters, by the clock, the pause after a key left out"
    note = f"{ISSUES} issues, the middle of {QUERIES} {about}"
    yield Row("first results as one types", times.median * 1000, None, FELT, "ms", times.spread, note)
    slow = sorted(times.samples)[QUERIES * 95 // 100] * 1000
    yield Row("… of the slowest two in 40", slow, None, None, "ms")


def typed(place: Path) -> Iterable[float]:
    """Seconds from the end of the pause until something is found, for each query."""
    from PySide6.QtWidgets import QApplication

    from benchmarks.pauses import report, wait
    from zbreader.ui.main_window import MainWindow
    from zbreader.ui.search.controller import PAUSE

    application = QApplication.instance() or QApplication(["zbreader", "-style", "Fusion"])
    chance = random.Random(SEED)
    with closing(library(place)) as services:
        window = MainWindow(services, report, offers_sample=False)
        window.show()
        wait(application, lambda: window.is_furnished and window.open.article is not None)
        text = window.open.article.text
        window.sidebar.field.setText("的")
        wait(application, lambda: window.search.model.rowCount() > 0)
        for _ in range(QUERIES):
            window.sidebar.field.clear()
            wait(application, lambda: window.search.model.rowCount() == 0)
            start = chance.randrange(len(text) - 8)
            query = next(iter(re.findall(r"\w+", text[start : start + chance.randint(1, 6)])), "的")
            begin = time.perf_counter()
            window.sidebar.field.setText(f"「{query}」")
            wait(application, lambda: window.search.model.rowCount() > 0)
            yield time.perf_counter() - begin - PAUSE / 1000
        window.close()
