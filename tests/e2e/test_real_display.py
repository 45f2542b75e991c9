"""The first hour by keys once more, on a real X display, where there is a server for one and what Qt needs for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCREEN = "1280x860x24"
PATIENCE = 120  # seconds

if sys.platform.startswith("linux") and shutil.which("Xvfb") and find_library("xcb-cursor"):

    @contextmanager
    def display() -> Iterator[str]:
        """A display of its own, named by the server that makes it."""
        reading, writing = os.pipe()
        words = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        with subprocess.Popen(words, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
            os.close(writing)
            with os.fdopen(reading, encoding="ascii") as told:
                yield f":{told.readline().strip()}"
            server.terminate()

    def test_the_first_hour_on_a_real_display() -> None:
        with display() as name:
            environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
            environment.pop("WAYLAND_DISPLAY", None)
            words = ["-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "tests/e2e/test_keyboard_walk.py"]
            ended = subprocess.run(
                [sys.executable, *words],
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-2000:]
