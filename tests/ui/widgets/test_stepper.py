"""A stepper: mouse and keys, its ends, and what a screen reader is told."""

from __future__ import annotations

from PySide6.QtCore import Qt

from zbreader.ui.widgets.stepper import Stepper


def make(qtbot) -> tuple[Stepper, list[float]]:
    stepper = Stepper("行距", [1.0, 1.5, 2.0], lambda value: f"{value:g} 倍")
    qtbot.addWidget(stepper)
    chosen: list[float] = []
    stepper.chosen.connect(chosen.append)
    return stepper, chosen


def test_it_steps_and_stops_at_its_ends(qtbot) -> None:
    stepper, chosen = make(qtbot)
    assert not stepper.smaller.isEnabled()
    for _ in range(3):
        stepper.larger.click()
    assert chosen == [1.5, 2.0]
    assert not stepper.larger.isEnabled()


def test_a_value_between_goes_to_its_neighbours(qtbot) -> None:
    stepper, chosen = make(qtbot)
    stepper.set_value(1.7)
    stepper.step(-1)
    stepper.set_value(1.7)
    stepper.step(1)
    assert chosen == [1.5, 2.0]


def test_keys(qtbot) -> None:
    stepper, chosen = make(qtbot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left):
        qtbot.keyClick(stepper, key)
    assert chosen == [1.5, 2.0, 1.0, 2.0, 1.5]


def test_it_tells_its_name_and_value(qtbot) -> None:
    stepper, _ = make(qtbot)
    stepper.set_value(1.5)
    assert stepper.accessibleName() == "行距：1.5 倍"
    assert stepper.larger.accessibleName() == "行距：加大"
