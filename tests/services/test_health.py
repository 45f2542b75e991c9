"""The health page: each line says what is so, and what can be done."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from zbreader.services import health
from zbreader.services.backup_files import Reason
from zbreader.services.health import Finding, Remedy, State
from zbreader.services.library import Services
from zbreader.services.safekeeping import FAULT


def by_name(services: Services) -> dict[str, Finding]:
    return {one.name: one for one in services.health.examine()}


def note(services: Services) -> None:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    services.annotating.add_by_quote(article, "先读书", note="要紧")


def test_a_library_that_is_well(stocked: Services) -> None:
    note(stocked)
    stocked.safekeeping.keep(Reason.SCHEDULE)
    stocked.safekeeping.try_restore()
    found = by_name(stocked)
    assert list(found) == ["integrity", "backup", "trial", "unplaced", "index", "room", "place"]
    assert {one.state for one in found.values()} == {State.GOOD}
    assert "1 期、1 条笔记" in str(found["backup"].sentence)
    assert "都在" in str(found["trial"].sentence)


def test_what_should_be_seen_to(stocked: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    note(stocked)
    stocked.importing.remove_issue(stocked.reading.issues()[0].id)
    stocked.settings.set(FAULT, "磁盘已满。")
    stocked.settings.set(
        "backup.trial", {"at": "2031-01-01T00:00:00.000Z", "file": "a.db", "issues": 0, "notes": 0, "fault": "坏了。"}
    )
    monkeypatch.setattr(health, "network_share", lambda _folder: "cifs")
    found = by_name(stocked)
    assert (found["unplaced"].state, found["unplaced"].remedy) == (State.NOTICE, Remedy.SHOW_UNPLACED)
    assert (found["backup"].state, found["backup"].remedy) == (State.BAD, Remedy.BACK_UP)
    assert "磁盘已满" in str(found["backup"].sentence)
    assert found["trial"].state is State.BAD and "坏了" in str(found["trial"].sentence)
    assert found["place"].state is State.NOTICE and "cifs" in str(found["place"].sentence)


def test_backups_that_are_turned_off_are_told(stocked: Services) -> None:
    stocked.settings.set("backup.hours", 0)
    [told] = [one for one in stocked.health.examine() if one.name == "backup"]
    assert (told.state, str(told.sentence)) == (
        State.NOTICE,
        "还没有备份，按时间的备份在设置里关掉了。请现在就备份一次。",
    )
    stocked.backing_up.backup()
    [told] = [one for one in stocked.health.examine() if one.name == "backup"]
    assert told.state is State.NOTICE and str(told.sentence).endswith("共有 1 份。按时间的备份在设置里关掉了。")


def test_content_that_changed_and_a_broken_index(stocked: Services) -> None:
    with stocked.database.write() as connection:
        connection.execute("UPDATE sources SET data = x'00'")
    stocked.searching.rebuild()
    stocked.searching.close()
    path = stocked.directory / "search.db"
    path.write_bytes(path.read_bytes()[:4096] + os.urandom(8192))
    found = by_name(stocked)
    assert (found["integrity"].state, found["integrity"].remedy) == (State.BAD, Remedy.REBUILD)
    assert len(found["integrity"].details) == 1
    assert found["index"].state is State.BAD


def test_a_broken_file_is_told_with_what_lies_beside_it(stocked: Services, open_again: Callable[[], Services]) -> None:
    from tests.damaging import break_pages_of

    stocked.close()
    break_pages_of(stocked.directory / "library.db", "paragraphs_of_article")
    found = by_name(open_again())
    assert list(found) == ["integrity", "backup", "trial", "room", "place"]
    assert (found["integrity"].state, found["integrity"].remedy) == (State.BAD, Remedy.RECOVER)


def test_a_small_disk(stocked: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from types import SimpleNamespace

    monkeypatch.setattr(health.shutil, "disk_usage", lambda _path: SimpleNamespace(free=5 * 1024 * 1024))
    room = by_name(stocked)["room"]
    assert room.state is State.NOTICE and str(room.sentence).endswith("磁盘还有 5.0 MB。")


def test_a_large_disk_is_told_in_larger_units(stocked: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    monkeypatch.setattr(health.shutil, "disk_usage", lambda _path: SimpleNamespace(free=40 * 1024**3))
    assert str(by_name(stocked)["room"].sentence).endswith("磁盘还有 40.0 GB。")
