"""The context menu of a row, by mouse and by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QStringListModel
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListView, QMenu
from pytestqt.qtbot import QtBot

from zbreader.ui.widgets.row_menu import RowMenu


def test_the_mouse_means_the_row_under_it_and_a_key_the_current_one(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["甲", "乙", "丙"]))
    asked: list[str] = []

    def build(index: QModelIndex) -> QMenu | None:
        asked.append(str(index.data()))
        menu = QMenu(view)
        menu.addAction("打开")
        return menu

    menus = RowMenu(view, build)
    view.resize(200, 200)
    view.show()
    view.setCurrentIndex(view.model().index(2, 0))

    def request(reason: QContextMenuEvent.Reason, place: QPoint) -> None:
        target = view if reason is QContextMenuEvent.Reason.Keyboard else view.viewport()
        QApplication.sendEvent(target, QContextMenuEvent(reason, place, view.viewport().mapToGlobal(place)))

    request(QContextMenuEvent.Reason.Keyboard, QPoint(100, 100))
    assert asked == ["丙"] and menus.menu is not None and menus.menu.isVisible()
    menus.menu.close()
    request(QContextMenuEvent.Reason.Mouse, view.visualRect(view.model().index(0, 0)).center())
    assert asked == ["丙", "甲"]
    menus.menu.close()
    request(QContextMenuEvent.Reason.Mouse, QPoint(100, 190))
    assert asked == ["丙", "甲"] and menus.menu is None, "no row, no menu"
