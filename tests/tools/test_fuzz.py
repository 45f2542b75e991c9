"""The fuzzer counts what becomes of damaged files, and sees a crash."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

if sys.platform != "win32":

    def test_every_kind_is_given_as_many_files_as_asked() -> None:
        command = [sys.executable, "-m", "tools.fuzz", "--inputs", "3"]
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        assert ran.returncode == 0, ran.stdout + ran.stderr
        rows = ran.stdout.splitlines()
        kinds = ["txt", "html", "docx", "epub", "pdf", "zbnotes", "zbissue", "zbfix", "template"]
        assert [row.split()[0] for row in rows] == kinds
        assert all("inputs       3" in row and "crashed    0  " in row for row in rows)

    def test_a_crash_and_a_dead_process_are_counted() -> None:
        for deed in ("raise ValueError", "import os; os.abort()"):
            code = (
                "import sys; from tools import fuzz\n"
                f"def fail(name, data):\n    {deed}\n"
                "fuzz.reading_of = fail\n"
                "counts = fuzz.run('txt', range(3), 60.0)\n"
                "sys.exit(counts['crashed'] != 3)"
            )
            ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True)
            assert ran.returncode == 0, ran.stderr
