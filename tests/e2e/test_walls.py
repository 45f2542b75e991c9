"""From end to end: no socket, no program but ourselves, and no file beyond what the person chose and the library."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.importers.readers.mutations import SAMPLE
from tests.importers.readers.versions import as_docx

ROOT = Path(__file__).resolve().parents[2]
_SYSTEM = ("/usr/", "/etc/", "/proc/", "/sys/", "/dev/", "/lib", "/opt/")


def test_nothing_is_opened_that_nobody_chose(tmp_path: Path) -> None:
    chosen, library, record = tmp_path / "chosen", tmp_path / "library", tmp_path / "record.json"
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "secret.txt").write_text("秘密", encoding="utf-8")
    chosen.mkdir()
    issue, paper = chosen / "渡口.docx", chosen / "笔记.docx"
    issue.write_bytes(as_docx(SAMPLE))
    words = [sys.executable, "-m", "tests.e2e.walled", *map(str, (library, issue, paper, record))]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr[-3000:]
    events = json.loads(record.read_text("utf-8"))
    ours = (str(ROOT), sys.prefix, sys.base_prefix, sysconfig.get_paths()["stdlib"], os.path.realpath(sys.prefix))
    opened = [(path, writes) for event, path, writes in events if event == "open"]
    assert any(path == str(issue) for path, _writes in opened), "the hook hears nothing"
    strange = [
        path
        for path, writes in opened
        if not path.startswith((str(library), str(chosen))) and (writes or not path.startswith((*ours, *_SYSTEM)))
    ]
    caches = [path for path in strange if path.endswith(".pyc") or "__pycache__" in path or path == "/dev/null"]
    assert sorted(set(strange) - set(caches)) == []
    programs = {path for event, path, _writes in events if event == "process"}
    assert programs == {sys.executable}, "only ourselves, to read a file apart"
