"""A program that is killed while a person types has kept what was typed a second ago."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from datetime import datetime, timezone
from pathlib import Path

from zbreader.services.library import open_library

TYPIST = """
import sys, time
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.e2e.driver import run_program
from zbreader.model.annotation import HighlightColor, MarkStyle

def script(window):
    yield lambda: window.open.article is not None and not window.operations.tasks
    window.open.write_note(2, 8)
    editor = window.panel.editor
    yield lambda: editor.note_id() is not None
    for number in range(60):  # without a pause that would settle anything
        QTest.keyClicks(editor.text, chr(97 + number % 26))
        print("typed", flush=True)
        until = time.monotonic() + 0.03
        yield lambda: time.monotonic() > until
    yield lambda: False

application = QApplication(["zbreader"])
run_program(Path(sys.argv[1]), script)
"""
PATIENCE = 60.0  # seconds
TYPED = "".join(chr(97 + number % 26) for number in range(60))


def test_nothing_typed_a_second_ago_is_lost(tmp_path: Path) -> None:
    library = tmp_path / "library"
    program = subprocess.Popen([sys.executable, "-c", TYPIST, str(library)], stdout=subprocess.PIPE)
    watch = threading.Timer(PATIENCE, program.kill)
    watch.start()
    try:
        assert program.stdout is not None
        for _ in range(60):
            assert program.stdout.readline() == b"typed\n"
        time.sleep(1.0)
    finally:
        watch.cancel()
        program.kill()
        program.communicate()
    again = open_library(library, clock=lambda: datetime.now(timezone.utc), random_bits=lambda count: 1)
    (kept,) = again.annotating.notes()
    again.close()
    assert kept.annotation.note == TYPED
