"""A program that is killed while it imports leaves whole issues and a sound library."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.services.library import Services

_PROGRAM = """
import secrets, sys
from datetime import datetime, timezone
from pathlib import Path
from zbreader.services.library import open_library
services = open_library(Path(sys.argv[1]), clock=lambda: datetime.now(timezone.utc), random_bits=secrets.randbits)
print("begin", flush=True)
services.importing.import_files([Path(sys.argv[2])])
"""
_FILES, _ARTICLES = 40, 6


@pytest.fixture(autouse=True)
def plain_importer() -> None:
    """The program that is killed uses its own importer."""


def _issue(number: int) -> str:
    body = "".join(
        f"# 第 {at} 篇山里的事\n\n文/杜若\n\n" + f"溪水从石头上流下来，流了 {number} 天 {at} 夜。\n\n" * 30
        for at in range(_ARTICLES)
    )
    return f"《山间学习》2031年第{number}期\n\n{body}"


def test_killed_at_any_moment(
    services: Services, open_again: Callable[[], Services], write: Callable[..., Path]
) -> None:
    for number in range(1, _FILES + 1):
        folder = write(_issue(number), f"{number:02}.txt").parent
    counts = [0]
    for delay in (0.0, 0.03, 0.11, 0.25, 0.4):
        words = [sys.executable, "-c", _PROGRAM, str(services.directory), str(folder)]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as program:
            assert program.stdout is not None
            program.stdout.readline()
            time.sleep(delay)
            program.kill()
        after = open_again()
        summaries = after.reading.issues()
        counts.append(len(summaries))
        assert all(after.reading.issue(one.id).articles for one in summaries)
        assert all(one.articles == len(after.reading.issue(one.id).articles) for one in summaries)
        assert after.backing_up.check() == []
        after.close()
    assert counts == sorted(counts), "an issue that was imported is gone"
    outcomes = services.importing.import_files([folder])
    assert sum(one.status.value == "unchanged" for one in outcomes) == counts[-1]
    assert len(services.reading.issues()) == _FILES
    assert services.backing_up.check() == []
