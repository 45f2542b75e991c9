"""Backups that come by themselves: when, how many, and whether they can be trusted."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from types import SimpleNamespace

import pytest

from zbreader.model.errors import KnownError
from zbreader.services.backup_files import Reason
from zbreader.services.library import Services, open_library
from zbreader.services.safekeeping import FAULT, HOURS


class Calendar:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2031, 4, 1, 8, tzinfo=timezone.utc)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def kept(tmp_path: Path, calendar: Calendar, write: Callable[..., Path]) -> Services:
    """A library with one issue, on a clock that the test sets; closed by the end of the process."""
    services = open_library(
        tmp_path / "library", clock=calendar, random_bits=lambda n: int.from_bytes(os.urandom(8), "big")
    )
    services.importing.import_files([write()])
    return services


def note(services: Services, text: str = "要紧") -> str:
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    return services.annotating.add_by_quote(article, "先读书", note=text).annotation.id


def files(services: Services) -> list[str]:
    folder = services.directory / "backups"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_an_empty_library_needs_no_backup_and_the_first_import_waits_for_none(kept: Services) -> None:
    assert files(kept) == []


def test_a_backup_is_made_only_when_something_changed(kept: Services) -> None:
    first = kept.safekeeping.keep(Reason.SCHEDULE)
    assert first is not None and first.name.startswith("auto-2031") and first.name.endswith("-schedule.db")
    assert kept.safekeeping.keep(Reason.SCHEDULE) is None
    kept.reading.set_place(kept.reading.articles(kept.reading.issues()[0].id)[0].id, 0.5)
    assert kept.safekeeping.keep(Reason.SCHEDULE) is None, "a reading place is no reason"
    mark = note(kept)
    assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    kept.annotating.set_note(mark, "改了")
    assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    kept.annotating.delete(mark)
    assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    kept.importing.remove_issue(kept.reading.issues()[0].id)
    assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    assert [one.counts and (one.counts.issues, one.counts.notes) for one in kept.safekeeping.backups()] == [
        (0, 0),
        (1, 0),
        (1, 1),
        (1, 1),
        (1, 0),
    ]


def test_before_an_import_a_merge_and_a_rebuild(kept: Services, write: Callable[..., Path], tmp_path: Path) -> None:
    note(kept)
    kept.importing.import_files([write("《山间学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    assert [one.reason for one in kept.safekeeping.backups()] == [Reason.IMPORT]
    from zbreader.model.annotation import AnnotationFilter

    kept.exchanging.save_notes(AnnotationFilter(), tmp_path / "x.zbnotes")
    kept.exchanging.merge_notes([tmp_path / "x.zbnotes"], dry_run=True)
    assert len(kept.safekeeping.backups()) == 1
    kept.exchanging.merge_notes([tmp_path / "x.zbnotes"])
    assert [one.reason for one in kept.safekeeping.backups()] == [Reason.MERGE, Reason.IMPORT]


def test_thinning_leaves_what_was_made_by_hand(kept: Services, calendar: Calendar) -> None:
    mark = note(kept)
    by_hand = kept.backing_up.backup()
    for day in range(60):
        calendar.now += timedelta(days=1)
        for hour in range(2):
            kept.annotating.set_note(mark, f"{day} {hour}")
            assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    there = kept.safekeeping.backups()
    assert by_hand in [one.path for one in there]
    assert 12 < len(there) < 12 + 10 + 9 + 5
    assert there[0].counts is not None


def test_a_damaged_library_gets_no_backup_and_takes_no_import(
    kept: Services, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]
) -> None:
    note(kept)
    good = kept.safekeeping.keep(Reason.SCHEDULE)
    note(kept, "后来的")
    with kept.database.aside() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'paragraphs_of_article'"
        ).fetchone()
    data = bytearray((kept.directory / "library.db").read_bytes())
    data[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    directory = kept.directory
    kept.close()
    (directory / "library.db").write_bytes(bytes(data))
    services = open_library(directory, clock=Calendar(), random_bits=lambda n: 5)
    with pytest.raises(KnownError, match="已损坏"):
        services.importing.import_files([write("《山间学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    with pytest.raises(KnownError, match="已损坏"):
        services.safekeeping.keep(Reason.SCHEDULE)
    assert [good.name] == files(services) if good else False
    services.close()


def test_a_full_disk_stops_no_import_but_is_told(
    kept: Services, monkeypatch: pytest.MonkeyPatch, write: Callable[..., Path]
) -> None:
    note(kept)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1000))
    kept.importing.import_files([write("《山间学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    assert len(kept.reading.issues()) == 2
    assert "磁盘空间不够做备份" in kept.safekeeping.fault()
    monkeypatch.undo()
    assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
    assert kept.settings.get(FAULT) is None


def test_the_schedule(kept: Services, calendar: Calendar) -> None:
    note(kept)
    assert kept.safekeeping.is_due()
    kept.safekeeping.keep(Reason.SCHEDULE)
    assert not kept.safekeeping.is_due()
    calendar.now += timedelta(hours=5)
    assert kept.safekeeping.is_due()
    kept.settings.set(HOURS, 8)
    assert not kept.safekeeping.is_due()
    calendar.now -= timedelta(days=400)
    assert kept.safekeeping.is_due(), "a clock set back stops nothing"
    kept.settings.set(HOURS, 0)
    assert not kept.safekeeping.is_due()


def test_what_a_restore_would_change(kept: Services, write: Callable[..., Path]) -> None:
    gone = note(kept)
    other = note(kept, "会改的")
    path = kept.safekeeping.keep(Reason.SCHEDULE)
    assert path is not None
    kept.annotating.delete(gone)
    kept.annotating.set_note(other, "改了")
    note(kept, "新的")
    kept.importing.import_files([write("《山间学习》2031年第5期\n# 春天\n花开了。\n", "第五期.txt")])
    difference = kept.safekeeping.preview(path)
    assert (difference.issues_back, difference.issues_gone) == ((), ("《山间学习》2031年第5期",))
    assert (difference.notes_back, difference.notes_gone, difference.notes_other) == (1, 1, 1)
    assert sorted(p.name for p in path.parent.iterdir()) == files(kept), "looking leaves nothing beside"
    path.write_bytes(b"no backup" * 600)
    with pytest.raises(KnownError):
        kept.safekeeping.preview(path)
    assert [one.counts is None for one in kept.safekeeping.backups() if one.path == path] == [True]


def test_a_trial_restore_a_month(kept: Services, calendar: Calendar) -> None:
    assert not kept.safekeeping.is_trial_due()
    with pytest.raises(KnownError, match="还没有备份"):
        kept.safekeeping.try_restore()
    note(kept)
    path = kept.safekeeping.keep(Reason.SCHEDULE)
    assert path is not None and kept.safekeeping.is_trial_due()
    trial = kept.safekeeping.try_restore()
    assert (trial.file, trial.issues, trial.notes, trial.fault) == (path.name, 1, 1, "")
    assert kept.safekeeping.last_trial() == trial
    assert not kept.safekeeping.is_trial_due()
    calendar.now += timedelta(days=31)
    assert kept.safekeeping.is_trial_due()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE sources SET data = x'00'")
        connection.commit()
    assert "原文存档与导入时不符" in kept.safekeeping.try_restore().fault
    path.write_bytes(b"no backup" * 600)
    assert "不是支部阅读的备份" in kept.safekeeping.try_restore().fault
    assert files(kept) == [path.name]


def test_unfinished_copies_of_killed_programs_go_after_a_day(kept: Services) -> None:
    folder = kept.directory / "backups"
    folder.mkdir()
    for name, age in ((".auto-1.db.7.tmp", 90_000), (".auto-2.db.8.tmp", 10)):
        (folder / name).touch()
        then = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (then, then))
    note(kept)
    kept.safekeeping.keep(Reason.SCHEDULE)
    assert ".auto-1.db.7.tmp" not in files(kept) and ".auto-2.db.8.tmp" in files(kept)


def test_what_was_before_a_restore_or_a_migration_stays_for_a_month(kept: Services, calendar: Calendar) -> None:
    copy = kept.backing_up.backup()
    note(kept)
    before = kept.backing_up.restore(copy)
    folder = kept.directory / "backups"
    migrated = folder / "library-v1-before-v9.db"
    shutil.copyfile(copy, migrated)
    os.utime(migrated, (calendar.now.timestamp(),) * 2)
    assert {one.path: one.reason for one in kept.safekeeping.backups()} == {
        copy: Reason.MANUAL,
        before: Reason.RESTORE,
        migrated: Reason.MIGRATION,
    }
    for days, stay in ((29, True), (2, False)):
        calendar.now += timedelta(days=days)
        note(kept)
        assert kept.safekeeping.keep(Reason.SCHEDULE) is not None
        assert (before.exists(), migrated.exists(), copy.exists()) == (stay, stay, True)
