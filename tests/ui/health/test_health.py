"""The health page and the list of backups, over a real library."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.model.message import message
from zbreader.resources import resource
from zbreader.services.backup_files import Reason
from zbreader.services.health import Finding, Remedy, State
from zbreader.services.kept_settings import SettingsDifference
from zbreader.store.contents import Difference
from zbreader.ui.health.background import Background
from zbreader.ui.health.backups_dialog import BackupsDialog
from zbreader.ui.health.closing import keep_at_close
from zbreader.ui.health.page import HealthPage
from zbreader.ui.notice import NoticeBar


@pytest.fixture
def stocked(driven: Driven) -> Driven:
    sample = resource("sample", "sample-issue.txt")
    assert sample is not None
    driven.services.importing.import_files([sample])
    return driven


def note(driven: Driven, start: int = 0) -> str:
    article = driven.services.reading.articles(driven.services.reading.issues()[0].id)[0].id
    return driven.services.annotating.add_highlight(article, start, start + 6, note="要紧").annotation.id


def test_the_page_says_how_all_fares(stocked: Driven, qtbot: QtBot) -> None:
    page = HealthPage(stocked.services, stocked.operations)
    qtbot.addWidget(page)
    page.examine()
    qtbot.waitUntil(lambda: "一切正常" in page.verdict.text(), timeout=LONG)
    names = [button.objectName() for button in page.findChildren(QPushButton) if button.objectName()]
    assert names == ["backup", "trial", "index", "room"]
    asked: list[str] = []
    page.remedy_requested.connect(asked.append)
    page.findChild(QPushButton, "trial").click()
    assert asked == [Remedy.TRY.value]
    next(button for button in page.findChildren(QPushButton) if button.text() == "复制结果").click()
    with qtbot.waitSignal(page.export_requested):
        next(button for button in page.findChildren(QPushButton) if button.text() == "全部导出…").click()
    assert QApplication.clipboard().text().splitlines()[1].startswith("✓ 资料库文件: 完好")


def test_what_is_bad_stands_out_and_every_remedy_has_words(stocked: Driven, qtbot: QtBot) -> None:
    page = HealthPage(stocked.services, stocked.operations)
    qtbot.addWidget(page)
    details = tuple(message("第 {row} 处", row=row) for row in range(9))
    page.show_findings(
        [Finding("integrity", message("资料库文件"), State.BAD, message("已损坏"), Remedy.RECOVER, details)]
    )
    assert page.verdict.text() == "有 1 处需要处理。"
    sign = page.findChild(QLabel, "sign")
    assert (sign.accessibleName(), sign.property("state")) == ("需要处理", "bad")
    assert any("……共 9 处" in label.text() for label in page.findChildren(QLabel))
    assert all(page.remedy_words(remedy) for remedy in Remedy if remedy is not Remedy.NONE)


def test_backups_with_what_they_would_change(stocked: Driven, qtbot: QtBot) -> None:
    services = stocked.services
    note(stocked)
    first = services.safekeeping.keep(Reason.SCHEDULE)
    note(stocked, 8)
    services.safekeeping.keep(Reason.SCHEDULE)
    note(stocked, 16)
    broken = services.backing_up.backup()
    broken.write_bytes(b"no library")
    dialog = BackupsDialog(services, stocked.operations)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 3, timeout=LONG)
    dialog.list.setCurrentRow(2)
    qtbot.waitUntil(lambda: "2 条后来写的笔记会没有" in dialog.preview.text(), timeout=LONG)
    assert "定时　1 期　1 条笔记" in dialog.list.item(2).text()
    assert "读不出来" in dialog.list.item(0).text()
    chosen: list[Path] = []
    dialog.chosen.connect(chosen.append)
    dialog.go.click()
    assert chosen == [first]


def test_the_preview_says_what_becomes_of_the_settings(stocked: Driven, qtbot: QtBot) -> None:
    dialog = BackupsDialog(stocked.services, stocked.operations)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "还没有备份" in dialog.preview.text(), timeout=LONG)
    same = Difference((), (), 0, 0, 0)
    for settings, expected in (
        (SettingsDifference(is_known=False), "这份备份里没有设置，现在的设置不变。"),
        (SettingsDifference(True, 0, "林溪", "林溪"), "设置与现在的一样。"),
        (SettingsDifference(True, 3, "林溪", "林溪"), "3 项设置会变回当时的样子"),
        (SettingsDifference(True, 0, "林溪", "林小溪"), "笔记上的姓名会变回“林溪”"),
        (SettingsDifference(True, 0, "林溪", "", True), "以后写笔记的人会是“林溪”，不再是“未署名的人”"),
    ):
        dialog.show_difference(same, settings)
        assert dialog.preview.text().splitlines()[2].startswith(expected)


def test_the_background_keeps_tries_and_watches(stocked: Driven, qtbot: QtBot, tmp_path: Path) -> None:
    services = stocked.services
    mark = note(stocked)
    notice = NoticeBar()
    qtbot.addWidget(notice)
    background = Background(services, stocked.operations, notice, stocked.operations)
    background.keep()
    qtbot.waitUntil(lambda: services.safekeeping.last_trial() is not None, timeout=LONG)
    trial = services.safekeeping.last_trial()
    assert trial is not None and (trial.notes, trial.fault) == (1, "")
    assert len(services.safekeeping.backups()) == 1
    heard: list[frozenset[str]] = []
    background.watch()
    qtbot.wait(50)
    stocked.bridge.annotations_changed.connect(heard.append)
    with services.database.write() as connection:  # as another program would, without an event
        connection.execute("UPDATE annotations SET revision = revision + 1")

    def looked() -> bool:
        background.watch()
        return bool(heard)

    qtbot.waitUntil(looked, timeout=LONG)
    assert heard == [frozenset({mark})]
    background.stop()


def test_a_second_window_is_told(stocked: Driven, qtbot: QtBot) -> None:
    notices = [NoticeBar(), NoticeBar()]
    made = []
    for notice in notices:
        qtbot.addWidget(notice)
        notice.show()
        made.append(Background(stocked.services, stocked.operations, notice, stocked.operations))
        made[-1].arrive()
    qtbot.waitUntil(lambda: "另一个窗口" in notices[1].text, timeout=LONG)
    assert notices[0].text == ""
    for background in made:
        background.stop()


def test_a_network_share_is_warned_about_once(stocked: Driven, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zbreader.ui.health.background.network_share", lambda _folder: "cifs")
    for expected in ("网络位置", ""):
        notice = NoticeBar()
        qtbot.addWidget(notice)
        notice.show()
        background = Background(stocked.services, stocked.operations, notice, stocked.operations)
        background.arrive()
        qtbot.wait(300)
        assert expected in notice.text and bool(notice.text) == bool(expected)
        background.stop()


def test_the_last_backup_of_a_session(stocked: Driven, monkeypatch: pytest.MonkeyPatch) -> None:
    note(stocked)
    stocked.services.settings.set("backup.hours", 0)
    keep_at_close(stocked.services)
    assert stocked.services.safekeeping.backups() == []
    stocked.services.settings.set("backup.hours", 4)
    keep_at_close(stocked.services)
    keep_at_close(stocked.services)
    assert len(stocked.services.safekeeping.backups()) == 1
