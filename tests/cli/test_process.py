"""The command line as a process: no Qt, no sockets, no sqlite_utils in passing, readers that leave early."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WALK = """
import sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None  # any import of them fails

def watch(event, arguments):
    if event.startswith("socket.") or event in {"subprocess.Popen", "os.system"}:
        raise SystemExit(f"forbidden: {event} {arguments}")

sys.addaudithook(watch)
from zbreader.__main__ import main

status = max(main(words.split("|")) for words in sys.argv[1:])
forbidden = {"PySide6.QtCore", "jieba", "docx"} & set(sys.modules)
sys.exit(f"loaded: {forbidden}" if forbidden else status)
"""


def test_a_walk_through_the_commands_needs_no_qt_and_no_network(sample: Path, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "notes.md"
    walk = ["--version", f"inspect|{sample}|--json", f"import|{sample}", "issues", "search|数字", "notes", "check"]
    walk += ["backup", f"backup|-o|{out}"]
    ran = subprocess.run([sys.executable, "-c", WALK, *walk], capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr


def test_a_reader_that_leaves_early_is_no_error(sample: Path, library: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        ran = subprocess.run(
            [sys.executable, "-m", "zbreader", "inspect", str(sample), "--json"], stdout=nobody, stderr=subprocess.PIPE
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_takes_nothing_is_told(library: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        ran = subprocess.run(
            [sys.executable, "-m", "zbreader", "issues", "--json"], stdout=full, stderr=subprocess.PIPE
        )
    assert ran.returncode == 1
    assert ran.stderr.decode() == "结果写不出去。请检查输出位置是否存在、磁盘是否已满。\n"


def test_the_program_draws_a_pdf_without_a_screen(imported: Path, tmp_path: Path) -> None:
    def zbreader(*words: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
        return subprocess.run(
            [sys.executable, "-m", "zbreader", "--library", str(tmp_path / "library"), *words],
            capture_output=True, text=True, encoding="utf-8", env=environment,
        )  # fmt: skip

    shutil.copytree(imported, tmp_path / "library")
    (issue,) = json.loads(zbreader("issues", "--json").stdout)
    article = json.loads(zbreader("show", issue["id"], "--json").stdout)["articles"][1]
    zbreader("highlight", article["id"], "--quote", article["paragraphs"][0]["text"][:8])
    path = tmp_path / "notes.pdf"
    ran = zbreader("export", "-o", str(path))
    assert ran.returncode == 0, ran.stderr
    assert path.read_bytes().startswith(b"%PDF")


def test_a_start_loads_nothing_heavy(library: Path) -> None:
    program = (
        "import sys; from zbreader.__main__ import main; main(['issues'])\n"
        "heavy = {'sqlite_utils', 'jieba', 'docx', 'lxml', 'zbreader.importers', 'PySide6', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules) - ({'sqlite_utils'} if sys.argv[1] == 'first' else set())))"
    )
    for time in ("first", "then"):
        ran = subprocess.run([sys.executable, "-c", program, time], capture_output=True, text=True, encoding="utf-8")
        assert ran.stdout.splitlines()[-1:] == ["[]"], ran.stdout + ran.stderr
