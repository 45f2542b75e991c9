"""A wheel's notches and a touch pad's small turns."""

from __future__ import annotations

from zbreader.ui.reading.scrolling import WheelSteps


def test_a_notch_is_a_step_and_small_turns_add_up() -> None:
    wheel = WheelSteps()
    assert wheel.turn(120) == 1
    assert [wheel.turn(30) for _ in range(5)] == [0, 0, 0, 1, 0]
    assert wheel.turn(-240) == -2


def test_turning_back_begins_anew() -> None:
    wheel = WheelSteps()
    assert wheel.turn(110) == 0
    assert wheel.turn(-20) == 0
    assert wheel.turn(-100) == -1
