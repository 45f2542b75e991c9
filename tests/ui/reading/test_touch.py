"""Fingers: scrolling, tapping, holding a word, dragging its ends; events as a touch screen sends them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from zbreader.ui.reading.pane import ReadingPane


@pytest.fixture(autouse=True)
def short_hold(pane: ReadingPane) -> None:
    """Nobody waits for the system's eight tenths of a second here."""
    pane._touch._hold.setInterval(60)


@pytest.fixture(scope="module")
def screen(qapp):
    return QTest.createTouchDevice()


def place_of(pane: ReadingPane, offset: int) -> QPoint:
    """The middle of a character of the article."""
    first = pane.textCursor()
    first.setPosition(pane.offsets.to_document(offset))
    after = pane.textCursor()
    after.setPosition(pane.offsets.to_document(offset + 1))
    box = pane.cursorRect(first)
    return QPoint((box.left() + pane.cursorRect(after).left()) // 2, box.center().y())


def press(pane: ReadingPane, screen, place: QPoint) -> None:
    QTest.touchEvent(pane.viewport(), screen).press(0, place, pane.viewport()).commit()


def move(pane: ReadingPane, screen, place: QPoint) -> None:
    QTest.touchEvent(pane.viewport(), screen).move(0, place, pane.viewport()).commit()


def release(pane: ReadingPane, screen, place: QPoint) -> None:
    QTest.touchEvent(pane.viewport(), screen).release(0, place, pane.viewport()).commit()


def hold(pane: ReadingPane, screen, place: QPoint, qtbot: QtBot) -> None:
    press(pane, screen, place)
    qtbot.waitUntil(lambda: pane.selection_range() is not None, timeout=3000)


def test_holding_selects_a_word_and_shows_a_bar_for_fingers(pane: ReadingPane, screen, qtbot: QtBot, article) -> None:
    pane.word_bounds = lambda text, offset: (offset - 1, offset + 2)
    place = place_of(pane, 20)
    hold(pane, screen, place, qtbot)
    assert pane.selection_range() == (19, 22)
    release(pane, screen, place)
    bar = pane._bar
    assert bar is not None
    assert bar.isVisible()
    buttons = [each for each in bar.children() if hasattr(each, "iconSize")]
    assert min(each.height() for each in buttons) >= 40, "large enough for a finger"
    pane.grab()
    with qtbot.waitSignal(pane.highlight_requested) as told:
        qtbot.keyClick(pane, "2")
    assert told.args[:2] == [19, 22]


def test_dragging_on_extends_the_word_that_was_held(pane: ReadingPane, screen, qtbot: QtBot) -> None:
    pane.word_bounds = lambda text, offset: (offset, offset + 2)
    hold(pane, screen, place_of(pane, 10), qtbot)
    move(pane, screen, place_of(pane, 25) + QPoint(2, 0))
    first, last = pane.selection_range()
    assert first == 10
    assert last in (25, 26)
    place = place_of(pane, 3) - QPoint(2, 0)
    release(pane, screen, place)
    assert pane.selection_range() is not None


def test_the_ends_can_be_gripped(pane: ReadingPane, screen, qtbot: QtBot) -> None:
    pane.word_bounds = lambda text, offset: (offset, offset + 2)
    place = place_of(pane, 40)
    hold(pane, screen, place, qtbot)
    release(pane, screen, place)
    start, end = (grip.toPoint() for grip in pane.grips())
    press(pane, screen, end)
    there = place_of(pane, 50) + QPoint(2, 0)
    move(pane, screen, there)
    release(pane, screen, there)
    first, last = pane.selection_range()
    assert first == 40
    assert last in (50, 51)
    press(pane, screen, pane.grips()[0].toPoint())
    there = place_of(pane, 37) - QPoint(2, 0)
    move(pane, screen, there)
    release(pane, screen, there)
    assert pane.selection_range()[0] in (36, 37, 38)
    assert pane.selection_range()[1] == last
    assert start != end


def test_a_tap_opens_a_mark_and_takes_a_selection_away(pane: ReadingPane, screen, qtbot: QtBot, place_mark) -> None:
    pane.set_marks([place_mark("outer", 5, 30), place_mark("inner", 10, 14)])
    place = place_of(pane, 12)
    for wanted in ("inner", "outer", "inner"):
        with qtbot.waitSignal(pane.annotation_activated) as told:
            press(pane, screen, place)
            release(pane, screen, place)
        assert told.args == [wanted]
    pane.select_range(40, 45)
    with qtbot.assertNotEmitted(pane.annotation_activated):
        press(pane, screen, place)
        release(pane, screen, place)
    assert pane.selection_range() is None


def test_a_drag_scrolls_and_selects_nothing(pane: ReadingPane, screen, qtbot: QtBot) -> None:
    place = QPointF(pane.viewport().rect().center()).toPoint()
    press(pane, screen, place)
    for step in range(1, 12):
        qtbot.wait(10)
        move(pane, screen, place - QPoint(0, step * 20))
    release(pane, screen, place - QPoint(0, 220))
    qtbot.waitUntil(lambda: pane.verticalScrollBar().value() > 100)
    assert pane.selection_range() is None


def test_in_page_mode_a_swipe_and_a_tap_beside_the_text_turn(pane: ReadingPane, screen, qtbot: QtBot) -> None:
    pane.set_choices(pane.settings.choices.but(paged=True))
    middle = pane.viewport().rect().center()
    reached = []
    for way in (QPoint(-120, 5), QPoint(-120, 5), QPoint(120, 5), QPoint(5, 120)):
        press(pane, screen, middle)
        move(pane, screen, middle + way)
        release(pane, screen, middle + way)
        reached.append(pane._leaf)
    assert reached == [1, 2, 1, 1]
    beside = QPoint(int(pane.column_right()) + 30, middle.y())
    pane._touch.tapped.emit(QPointF(beside))
    assert pane._leaf == 2


def two(pane: ReadingPane, screen, left: QPoint, right: QPoint) -> None:
    """Two fingers on the page, moved to LEFT and RIGHT."""
    pair = QTest.touchEvent(pane.viewport(), screen)
    pair.move(0, left, pane.viewport()).move(1, right, pane.viewport()).commit()


def test_two_fingers_that_part_make_the_type_larger_where_they_are(pane: ReadingPane, screen) -> None:
    pane.verticalScrollBar().setValue(600)
    middle = QPoint(450, 300)
    before = pane.offset_at(QPointF(middle))
    assert before is not None
    press(pane, screen, QPoint(400, 300))
    both = QTest.touchEvent(pane.viewport(), screen)
    both.move(0, QPoint(400, 300), pane.viewport()).press(1, QPoint(500, 300), pane.viewport()).commit()
    for apart in (60, 70, 80, 100):
        two(pane, screen, QPoint(450 - apart, 300), QPoint(450 + apart, 300))
    assert pane.settings.zoom == 2.0
    after = pane.offset_at(QPointF(middle))
    assert after is not None and abs(after - before) < 60, "a line or two: what lay between them still does"
    two(pane, screen, QPoint(420, 300), QPoint(480, 300))
    assert pane.settings.zoom == 0.6
    up = QTest.touchEvent(pane.viewport(), screen)
    up.release(0, QPoint(420, 300), pane.viewport()).move(1, QPoint(480, 300), pane.viewport()).commit()
    value = pane.verticalScrollBar().value()
    QTest.touchEvent(pane.viewport(), screen).move(1, QPoint(480, 100), pane.viewport()).commit()
    assert pane.verticalScrollBar().value() == value, "the finger that stays does not scroll"
    last = QTest.touchEvent(pane.viewport(), screen)
    last.release(1, QPoint(480, 100), pane.viewport()).commit()
    assert pane.selection_range() is None
    press(pane, screen, QPoint(450, 500))
    for y in (480, 440, 400, 360):
        move(pane, screen, QPoint(450, y))
    assert pane._touch is not None and pane._touch._doing.name == "SCROLLING", "one finger is one finger again"
    release(pane, screen, QPoint(450, 360))


def test_a_pinch_on_a_touch_pad_does_the_same(pane: ReadingPane) -> None:
    def pinch(kind: Qt.NativeGestureType, value: float = 0.0) -> bool:
        place = QPointF(450, 300)
        device = QPointingDevice.primaryPointingDevice()
        event = QNativeGestureEvent(kind, device, 2, place, place, place, value, QPointF())
        return pane.viewportEvent(event)

    for _ in range(2):
        assert pinch(Qt.NativeGestureType.BeginNativeGesture)
        for value in (0.1, 0.1, 0.1):
            assert pinch(Qt.NativeGestureType.ZoomNativeGesture, value)
        pinch(Qt.NativeGestureType.EndNativeGesture)
    assert pane.settings.zoom == 1.8
    assert not pinch(Qt.NativeGestureType.RotateNativeGesture, 10.0)
