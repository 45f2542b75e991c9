"""Screen readers: everything one can operate has a name and a role, in the window and in every dialog it opens."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
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

from zbreader.model.mark import HighlightColor, MarkStyle
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


def closed_to_input_methods(root: QWidget) -> list[str]:
    """Fields of ROOT into which Chinese cannot be typed: where no input method is let in, or what it sends is lost."""
    found = []
    for field in root.findChildren(QWidget):
        if not isinstance(field, QLineEdit | QTextEdit | QPlainTextEdit) or field.isReadOnly() or not field.isEnabled():
            continue
        if not field.isVisibleTo(root) or isinstance(field.parent(), QAbstractSpinBox):
            continue
        if isinstance(field, QLineEdit) and field.validator() is not None:
            continue  # numbers and dates
        hints = field.inputMethodHints()
        latin = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhDigitsOnly
        before = text_of(field)
        QApplication.sendEvent(field, QInputMethodEvent("shui", []))
        composing = text_of(field)
        commit = QInputMethodEvent()
        commit.setCommitString("水")
        QApplication.sendEvent(field, commit)
        enabled = field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if not enabled or hints & latin or composing != before or "水" not in text_of(field):
            found.append(f"{type(field).__name__} {field.accessibleName()} of {type(root).__name__}")
    return found


def text_of(field: QWidget) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()  # type: ignore[attr-defined]


def test_chinese_can_be_typed_into_every_field(window: MainWindow, qtbot: QtBot) -> None:
    window.open.highlight(2, 12, HighlightColor.BLUE, MarkStyle.HIGHLIGHT)
    qtbot.waitUntil(lambda: len(window.open.notes) == 1)
    window.panel.edit(window.open.notes[0].annotation.id)
    window.actions_by_name["find"].trigger()
    found = dict.fromkeys(closed_to_input_methods(window))
    for name in ("palette", "preferences", "export", "give_notes", "all_notes"):
        window.actions_by_name[name].trigger()
        qtbot.wait(40)
        for top in QApplication.topLevelWidgets():
            if top is not window and top.isVisible() and not isinstance(top, QMenu):
                found.update(dict.fromkeys(closed_to_input_methods(top)))
                top.close()
        found.update(dict.fromkeys(closed_to_input_methods(window)))
    assert list(found) == []


def test_what_is_being_composed_is_not_searched_for(window: MainWindow, qtbot: QtBot) -> None:
    asked: list[str] = []
    window.sidebar.query_changed.connect(asked.append)
    window.sidebar.field.setFocus()
    QApplication.sendEvent(window.sidebar.field, QInputMethodEvent("shui qu", []))
    assert asked == [] and not window.sidebar.is_searching()
    commit = QInputMethodEvent()
    commit.setCommitString("水渠")
    QApplication.sendEvent(window.sidebar.field, commit)
    assert asked == ["水渠"]


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
