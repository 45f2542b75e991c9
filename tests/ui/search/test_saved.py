"""Saved searches in the window: saved, called again, removed, undone."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from zbreader.model.search import SearchOptions, SearchOrder
from zbreader.services.saved_searches import SavedSearches
from zbreader.ui.main_window import MainWindow
from zbreader.ui.search.saved import SavedMenu


def test_saved_called_and_removed(window: MainWindow, qtbot: QtBot) -> None:
    saved = SavedSearches(window.services.settings, window.services.undo)
    menu = SavedMenu(window, lambda: saved, window)
    menu.fill()
    assert [action.isEnabled() for action in menu.actions()] == [False]
    window.sidebar.field.setText("学习 -坝")
    menu.save("学 & 习", window.search.query, SearchOptions(SearchOrder.DATE, variants=True))
    qtbot.waitUntil(lambda: [one.name for one in saved.all()] == ["学 & 习"])
    assert saved.all()[0].options == SearchOptions(SearchOrder.DATE, variants=True)
    window.sidebar.field.clear()
    menu.fill()
    menu.actions()[2].trigger()
    assert menu.actions()[2].text() == "学 && 习"
    assert window.sidebar.field.text() == "学习 -坝"
    assert window.search.options == SearchOptions(SearchOrder.DATE, variants=True)
    menu.remove(saved.all()[0])
    qtbot.waitUntil(lambda: not saved.all() and "已移除" in window.notice.text)
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(saved.all()) == 1)


def test_a_name_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    saved = SavedSearches(window.services.settings, window.services.undo)
    menu = SavedMenu(window, lambda: saved, window)
    window.sidebar.field.setText("学习")
    menu.ask_name()
    dialog = window.findChildren(QInputDialog)[0]
    assert dialog.textValue() == "学习"
    dialog.setTextValue("我的")
    dialog.accept()
    qtbot.waitUntil(lambda: [one.name for one in saved.all()] == ["我的"])
