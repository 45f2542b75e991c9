"""A damaged library is recovered or gets its newest backup back, as the person wants; our mistakes can be handed on."""

from __future__ import annotations

import secrets
import sys
import threading
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from zbreader.model.errors import KnownError
from zbreader.resources import resource
from zbreader.services.jobs import Job
from zbreader.services.library import BACKUPS, DATABASE, Services, open_library
from zbreader.services.recovering import Recovered
from zbreader.services.rescuing import recover_library, restore_library
from zbreader.store.errors import DamagedFile
from zbreader.ui.health.reporting import Reporter, report_text
from zbreader.ui.health.rescue import Way, rescue


def now() -> datetime:
    return datetime(2026, 3, 1, tzinfo=timezone.utc)


def opened(folder: Path) -> Services:
    return open_library(folder, clock=now, random_bits=secrets.randbits)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A library with one noted issue whose first page is gone; with a backup from before the note."""
    services = opened(tmp_path)
    sample = resource("sample", "sample-issue.txt")
    assert sample is not None
    services.importing.import_files([sample])
    services.backing_up.backup()
    article = services.reading.articles(services.reading.issues()[0].id)[0].id
    services.annotating.add_highlight(article, 0, 6, note="后来写的")
    services.close()
    data = bytearray((tmp_path / DATABASE).read_bytes())
    data[:4096] = b"\xff" * 4096
    (tmp_path / DATABASE).write_bytes(bytes(data))
    with pytest.raises(DamagedFile):
        opened(tmp_path)
    return tmp_path


def saved(folder: Path, way: Way, told: list[str]) -> bool:
    def recover(job: Job) -> Recovered:
        return recover_library(folder, clock=now, random_bits=secrets.randbits, job=job)

    def restore(backup: Path) -> Path:
        return restore_library(folder, backup, clock=now, random_bits=secrets.randbits)

    def ask(sentence: str, offer: str, has_backup: bool) -> Way:
        told.extend((sentence, offer, str(has_backup)))
        return way

    return rescue("已损坏。", folder / BACKUPS, recover, restore, ask)


@pytest.mark.parametrize(("way", "notes"), [(Way.RECOVER, ["后来写的"]), (Way.RESTORE, [])])
def test_a_damaged_library_comes_back(damaged: Path, qapp: object, way: Way, notes: list[str]) -> None:
    told: list[str] = []
    assert not saved(damaged, Way.LEAVE, told)
    assert told[0] == "已损坏。" and "修复" in told[1] and "备份" in told[1] and told[2] == "True"
    assert saved(damaged, way, told)
    services = opened(damaged)
    assert [one.annotation.note for one in services.annotating.notes()] == notes
    assert len(services.reading.issues()) == 1
    services.close()
    assert list((damaged / BACKUPS).glob("damaged-*.db"))


def test_what_goes_wrong_in_a_recovery_is_told(damaged: Path, qapp: object) -> None:
    def fail(_job: Job) -> Recovered:
        raise KnownError("磁盘已满。")

    with pytest.raises(KnownError, match="磁盘已满"):
        rescue("已损坏。", damaged / BACKUPS, fail, lambda _path: None, lambda *_words: Way.RECOVER)


def test_no_mistake_is_lost_in_a_thread(qapp: object, qtbot: QtBot) -> None:
    reporter = Reporter(lambda: None, lambda: None)
    told: list[BaseException] = []
    reporter._came.disconnect()
    reporter._came.connect(told.append)

    class Dying:
        def __del__(self) -> None:
            raise LookupError("at the end")

    def fail() -> None:
        raise ZeroDivisionError("in a thread")

    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with reporter.installed():
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        one = Dying()
        del one
    assert before == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert {type(error) for error in told} == {ZeroDivisionError, LookupError}


def test_our_own_mistakes_can_be_copied(qapp: object, qtbot: object) -> None:
    ready: list[int] = []
    reporter = Reporter(lambda: None, lambda: ready.append(1))
    try:
        raise ZeroDivisionError("一句话")
    except ZeroDivisionError as error:
        text = report_text(error)
        box = reporter.box(error)
    assert "ZeroDivisionError" in text and "Python" in text and "一句话" not in text
    assert box.detailedText() == text
    copy = next(button for button in box.buttons() if button.text() == "复制详细信息")
    copy.click()
    assert QApplication.clipboard().text() == text
    assert isinstance(box, QMessageBox)
    box.deleteLater()
