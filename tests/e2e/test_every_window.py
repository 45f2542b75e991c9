"""Every window that the program has, opened and closed under the watchdog; and a session, from its plan to the wall."""

from __future__ import annotations

import importlib
import pkgutil
import time
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.driver import in_time, run_program
from zbreader.ui.main_window import MainWindow

Steps = Generator[Callable[[], object], None, None]

# What opens something of its own; what opens the system's choice of files, or asks about what is to go, is left out.
OPENERS = (
    "typesetting",
    "preferences",
    "shortcuts",
    "guide",
    "about",
    "all_notes",
    "bookmarks",
    "sessions",
    "cloud",
    "related",
    "export",
    "give_notes",
    "pack_issues",
    "who",
    "share_folder",
    "restore",
    "check",
    "search_form",
    "correct",
)
SWITCHES = ("elder", "paged", "margin_notes", "show_notes", "show_library", "unlock_panels", "group_heat")
REST = 0.06  # seconds in which what follows from a deed happens


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """Python's own compiling of modules is no matter of the program's: where it was installed that has been done."""
    for room in ("services", "exporters", "ui"):
        package = importlib.import_module(f"zbreader.{room}")
        for module in pkgutil.walk_packages(package.__path__, f"zbreader.{room}."):
            importlib.import_module(module.name)


def rest(seconds: float = REST) -> Callable[[], object]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def others(window: MainWindow) -> list[QWidget]:
    """What is open besides the window."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]


@in_time
def test_every_window_opens_and_closes_at_once(tmp_path: Path, qapp: QApplication) -> None:
    def walk(window: MainWindow) -> Steps:
        yield lambda: window.open.article is not None and not window.operations.tasks
        for name in OPENERS:
            window.actions_by_name[name].trigger()
            yield lambda: others(window)
            yield rest()
            yield lambda: not window.operations.tasks
            for one in others(window):
                one.close()
            yield rest()
        window.activateWindow()
        window.actions_by_name["palette"].trigger()
        yield rest()
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        for name in SWITCHES:
            for _ in range(2):
                window.actions_by_name[name].trigger()
                yield rest()

    assert run_program(tmp_path / "library", walk) == 0


@in_time
def test_a_session_from_its_plan_to_the_wall(tmp_path: Path, qapp: QApplication) -> None:
    def session(window: MainWindow) -> Steps:
        yield lambda: window.open.article is not None and not window.operations.tasks
        window.pane.select_range(2, 12)
        QTest.keyClick(window.pane, Qt.Key.Key_1)
        yield lambda: len(window.open.notes) == 1
        window.study.plan([window.open.id])
        yield lambda: window.study.study is not None and window.study.study.board.model.view is not None
        study = window.study.study
        assert study is not None
        for number in range(study.tabs.count()):
            study.tabs.setCurrentIndex(number)
            yield rest()
        study.plan.theme.setText("把灯点亮")
        study.commit()
        yield lambda: [one.theme for one in window.services.studying.sessions()] == ["把灯点亮"]
        for name in ("dark", "paper"):
            window.look.set_theme(name)
            yield rest()
        window.study.project(study.current_id())
        yield lambda: window.study.projector is not None and window.study.projector.isVisible()
        assert window.study.projector is not None
        for _ in range(3):
            QTest.keyClick(window.study.projector, Qt.Key.Key_Right)
            yield rest(0.05)
        QTest.keyClick(window.study.projector, Qt.Key.Key_Escape)
        study.close()

    assert run_program(tmp_path / "library", session) == 0
