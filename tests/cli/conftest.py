"""Runs commands in this process, against a library of the test's own and the issue that comes with the program."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from zbreader.cli import run
from zbreader.resources import resource


@dataclass(frozen=True)
class Ran:
    """What one command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Command = Callable[..., Ran]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands work on; it does not exist yet."""
    folder = tmp_path / "library"
    monkeypatch.setenv("ZBREADER_LIBRARY", str(folder))
    return folder


@pytest.fixture
def zb(library: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """zb("import", path) runs `zbreader import PATH`."""

    def command(*words: object) -> Ran:
        status = run([str(word) for word in words])
        return Ran(status, *capsys.readouterr())

    return command


SAMPLE = resource("sample", "sample-issue.txt")


@pytest.fixture
def sample() -> Path:
    """The sample issue that comes with the program."""
    return SAMPLE


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample issue, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("imported") / "library"
    assert run(["--library", str(folder), "import", str(SAMPLE)]) == 0
    return folder


@pytest.fixture
def issue(zb: Command, imported: Path, library: Path) -> dict[str, Any]:
    """The sample issue, imported, as `show --json` gives it."""
    shutil.copytree(imported, library)
    (row,) = zb("issues", "--json").json
    return zb("show", row["id"], "--json").json


@pytest.fixture
def quote(issue: dict[str, Any]) -> tuple[str, str]:
    """An article's id and some words of it."""
    article = issue["articles"][1]
    return article["id"], article["paragraphs"][0]["text"][3:15]
