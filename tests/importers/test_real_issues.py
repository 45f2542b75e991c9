"""The real converted issues beside the repository, where they exist: the scores that an import must reach."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.pictures import vocabulary
from zbreader.importers import build_issue, issue_to_json, read_source

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "score_import.py"
SOURCES = sorted((SHARED / "issues").glob("*.txt")) if SCORER.exists() else []
TARGETS = {
    "articles": 0.97, "placed": 0.99, "columns": 0.97, "authors": 0.95, "joins": 0.95, "headings": 0.93, "clean": 0.99,
    "conserved": 1.0, "issue": 1.0,
}  # fmt: skip


@pytest.mark.skipif(not SOURCES, reason="the real issues are not here")
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.stem)[:3])
def test_a_real_issue_is_rebuilt(source: Path) -> None:
    data = source.read_bytes()
    issue = build_issue(read_source(source.name, data), vocabulary(), source_sha256=hashlib.sha256(data).hexdigest())
    truth = SHARED / "truth" / (re.split(r"[_.]", source.name)[0] + ".json")
    wanted = [word for name, value in TARGETS.items() for word in ("--min", f"{name}={value}")]
    result = subprocess.run(
        [sys.executable, str(SCORER), str(source), str(truth), "-", "-v", *wanted],
        input=json.dumps(issue_to_json(issue), ensure_ascii=False), text=True, capture_output=True, check=False,
        encoding="utf-8",
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
