"""Hard notes by command: kept exactly, told as valid JSON, exported as valid documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.hostile_notes import NOTES, check


@pytest.mark.parametrize("name", NOTES)
def test_a_hard_note_by_command(zb: Command, quote: tuple[str, str], tmp_path: Path, name: str) -> None:
    article, words = quote
    made = zb("highlight", article, "--quote", words, "--note", NOTES[name], "--json")
    assert made.status == 0
    assert made.json["note"] == NOTES[name]
    (row,) = zb("notes", "--json").json
    assert row["note"] == NOTES[name]
    assert zb("notes").status == 0
    for ending in ("docx", "html", "csv", "md"):
        path = tmp_path / f"notes.{ending}"
        assert zb("export", "-o", path).status == 0
        check(ending, path.read_bytes())
