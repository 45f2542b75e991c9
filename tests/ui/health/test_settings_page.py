"""How often backups are made and what they may take, as the settings show it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from zbreader.services.backup_files import Reason
from zbreader.services.safekeeping import HOURS, SPACE, Taken
from zbreader.ui.health.settings_page import BackupSettings
from zbreader.ui.main_window import MainWindow


def test_the_schedule_and_the_room_are_written(window: MainWindow, qtbot: QtBot) -> None:
    settings = window.services.settings
    dialog = window.deeds.preferences()
    page = dialog.backup_page
    assert (page.hours.currentText(), page.space.currentText()) == ("每 4 小时", "2 GB")
    qtbot.waitUntil(lambda: "现在有" in page.taken.text())
    page.hours.setCurrentIndex(page.hours.findText("不按时间备份"))
    page.space.setCurrentIndex(page.space.findText("512 MB"))
    dialog.accept()
    qtbot.waitUntil(lambda: (settings.get(HOURS), settings.get(SPACE)) == (0, 512))
    assert not window.services.safekeeping.is_due()
    again = window.deeds.preferences()
    assert (again.backup_page.hours.currentData(), again.backup_page.space.currentData()) == (0, 512)
    again.backup_page.hours.setCurrentIndex(again.backup_page.hours.findText("每天"))
    again.reject()
    assert settings.get(HOURS) == 0


def test_less_room_is_made_at_once(window: MainWindow, qtbot: QtBot) -> None:
    safe = window.services.safekeeping
    for word in ("一", "二", "三"):
        window.services.settings.set("words.own", [word])
        assert safe.keep(Reason.SCHEDULE) is not None
    size = safe.taken().size
    safe.want(4, size * 0.4 / 1024 / 1024)
    assert safe.taken().count == 1
    page = BackupSettings(window.services.settings)
    qtbot.addWidget(page)
    assert page.space.currentText().endswith(" MB"), "what somebody wrote into the settings is shown too"
    page.show_taken(Taken(3, 5 * 1024 * 1024))
    assert page.taken.text().startswith("现在有 3 份自动备份，占 5.0 MB")
