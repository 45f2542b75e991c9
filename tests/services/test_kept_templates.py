"""Word templates in backups: they come back where their name is free, and nothing else can be laid there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from zbreader.services.backup_files import Reason
from zbreader.services.kept_templates import kept, kept_in
from zbreader.services.library import Services, open_library
from zbreader.services.rescuing import restore_library


def lay(services: Services, name: str = "学习笔记单.docx", data: bytes = b"PK one's own") -> Path:
    path = services.directory / "templates" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def test_templates_come_back_on_a_new_computer(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    lay(stocked)
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    new = open_library(tmp_path / "new", clock=clock, random_bits=lambda n: 77)
    assert new.safekeeping.preview_settings(copy).templates_back == 1
    new.backing_up.restore(copy)
    assert (new.directory / "templates" / "学习笔记单.docx").read_bytes() == b"PK one's own"
    assert new.safekeeping.preview_settings(copy).templates_back == 0
    new.close()


def test_none_that_lies_there_is_overwritten(stocked: Services) -> None:
    path = lay(stocked)
    copy = stocked.backing_up.backup()
    path.write_bytes(b"PK changed")
    stocked.backing_up.restore(copy)
    assert path.read_bytes() == b"PK changed"


def test_they_come_back_beside_a_damaged_library_too(
    stocked: Services, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    path = lay(stocked)
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    stocked.close()
    path.unlink()
    (stocked.directory / "library.db").write_bytes(b"broken" * 1000)
    restore_library(stocked.directory, copy, clock=clock, random_bits=lambda n: 5)
    assert path.exists()


def test_a_template_is_worth_a_backup(stocked: Services) -> None:
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is not None
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is None
    lay(stocked)
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is not None
    assert stocked.safekeeping.keep(Reason.SCHEDULE) is None


@pytest.mark.parametrize(
    "name",
    [
        *("../x.docx", "/etc/x.docx", "a/b.docx", "a\\b.docx", "x.exe", ".x.docx", "~$x.docx", "x\n.docx", "c:x.docx"),
        *("甲" * 90 + ".docx", "\u202ex.docx", ""),
    ],
)
def test_what_is_no_name_of_a_template_is_laid_nowhere(stocked: Services, tmp_path: Path, name: str) -> None:
    lay(stocked)
    copy = stocked.backing_up.backup(tmp_path / "copy.db")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("UPDATE enclosed SET name = ? WHERE name LIKE 'templates/%'", (f"templates/{name}",))
        connection.commit()
    assert kept_in(copy) == {}
    before = sorted(tmp_path.rglob("*.docx"))
    stocked.backing_up.restore(copy)
    assert sorted(tmp_path.rglob("*.docx")) == before


def test_there_is_an_end_to_what_goes_along(stocked: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zbreader.services.kept_templates._MOST_BYTES", 25)
    for number in range(4):
        lay(stocked, f"{number}.docx", b"P" * 10)
    lay(stocked, "说明.txt")
    assert list(kept(stocked.directory)) == ["templates/0.docx", "templates/1.docx"]
    assert kept(stocked.directory / "没有") == {}
