"""The page keeps the reader's place, and keeps to whole characters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from zbreader.model.issue import Article, Paragraph, ParagraphKind
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.reading.place import hold
from zbreader.ui.theme.choices import PageChoices
from zbreader.ui.theme.theme import load_theme


def top_line(pane: ReadingPane) -> tuple[int, int]:
    """Block number and line number at the top of the view."""
    position = hold(pane).position
    block = pane.document().findBlock(position)
    return block.blockNumber(), block.layout().lineForTextPosition(position - block.position()).lineNumber()


@pytest.mark.parametrize("place", [0.0, 0.3, 0.77])
def test_a_place_is_found_again(pane: ReadingPane, place: float) -> None:
    pane.set_place(place)
    told = pane.place()
    assert told == pytest.approx(place, abs=0.02)
    pane.set_place(0.0)
    pane.set_place(told)
    assert pane.place() == told


def test_the_end_is_one(pane: ReadingPane) -> None:
    pane.set_place(1.0)
    assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()
    assert pane.place() == 1.0


def test_what_stands_under_the_end_is_not_the_article(pane: ReadingPane) -> None:
    pane.set_foot(300)
    pane.set_place(1.0)
    bar = pane.verticalScrollBar()
    assert bar.value() == bar.maximum() - 300
    assert pane.place() == 1.0
    pane.set_choices(pane.settings.choices.but(paged=True))
    assert pane.place() == 1.0
    pane.show_leaf(10_000)
    assert pane.shows_foot()
    assert pane.place() == 1.0


def test_an_article_that_fits_is_read_at_once(pane: ReadingPane, qtbot) -> None:
    with qtbot.waitSignal(pane.place_changed) as told:
        pane.show_article(Article("b", "短", paragraphs=(Paragraph(ParagraphKind.BODY, "一句话。"),)), "")
    assert told.args == [1.0]


def test_a_place_asked_for_before_the_window_shows_is_kept(qtbot, article: Article) -> None:
    pane = ReadingPane(load_theme("paper"))
    qtbot.addWidget(pane)
    pane.resize(800, 600)
    pane.show_article(article, "", 0.5)
    assert pane.place() == 0.5
    pane.show()
    qtbot.waitExposed(pane)
    assert pane.place() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("zoom", [0.6, 1.4, 2.8])
def test_zoom_keeps_the_line_at_the_top(pane: ReadingPane, zoom: float) -> None:
    pane.set_place(0.6)
    position = hold(pane).position
    pane.set_zoom(zoom)
    QApplication.processEvents()
    block, line = top_line(pane)
    start = pane.document().findBlockByNumber(block)
    found = start.layout().lineAt(line)
    first = start.position() + found.textStart()
    assert first <= position < first + found.textLength()


def test_zooming_there_and_back_does_not_drift(pane: ReadingPane) -> None:
    pane.set_place(0.6)
    before = pane.verticalScrollBar().value()
    for _ in range(4):
        pane.step_zoom(1)
    for _ in range(4):
        pane.step_zoom(-1)
    assert pane.settings.zoom == 1.0
    assert pane.verticalScrollBar().value() == before


def test_making_the_window_narrow_and_wide_again_does_not_drift(pane: ReadingPane) -> None:
    pane.set_place(0.6)
    before = pane.verticalScrollBar().value()
    for width in (500, 330, 700, 900):
        pane.resize(width, 700)
        QApplication.processEvents()
    assert pane.verticalScrollBar().value() == before


def test_another_theme_face_or_line_length_keeps_place_selection_and_marks(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", 600, 620)])
    pane.set_place(0.4)
    pane.select_range(2000, 2010)
    pane.set_place(0.4)
    line = top_line(pane)
    pane.set_theme(load_theme("dark"))
    assert top_line(pane) == line
    pane.set_choices(PageChoices(face="sans"))
    pane.set_choices(PageChoices(line_length=30))
    assert pane.selection_range() == (2000, 2010)
    assert "a" in pane.marks.marks
    assert top_line(pane)[0] == line[0]


def test_the_wheel_with_control_changes_the_size_and_keeps_the_line_under_the_pointer(pane: ReadingPane) -> None:
    pane.set_place(0.5)
    y = 350
    before = hold(pane, y).position
    event = QWheelEvent(
        QPointF(300, y), QPointF(300, y), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    pane.wheelEvent(event)
    assert pane.settings.zoom == 1.1
    after = hold(pane, y).position
    assert abs(after - before) <= pane.settings.line_length


def test_the_column_stands_in_the_middle_and_holds_whole_characters(pane: ReadingPane) -> None:
    for width in (1400, 900, 640, 400):
        pane.resize(width, 700)
        QApplication.processEvents()
        frame = pane.document().rootFrame().frameFormat()
        assert abs(frame.leftMargin() - frame.rightMargin()) <= 2
        block = pane.document().findBlock(pane.offsets.body_start)
        line = block.layout().lineAt(1)
        assert 0 <= line.width() - line.naturalTextWidth() < 5 * pane.settings.em


def test_zoom_is_told_and_kept_within_limits(pane: ReadingPane, qtbot) -> None:
    with qtbot.waitSignal(pane.zoom_changed) as told:
        pane.set_zoom(100)
    assert told.args == [pane.settings.typography.largest_zoom]
    pane.set_zoom(0.0)
    assert pane.settings.zoom == pane.settings.typography.smallest_zoom


def test_control_characters_are_shown_without_harm(pane: ReadingPane) -> None:
    text = "一\x00二\u2029三\ufdd0四\r\n五\ufffc六\x1b七\ud800八\u202e九"
    article = Article("c", "题\x00目\u2029", paragraphs=(Paragraph(ParagraphKind.BODY, text),) * 2)
    pane.show_article(article, "期\n号")
    pane.select_range(0, len(article.text))
    assert pane.selection_range() == (0, len(article.text))
    pane.select_range(article.text.index("八"), article.text.index("八") + 1)
    assert pane.selected_text() == "八"
    pane.grab()


def test_an_empty_page_and_an_empty_article_can_be_drawn(pane: ReadingPane) -> None:
    pane.show_article(Article("d", ""), "")
    pane.grab()
    pane.clear_article()
    pane.grab()
    pane.set_theme(load_theme("dark"))
    assert pane.place() == 0.0
    assert pane.selection_range() is None


def test_without_a_caret_nothing_is_drawn_for_one_and_keys_select_all_the_same(pane: ReadingPane, qtbot) -> None:
    assert not pane.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    qtbot.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.selection_range() == (0, pane.offsets.length)
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert pane.article is not None
    assert QApplication.clipboard().text().endswith(pane.article.text)
    pane.unselect()
    qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.is_caret_shown
    assert pane.textCursor().hasSelection()


def test_of_sizes_that_do_not_last_only_the_last_one_counts(pane: ReadingPane) -> None:
    laid_out: list[int] = []
    pane.column_changed.connect(lambda: laid_out.append(pane.viewport().width()))
    pane.await_size(True)
    pane.resize(700, 700)
    pane.resize(900, 700)
    pane.await_size(False)
    assert laid_out == [], "as it was before"
    pane.await_size(True)
    pane.resize(640, 700)
    pane.resize(760, 700)
    pane.await_size(False)
    assert laid_out == [pane.viewport().width()]
    margins = pane.document().rootFrame().frameFormat()
    assert margins.leftMargin() + margins.rightMargin() < pane.viewport().width() < 760
