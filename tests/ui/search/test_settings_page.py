"""Own words and the index, as the settings show them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from zbreader.services.settings import USE_INDEX
from zbreader.ui.main_window import MainWindow


def test_own_words_are_written_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = window.deeds.preferences()
    assert dialog.search_page.words.toPlainText() == ""
    dialog.search_page.words.setPlainText("苇渡夜校\n  磨坊课 \n，\n")
    dialog.accept()
    wording = window.services.wording
    qtbot.waitUntil(lambda: wording.dictionary() == ["苇渡夜校", "磨坊课"])
    again = window.deeds.preferences()
    assert again.search_page.words.toPlainText() == "苇渡夜校\n磨坊课"
    again.reject()
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: wording.dictionary() == [])


def test_the_index_is_deleted_when_unwanted_and_made_anew_when_wanted(window: MainWindow, qtbot: QtBot) -> None:
    file, settings = window.services.directory / "search.db", window.services.settings
    qtbot.waitUntil(lambda: file.is_file() and window.services.searching.missing() == 0)
    found = window.services.searching.search("的").total
    dialog = window.deeds.preferences()
    dialog.search_page.index.setChecked(False)
    dialog.accept()
    qtbot.waitUntil(lambda: settings.get(USE_INDEX) is False and not file.exists())
    assert window.services.searching.search("的").total == found
    dialog = window.deeds.preferences()
    assert not dialog.search_page.index.isChecked()
    dialog.search_page.index.setChecked(True)
    dialog.accept()
    qtbot.waitUntil(lambda: file.is_file() and window.services.searching.missing() == 0)
    assert settings.get(USE_INDEX) is None
