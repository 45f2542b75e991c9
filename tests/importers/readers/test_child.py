from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.readers.mutations import SAMPLE
from tests.importers.readers.versions import as_pdf
from zbreader.importers.readers import child, pdf
from zbreader.importers.readers.transfer import Request, document_in

ROOT = Path(__file__).resolve().parents[3]


def test_a_file_is_answered_by_its_lines() -> None:
    document = document_in(child.answer_to(Request("甲.pdf", as_pdf(SAMPLE)).to_bytes()))
    assert any("渡口的灯" in line.text for line in document.lines)


@pytest.mark.parametrize("error", [RuntimeError, MemoryError, RecursionError])
def test_a_fault_of_our_own_is_told_and_not_shown(monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    def fail(name: str, data: bytes) -> None:
        raise error("渡口")

    monkeypatch.setattr(pdf, "read", fail)
    assert "渡口" in json.loads(child.answer_to(Request("甲.pdf", as_pdf(SAMPLE)).to_bytes()))["fault"]
    assert "fault" in json.loads(child.answer_to(b"nonsense"))


if sys.platform == "linux":

    @pytest.mark.parametrize(
        "deed",
        [
            "bytearray(3 * 1024**3)",
            "[0] * 500_000_000",
            "import pathlib; pathlib.Path('must-not-be').write_bytes(b'x' * 10)",
        ],
    )
    def test_the_limits_hold(deed: str, tmp_path: Path) -> None:
        code = f"from zbreader.importers.readers import child; child.limit_resources(); {deed}"
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, cwd=tmp_path)
        assert ran.returncode != 0
        assert b"MemoryError" in ran.stderr or b"File too large" in ran.stderr
