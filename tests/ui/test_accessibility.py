"""Screen readers: everything one can operate has a name and a role, in the window and in every dialog it opens."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from zbreader.services.library import open_library
from zbreader.ui.main_window import MainWindow

OPERATED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider)
OPERATED += (QTabBar, QTextEdit)
NOT_HERE = {"quit", "full_screen", "logs"}  # end it, change the screen, leave the program


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    for name, nothing in (
        ("getOpenFileNames", ([], "")),
        ("getOpenFileName", ("", "")),
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_a, nothing=nothing, **_k: nothing))

    def unexpected(error: BaseException) -> None:
        raise error

    moment = datetime(2026, 3, 1, tzinfo=timezone.utc)
    services = open_library(tmp_path / "library", clock=lambda: moment, random_bits=secrets.randbits)
    window = MainWindow(services, unexpected, offers_sample=False)
    window.show()
    window.furnish()
    window.deeds.open_sample()
    qtbot.waitUntil(lambda: window.open.article is not None and not window.operations.tasks)
    yield window
    window.close()
    services.close()
    window.deleteLater()
    qapp.setStyleSheet("")
    qapp.setPalette(qapp.style().standardPalette())


def nameless(root: QWidget) -> list[str]:
    """What can be operated in ROOT and has no name or no role; parts that Qt makes for itself aside."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        inner = isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QLineEdit) or isinstance(widget, QHeaderView)
        if not isinstance(widget, OPERATED) or inner or not widget.isVisibleTo(root):
            continue
        if widget.objectName().startswith("qt_") or type(widget.parent()).__name__.startswith("QComboBoxPrivate"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip() or interface.role() == QAccessible.Role.NoRole:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__} of {type(root).__name__}")
    return found


def test_a_button_without_a_name_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    field = QLineEdit(root)
    assert nameless(root) == ["QLineEdit in QWidget of QWidget"]
    field.setAccessibleName("名字")
    assert nameless(root) == []


def test_everything_that_can_be_operated_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    found = dict.fromkeys(nameless(window))
    opened = set()
    names = [spec.name for spec in window.actions_by_name if spec.name not in NOT_HERE]
    window.pane.select_range(2, 12)
    for name in sorted(names, key=lambda name: (name == "remove_issue", name)):
        if window.actions_by_name[name].isEnabled():
            window.actions_by_name[name].trigger()
            qtbot.wait(40)
        for top in QApplication.topLevelWidgets():
            if top is not window and top.isVisible() and not isinstance(top, QMenu):
                opened.add(type(top).__name__)
                found.update({f"{one} ({name})": None for one in nameless(top)})
                top.close()
        found.update({f"{one} ({name})": None for one in nameless(window)})
    assert list(found) == []
    assert opened >= {"Preferences", "ExportDialog", "ShortcutSheet", "GuideWindow", "AboutBox", "GiveDialog"}


def test_the_page_tells_its_text(window: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(window.pane)
    words = interface.textInterface()
    article = window.open.article
    assert article is not None and words is not None
    told = words.text(0, words.characterCount())
    for paragraph in article.paragraphs:
        assert paragraph.text in told
    assert article.title in interface.text(QAccessible.Text.Name)
