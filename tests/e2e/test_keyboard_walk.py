"""The first hour by the keyboard alone: no call, no mouse, only keys and what an input method sends."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Generator
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.e2e.driver import in_time, run_program
from zbreader.model.mark import HighlightColor
from zbreader.ui.exporting.dialog import ExportDialog
from zbreader.ui.help.shortcuts import ShortcutSheet
from zbreader.ui.main_window import MainWindow

Steps = Generator[Callable[[], object], None, None]

NOTE = "写一个数字，也要写三十一年。𠮷"


def focused() -> QWidget:
    widget = QApplication.focusWidget() or QApplication.activeWindow()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(*keys: str) -> None:
    """Press keys such as "Ctrl+K" or "Down" where the keyboard is."""
    for key in keys:
        combination = QKeySequence(key)[0]
        QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())


def write(text: str) -> None:
    """Write TEXT as an input method does: what is being composed first, then what is meant."""
    for attributes in (QInputMethodEvent("pin yin", []), QInputMethodEvent()):
        if not attributes.preeditString():
            attributes.setCommitString(text)
        QApplication.sendEvent(focused(), attributes)


@in_time
def test_the_first_hour_by_the_keyboard(tmp_path: Path, qapp: QApplication) -> None:
    paper = tmp_path / "笔记.docx"

    def first_hour(window: MainWindow) -> Steps:
        yield lambda: window.open.article is not None and window.pane.hasFocus()
        first = window.open.id
        yield from mark_and_note(window)
        yield from look_up(window)
        yield from export(window, paper)
        yield from around(window, first)
        press("Ctrl+Q")

    assert run_program(tmp_path / "library", first_hour) == 0
    with zipfile.ZipFile(paper) as parts:
        assert NOTE in parts.read("word/document.xml").decode()


def mark_and_note(window: MainWindow) -> Steps:
    press(*["Shift+Right"] * 6, "2")
    yield lambda: len(window.open.notes) == 1
    assert window.open.notes[0].annotation.color is HighlightColor.GREEN
    press("Down", *["Shift+Right"] * 5, "N")
    yield lambda: len(window.open.notes) == 2 and window.panel.isAncestorOf(focused())
    write(NOTE)
    yield lambda: any(note.annotation.note == NOTE for note in window.open.notes)
    press("F6")
    yield lambda: not window.panel.isAncestorOf(focused())


def look_up(window: MainWindow) -> Steps:
    press("Ctrl+Shift+F")
    write("支部")
    yield lambda: window.search.model.rowCount() >= 2
    press("Return")
    yield window.results.hasFocus
    press("Return")
    yield lambda: bool(window.find_bar.ranges)
    press("Ctrl+Shift+F", "Escape")
    yield lambda: not window.sidebar.is_searching()


def export(window: MainWindow, paper: Path) -> Steps:
    press("Ctrl+K")
    write("导出笔记")
    press("Return")
    yield lambda: isinstance(QApplication.activeWindow(), ExportDialog)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    yield lambda: NOTE[:6] in dialog.preview.toPlainText()
    QTimer.singleShot(0, lambda: press("Return"))  # on its own: the dialog it opens runs a loop of its own
    yield lambda: isinstance(focused().window(), QFileDialog)
    press("Ctrl+A")
    write(str(paper))
    press("Return")
    yield paper.exists
    yield lambda: paper.name in window.notice.text
    yield from back(window)


def back(window: MainWindow) -> Steps:
    """The keyboard is in the window again; without a screen there is no window manager that would bring it back."""
    if QApplication.activeWindow() is None and QApplication.platformName() == "offscreen":
        window.activateWindow()
    yield lambda: QApplication.activeWindow() is window and QApplication.focusWidget() is not None


def around(window: MainWindow, first: str) -> Steps:
    press("Alt+Right")
    yield lambda: window.open.id != first
    press("F9")
    yield lambda: not window.sidebar.isVisible()
    press("F9")
    yield window.sidebar.isVisible
    press("F1")
    yield lambda: isinstance(QApplication.activeWindow(), ShortcutSheet)
    press("Escape")
    yield from back(window)
    press("Ctrl+F")
    write("的")
    yield lambda: bool(window.find_bar.ranges)
    press("F3", "Escape")
    yield window.pane.hasFocus
