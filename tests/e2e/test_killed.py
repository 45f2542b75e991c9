"""A program that is killed has kept what was typed a second ago, and knows where one was reading."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path

from zbreader.services.library import Services, open_library
from zbreader.ui.settings import keys

PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.e2e.driver import run_program

def tell(words):
    print(words, flush=True)

def script(window):
    yield lambda: window.open.article is not None and not window.operations.tasks
    {script}
    yield lambda: False

application = QApplication(["zbreader"])
run_program(Path(sys.argv[1]), script)
"""
TYPIST = """
    window.open.write_note(2, 8)
    editor = window.panel.editor
    yield lambda: editor.note_id() is not None
    for number in range(60):  # without a pause that would settle anything
        QTest.keyClicks(editor.text, chr(97 + number % 26))
        tell("typed")
        until = time.monotonic() + 0.03
        yield lambda: time.monotonic() > until
"""
READER = """
    first = window.open.id
    window.actions_by_name["next_article"].trigger()
    yield lambda: window.open.id != first
    window.resize(700, 300)
    window.pane.turn(1)
    tell(window.open.id)
    tell(window.pane.place())
"""
PATIENCE = 60.0  # seconds
TYPED = "".join(chr(97 + number % 26) for number in range(60))


@contextmanager
def killed(library: Path, script: str, lines: int) -> Iterator[tuple[list[str], Services]]:
    """What a program that runs SCRIPT told in so many LINES, and what its library holds, killed a second later."""
    words = [sys.executable, "-c", PROGRAM.format(script=script), str(library)]
    program = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    watch = threading.Timer(PATIENCE, program.kill)
    watch.start()
    try:
        assert program.stdout is not None
        told = [program.stdout.readline().strip() for _ in range(lines)]
        time.sleep(1.0)
    finally:
        watch.cancel()
        program.kill()
        program.communicate()
    again = open_library(library, clock=lambda: datetime.now(timezone.utc), random_bits=lambda count: 1)
    yield told, again
    again.close()


def test_nothing_typed_a_second_ago_is_lost(tmp_path: Path) -> None:
    with killed(tmp_path / "library", TYPIST, 60) as (told, library):
        assert told == ["typed"] * 60
        (kept,) = library.annotating.notes()
        assert kept.annotation.note == TYPED


def test_one_goes_on_where_one_was_reading(tmp_path: Path) -> None:
    with killed(tmp_path / "library", READER, 2) as ((article, place), library):
        assert library.settings.get(keys.LAST_ARTICLE) == article
        assert library.reading.place(article) == float(place) > 0
