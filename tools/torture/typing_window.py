"""A window in which somebody types a note and never stops; each key is told with its moment (CLOCK_MONOTONIC)."""

from __future__ import annotations

import itertools
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tools.torture.stock import opened
from zbreader.ui.main_window import MainWindow

KEY_EVERY = 60  # milliseconds
LETTERS = "xiqianmiandiannaohaizaixie"


def report(error: BaseException) -> None:
    """A mistake ends the typing."""
    raise error


def main(library: Path) -> int:
    """Type until somebody ends it."""
    application = QApplication(["zbreader"])
    services = opened(library)
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    mark = services.annotating.add_highlight(article, 0, 5).annotation.id
    window = MainWindow(services, report, offers_sample=False)
    window.show()
    window.furnish()
    window.open_article(article)
    letters = itertools.cycle(LETTERS)
    typed = 0

    def press() -> None:
        nonlocal typed
        editor = window.panel.editor
        if editor.note_id() != mark:
            window.panel.select(mark)
            return
        if not editor.text.hasFocus():
            window.activateWindow()
            editor.text.setFocus()
        QTest.keyClicks(editor.text, next(letters))
        typed += 1
        print(json.dumps([typed, time.monotonic()]), flush=True)

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(KEY_EVERY)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
