"""A damaged library gets its newest backup back, when the person wants that."""

from __future__ import annotations

import os
import secrets
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from zbreader.services.library import BACKUPS, DATABASE, open_library, restore_library
from zbreader.store.errors import DamagedFile
from zbreader.ui.health.reporting import Reporter, report_text
from zbreader.ui.health.rescue import newest_backup, rescue


def now() -> datetime:
    return datetime(2026, 3, 1, tzinfo=timezone.utc)


def test_the_newest_backup_that_is_no_wreck(tmp_path: Path) -> None:
    assert newest_backup(tmp_path / "none") is None
    for age, name in enumerate(("b.db", "a.db", "a-damaged.db", "c.txt")):
        (tmp_path / name).write_bytes(b"")
        os.utime(tmp_path / name, (age * 1000, age * 1000))
    assert newest_backup(tmp_path) == tmp_path / "a.db"


def test_a_damaged_library_comes_back(tmp_path: Path, qapp: object) -> None:
    services = open_library(tmp_path, clock=now, random_bits=secrets.randbits)
    services.backing_up.backup()
    services.close()
    for suffix in ("-wal", "-shm"):
        (tmp_path / (DATABASE + suffix)).unlink(missing_ok=True)
    (tmp_path / DATABASE).write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with pytest.raises(DamagedFile):
        open_library(tmp_path, clock=now, random_bits=secrets.randbits)
    asked: list[str] = []

    def restore(backup: Path) -> Path:
        return restore_library(tmp_path, backup, clock=now, random_bits=secrets.randbits)

    assert not rescue("已损坏。", tmp_path / BACKUPS, restore, ask=lambda *_words: False)
    assert rescue("已损坏。", tmp_path / BACKUPS, restore, ask=lambda *words: bool(asked.extend(words)) or True)
    assert asked[0] == "已损坏。" and "备份" in asked[1]
    open_library(tmp_path, clock=now, random_bits=secrets.randbits).close()


def test_our_own_mistakes_can_be_copied(qapp: object, qtbot: object) -> None:
    ready: list[int] = []
    reporter = Reporter(lambda: None, lambda: ready.append(1))
    try:
        raise ZeroDivisionError("一句话")
    except ZeroDivisionError as error:
        text = report_text(error)
        box = reporter.box(error)
    assert "ZeroDivisionError: 一句话" in text and "Python" in text
    assert box.detailedText() == text
    copy = next(button for button in box.buttons() if button.text() == "复制详细信息")
    copy.click()
    assert QApplication.clipboard().text() == text
    assert isinstance(box, QMessageBox)
    box.deleteLater()
