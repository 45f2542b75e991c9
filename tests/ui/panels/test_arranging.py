"""Where the panels stand: moved by menu, hidden, and found again at the next start."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QRubberBand, QWidget
from pytestqt.qtbot import QtBot

from zbreader.services.library import open_library
from zbreader.ui.main_window import MainWindow
from zbreader.ui.panels.docks import BOTTOM, LEFT, RIGHT, Panels
from zbreader.ui.panels.grip import Grip
from zbreader.ui.settings import keys

Opener = Callable[[], MainWindow]


@pytest.fixture
def opener(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Opener]:
    """Opens a window over the same library again; the one before is closed."""
    opened: list[MainWindow] = []

    def close() -> None:
        while opened:
            window = opened.pop()
            window.close()
            window.services.close()
            window.deleteLater()
            # Now, and not when the next window is being dressed: the style sheet goes through all widgets there are.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def unexpected(error: BaseException) -> None:
        raise error

    def open_window() -> MainWindow:
        close()
        moment = datetime(2026, 3, 1, tzinfo=timezone.utc)
        services = open_library(tmp_path / "library", clock=lambda: moment, random_bits=secrets.randbits)
        window = MainWindow(services, unexpected, offers_sample=False)
        opened.append(window)
        window.show()
        window.furnish()
        window.deeds.open_sample()
        qtbot.waitUntil(lambda: window.open.article is not None and not window.operations.tasks)
        return window

    yield open_window
    close()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def places(window: MainWindow) -> list[str]:
    return [window.arranging.place(name) for name in ("library", "notes", "results")]


def corner(window: MainWindow, part: QWidget) -> QPoint:
    return part.mapTo(window, QPoint(0, 0))


def test_panels_stand_where_they_were_put(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    assert places(window) == ["left", "right", "library"]
    menu = window.actions_by_name.submenus["<notes_place>"]
    menu.aboutToShow.emit()
    below = next(action for action in menu.actions() if action.text() == "下边")
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["右边"]
    below.trigger()
    window.actions_by_name["swap_panels"].trigger()
    assert places(window) == ["right", "bottom", "library"]
    assert window.panel.isVisible() and window.sidebar.isVisible()
    qtbot.waitUntil(lambda: corner(window, window.panel).y() > window.height() // 2)
    qtbot.waitUntil(lambda: corner(window, window.sidebar).x() > window.width() // 2)
    window = opener()
    assert places(window) == ["right", "bottom", "library"]
    assert window.panel.isVisible() and window.sidebar.isVisible()
    window.actions_by_name["reset_panels"].trigger()
    assert places(window) == ["left", "right", "library"]


def test_results_with_a_panel_of_their_own(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    window.arranging.put("results", "bottom")
    assert not window.search_panel.isVisible()
    window.sidebar.field.setText("水")
    window.search.search_now()
    qtbot.waitUntil(window.search_panel.isVisible)
    assert window.tree.isVisible() and window.sidebar.is_searching()
    qtbot.waitUntil(lambda: window.search.model.rowCount() > 0)
    window.sidebar.field.clear()
    assert not window.search_panel.isVisible() and not window.sidebar.is_searching()
    qtbot.waitUntil(lambda: window.services.settings.get(keys.RESULTS_APART) is True)
    window = opener()
    assert places(window)[2] == "bottom" and not window.search_panel.isVisible()
    window.sidebar.field.setText("水")
    window.search.search_now()
    qtbot.waitUntil(window.search_panel.isVisible)
    window.arranging.put("results", "library")
    assert window.search_panel.isVisible() and not window.tree.isVisible()
    assert window.sidebar.isAncestorOf(window.search_panel)
    window.arranging.put("results", "left")
    assert window.tree.isVisible() and window.search_panel.isHidden() is False


def test_a_hidden_panel_stays_hidden_and_keeps_its_width(opener: Opener, qtbot: QtBot) -> None:
    window = opener()
    window.resize(780, 600)
    window.actions_by_name["show_notes"].setChecked(False)
    window.panels.resize_place(LEFT, 240)
    qtbot.waitUntil(lambda: window.sidebar.width() == 240)
    window.actions_by_name["show_library"].setChecked(False)
    assert not window.sidebar.isVisible()
    window = opener()
    assert not window.sidebar.isVisible()
    window.actions_by_name["show_library"].setChecked(True)
    qtbot.waitUntil(lambda: window.sidebar.isVisible() and window.sidebar.width() == 240)


def around(qtbot: QtBot) -> Panels:
    panels = Panels(QLabel("页"))
    qtbot.addWidget(panels)
    panels.resize(900, 600)
    panels.show()
    return panels


def drag(grip: QWidget, to: QPoint, panels: Panels) -> None:
    start, end = grip.rect().center(), grip.mapFrom(panels, to)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(30, 30), end):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place),
            QPointF(grip.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(grip, move)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)


def test_a_panel_is_dragged_by_its_grip_only_while_panels_are_unlocked(qtbot: QtBot) -> None:
    panels = around(qtbot)
    panels.add("first", "第一", QLabel("甲"), LEFT, shown=True)
    grip = panels.findChild(Grip)
    assert not grip.isVisible()
    panels.unlock(True)
    assert grip.isVisible()
    for point, place in ((QPoint(890, 100), RIGHT), (QPoint(450, 590), BOTTOM), (QPoint(450, 100), BOTTOM)):
        drag(grip, point, panels)
        assert panels.place("first") == place
        assert not any(band.isVisible() for band in panels.findChildren(QRubberBand))
    panels.add("second", "第二", QLabel("乙"), RIGHT, shown=False)
    assert panels.place("second") == RIGHT and not panels.is_shown("second")
    panels.unlock(False)
    assert not grip.isVisible()


def test_places_keep_their_sizes(qtbot: QtBot) -> None:
    panels = around(qtbot)
    panels.add("first", "第一", QLabel("甲"), LEFT, shown=True)
    panels.add("second", "第二", QLabel("乙"), RIGHT, shown=True)
    panels.resize_place(LEFT, 200)
    panels.resize_place(RIGHT, 310)
    assert (panels.size_of(LEFT), panels.size_of(RIGHT)) == (200, 310)
    panels.swap()
    assert (panels.size_of(LEFT), panels.size_of(RIGHT)) == (310, 200)
    assert panels.place("first") == RIGHT
    panels.set_shown("first", False)
    panels.resize(1000, 600)
    panels.set_shown("first", True)
    assert panels.size_of(RIGHT) == 200
    panels.put("first", BOTTOM)
    again = around(qtbot)
    again.restore(panels.state())
    again.add("first", "第一", QLabel("甲"), LEFT, shown=True)
    again.add("second", "第二", QLabel("乙"), RIGHT, shown=True)
    assert again.state() == panels.state()
    assert (again.place("first"), again.place("second")) == (BOTTOM, LEFT)


@pytest.mark.parametrize(
    "state", [None, 7, [], {"places": 1, "sizes": []}, {"places": {"first": "top"}, "sizes": {"left": -5, "x": 9}}]
)
def test_a_state_that_is_none_is_left_alone(state: object, qtbot: QtBot) -> None:
    panels = around(qtbot)
    usual = panels.state()
    panels.restore(state)
    panels.add("first", "第一", QLabel("甲"), BOTTOM, shown=True)
    assert panels.place("first") == BOTTOM
    assert panels.state()["sizes"] == usual["sizes"]
