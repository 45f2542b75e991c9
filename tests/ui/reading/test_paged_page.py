"""Page mode: every line on exactly one page, whole; place, hits, marks and selection go with the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.ui.reading.leaves import leaf_tops
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.reading.place import line_top
from zbreader.ui.reading.typesetting import KEEP_PROPERTY


@pytest.fixture
def paged(pane: ReadingPane) -> ReadingPane:
    pane.set_choices(pane.settings.choices.but(paged=True))
    return pane


def shown_lines(pane: ReadingPane) -> list[int]:
    """Document positions of the lines that lie whole between the bands of the page in view."""
    found = []
    scrolled = pane.verticalScrollBar().value()
    block = pane.document().begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            position = block.position() + layout.lineAt(number).textStart()
            top = line_top(pane, position) - scrolled
            bottom = top + block.blockFormat().lineHeight()
            if (pane.leaf == 0 or top >= pane._band("top") - 1) and bottom <= pane._leaf_bottom() + 1:
                found.append(position)
        block = block.next()
    return found


def test_every_line_stands_whole_on_exactly_one_page(paged: ReadingPane) -> None:
    seen: list[int] = []
    for number in range(paged.leaf_count()):
        paged.show_leaf(number)
        seen += [line for line in shown_lines(paged) if not seen or line > seen[-1]]
    every = []
    block = paged.document().begin()
    while block.isValid():
        layout = block.layout()
        every += [block.position() + layout.lineAt(number).textStart() for number in range(layout.lineCount())]
        block = block.next()
    assert seen == every
    assert paged.leaf_count() > 3


def test_no_page_ends_below_a_subheading(paged: ReadingPane) -> None:
    for height in range(420, 700, 23):
        tops = leaf_tops(paged.document(), 30.0, float(height))
        assert tops == sorted(set(tops))
        block = paged.document().begin()
        while block.isValid():
            if block.blockFormat().property(KEEP_PROPERTY):
                own, after = line_top(paged, block.position()), line_top(paged, block.next().position())
                assert not [top for top in tops if own < top <= after + 0.5]
            block = block.next()


def test_a_line_higher_than_a_page_ends_nothing(paged: ReadingPane) -> None:
    tops = leaf_tops(paged.document(), 30.0, 1.0)
    assert tops == sorted(set(tops))


def test_keys_wheel_and_clicks_turn(paged: ReadingPane, qtbot) -> None:
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(paged, key)
    assert paged.leaf == 4
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(paged, key)
    assert paged.leaf == 1
    QApplication.sendEvent(paged.viewport(), wheel(-120))
    assert paged.leaf == 2
    middle = paged.viewport().height() // 2
    qtbot.mouseClick(paged.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(paged.viewport().width() - 4, middle))
    assert paged.leaf == 3
    qtbot.wait(QApplication.doubleClickInterval() + 50)
    qtbot.mouseClick(paged.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, middle))
    assert paged.leaf == 2
    assert paged.turns_at(QPointF(paged.viewport().width() / 2, middle)) == 0


def wheel(angle: int) -> QWheelEvent:
    at, no = QPointF(300, 300), Qt.KeyboardModifier.NoModifier
    left, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, QPoint(), QPoint(0, angle), left, no, phase, False)


def test_turning_stops_at_both_ends(paged: ReadingPane) -> None:
    paged.turn(-1)
    assert (paged.leaf, paged.place()) == (0, 0.0)
    paged.show_leaf(10_000)
    assert paged.leaf == paged.leaf_count() - 1
    assert paged.place() == 1.0


@pytest.mark.parametrize("place", [0.2, 0.55, 1.0])
def test_the_place_is_kept_between_the_modes_and_over_zoom_and_size(paged: ReadingPane, place: float) -> None:
    paged.set_place(place)
    told = paged.place()
    first = paged.top_offset()
    paged.set_choices(paged.settings.choices.but(paged=False))
    if place < 1:
        assert paged.top_offset() == first
    paged.set_choices(paged.settings.choices.but(paged=True))
    assert paged.place() == told
    paged.step_zoom(1)
    paged.step_zoom(-1)
    assert paged.place() == told
    paged.resize(760, 560)
    QApplication.processEvents()
    paged.resize(900, 700)
    QApplication.processEvents()
    assert paged.place() == told


def test_hits_and_marks_bring_their_page(paged: ReadingPane, place_mark) -> None:
    last = paged.offsets.length - 10
    paged.set_hits([(5, 8), (last, last + 3)])
    paged.show_hit(1)
    assert paged.leaf == paged.leaf_count() - 1
    paged.set_marks([place_mark("m", 5, 9)])
    assert paged.reveal("m")
    assert paged.leaf == 0


def test_a_selection_made_by_keys_takes_the_page_with_it(paged: ReadingPane) -> None:
    paged.select_range(paged.offsets.length - 20, paged.offsets.length - 4)
    assert paged.leaf == paged.leaf_count() - 1
    assert paged.selection_range() == (paged.offsets.length - 20, paged.offsets.length - 4)


def test_who_scrolls_without_knowing_of_pages_ends_on_one(paged: ReadingPane) -> None:
    bar = paged.verticalScrollBar()
    bar.setValue(bar.value() + 7)
    assert paged.leaf == 1
    assert bar.value() == paged._value(1)
    bar.setValue(bar.value() - 7)
    assert paged.leaf == 0


def test_what_belongs_to_the_neighbours_is_covered(paged: ReadingPane) -> None:
    paged.show_leaf(1)
    image = paged.viewport().grab().toImage()
    paper = paged.settings.theme.page.background.name()
    band = round(paged._band("top"))
    for y in (0, band // 2, band - 2):
        assert {image.pixelColor(x, y).name() for x in range(0, image.width(), 3)} == {paper}
    below = round(paged._leaf_bottom()) + 1
    assert {image.pixelColor(x, below).name() for x in range(0, image.width(), 3)} == {paper}


def test_a_short_article_is_one_page_and_read(paged: ReadingPane) -> None:
    paged.show_article(Article("b", "短", paragraphs=(Paragraph(ParagraphKind.BODY, "一句话。"),)), "")
    assert (paged.leaf_count(), paged.place()) == (1, 1.0)


def test_the_caret_takes_the_page_with_it(paged: ReadingPane, qtbot) -> None:
    paged._bring_caret()
    assert paged.is_caret_shown
    for _ in range(60):
        qtbot.keyClick(paged, Qt.Key.Key_Down)
        assert paged._leaf_of(paged.textCursor().position()) == paged.leaf
    assert paged.leaf >= 2
    for _ in range(60):
        qtbot.keyClick(paged, Qt.Key.Key_Up)
    assert paged.leaf == 0


def test_what_is_read_aloud_takes_the_page_with_it(paged: ReadingPane) -> None:
    end = paged.offsets.length
    paged.show_spoken((end - 30, end - 2))
    assert paged.leaf == paged._leaf_of(paged.offsets.to_document(end - 30)) > 0
    paged.show_spoken(None)
    assert paged.marks.spoken is None


def test_an_end_that_is_seen_from_the_beginning_is_not_turned_to(pane: ReadingPane, qtbot) -> None:
    lines = tuple(Paragraph(ParagraphKind.BODY, "水文站的灯每天夜里都亮着，值班的人记下一行数字。") for _ in range(3))
    pane.show_article(Article("a", "灯", paragraphs=lines), "")
    pane.set_foot(pane.viewport().height())
    pane.verticalScrollBar().setValue(30)
    assert pane.is_at_end() and pane.verticalScrollBar().value() == 30
    pane.set_choices(pane.settings.choices.but(paged=True))
    assert pane.leaf_count() > 1 and pane.leaf == 0
