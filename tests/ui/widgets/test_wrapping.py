"""Buttons that stand below each other where there is no room beside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from zbreader.ui.widgets.wrapping import LOSS, WrappingRow

WORDS = ("按期归拢", "从新到旧", "繁简通搜", "摘编…")


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[WrappingRow]:
    holder = QWidget()
    qtbot.addWidget(holder)
    buttons = []
    for words in WORDS:
        button = QToolButton(holder)
        button.setText(words)
        buttons.append(button)
    row = WrappingRow(buttons, 4, holder)
    layout = QVBoxLayout(holder)
    layout.addWidget(row)
    layout.addStretch(1)
    holder.resize(600, 300)
    holder.show()
    qtbot.waitExposed(holder)
    yield row  # while the holder lives


def widest(row: WrappingRow) -> int:
    return max(button.sizeHint().width() for button in row.findChildren(QToolButton))


@pytest.mark.parametrize(("parts", "columns"), [(4.6, 4), (3.4, 2), (2.6, 2), (1.4, 1)])
def test_every_button_is_whole_at_any_width(row: WrappingRow, qtbot: QtBot, parts: float, columns: int) -> None:
    holder = row.parentWidget()
    assert holder is not None
    holder.resize(round(widest(row) * parts) + 40, 300)
    qtbot.waitUntil(lambda: row.columns == columns)
    buttons = row.findChildren(QToolButton)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == len(WORDS) // columns)
    for button in buttons:
        assert button.width() >= button.sizeHint().width() - 2 * LOSS and row.rect().contains(button.geometry())


def test_larger_letters_ask_for_room(row: WrappingRow, qtbot: QtBot) -> None:
    holder = row.parentWidget()
    assert holder is not None
    holder.resize(widest(row) * 4 + 60, 300)
    qtbot.waitUntil(lambda: row.columns == 4)
    font = holder.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    holder.setFont(font)
    qtbot.waitUntil(lambda: row.columns == 2)
