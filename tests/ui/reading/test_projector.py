"""领学: the whole screen, steps by paragraph and page, marks on and off, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from zbreader.model.issue import Article
from zbreader.ui.reading.place import line_top
from zbreader.ui.reading.projector import Projector, other_screen
from zbreader.ui.reading.room_marks import RoomMarks, Shown
from zbreader.ui.reading.typesetting import PageSettings
from zbreader.ui.theme.choices import PageChoices
from zbreader.ui.theme.theme import load_theme
from zbreader.ui.theme.typography import load_typography


@pytest.fixture
def projector(qtbot, article: Article, place_mark) -> Projector:
    projector = Projector(PageSettings(load_theme("paper"), load_typography(), PageChoices(zoom=2.4, line_length=30)))
    qtbot.addWidget(projector)
    projector.show_on(QGuiApplication.primaryScreen())
    qtbot.waitExposed(projector)
    projector.show_article(article, "《乡间》2023年第4期", RoomMarks(article, [place_mark("m", 3, 9)], own))
    return projector


def own(key: str) -> bool:
    """Nobody's marks are the leader's, as those of a library in which nobody gave a name."""
    return key in ("", "江平")


def test_paragraph_by_paragraph(projector: Projector, qtbot) -> None:
    page = projector.page
    for _ in range(3):
        qtbot.keyClick(projector, Qt.Key.Key_Down)
    assert page.paragraph == 2
    start = page.offsets.to_document(page._starts()[2])
    top = line_top(page, start) - page.verticalScrollBar().value()
    assert 0 < top < page.viewport().height() / 3
    qtbot.keyClick(projector, Qt.Key.Key_Up)
    assert page.paragraph == 1
    for _ in range(100):
        page.step_paragraph(1)
    assert page.paragraph == len(page.article.paragraphs) - 1


def test_page_by_page_and_the_pointer_goes(projector: Projector, qtbot) -> None:
    page = projector.page
    qtbot.keyClick(projector, Qt.Key.Key_Down)
    before = page.verticalScrollBar().value()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(projector, key)
        assert page.verticalScrollBar().value() > before
        before = page.verticalScrollBar().value()
    assert page.paragraph == -1
    qtbot.keyClick(projector, Qt.Key.Key_PageUp)
    assert page.verticalScrollBar().value() < before
    qtbot.keyClick(projector, Qt.Key.Key_End)
    assert page.place() == 1.0
    qtbot.keyClick(projector, Qt.Key.Key_Home)
    assert page.place() == 0.0


def test_stepping_begins_where_one_reads(projector: Projector) -> None:
    page = projector.page
    page.set_place(0.5)
    page.step_paragraph(1)
    assert page._starts()[page.paragraph] >= page.offsets.length * 0.4


def test_marks_can_be_hidden(projector: Projector, qtbot) -> None:
    assert len(projector.page.marks.marks) == 1
    qtbot.keyClick(projector, Qt.Key.Key_M)
    assert len(projector.page.marks.marks) == 0
    qtbot.keyClick(projector, Qt.Key.Key_M)
    assert len(projector.page.marks.marks) == 1, "where all are one's own there are these and none"


def test_a_leader_chooses_whose_marks_the_room_sees(projector: Projector, article: Article, place_mark, qtbot) -> None:
    length = len(article.paragraphs[0].text)
    one, other = place_mark("one", 2, 9), place_mark("two", 4, 12)
    other = replace(other, annotation=replace(other.annotation, creator="林小禾"))
    projector.show_article(article, "《乡间》2023年第4期", RoomMarks(article, [one, other], own))
    page, told = projector.page, []
    projector.shown_changed.connect(told.append)
    for shown in (Shown.MINE, Shown.AGREED, Shown.NONE, Shown.ALL):
        qtbot.keyClick(projector, Qt.Key.Key_M)
        assert projector.shown is shown
        spans = page.marks.marks.in_order()
        if shown is Shown.MINE:
            assert [span.id for span in spans] == ["one"]
        elif shown is Shown.AGREED:
            (span,) = spans
            start, end = (page.offsets.to_article(place) for place in (span.start, span.end))
            assert start == 0 and 12 < end < length and article.text[end - 1] == "。", "the sentence, whoever marked it"
        else:
            assert len(spans) == (2 if shown is Shown.ALL else 0)
    assert told == [Shown.MINE, Shown.AGREED, Shown.NONE, Shown.ALL]
    menu = projector.menu()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    menu.actions()[1].trigger()
    assert projector.shown is Shown.MINE and projector._hint.text() == menu.actions()[1].text()
    projector.show_article(article, "《乡间》2023年第4期", RoomMarks(article, [one], own))
    assert projector.shown is Shown.ALL, "the choice that there is none of does not hide what there is"


def test_size_by_key(projector: Projector, qtbot) -> None:
    told: list[float] = []
    projector.zoom_changed.connect(told.append)
    qtbot.keyClick(projector, Qt.Key.Key_Plus)
    qtbot.keyClick(projector, Qt.Key.Key_Minus)
    assert told == [2.8, 2.4]


def test_escape_leaves_and_tells_where_one_was(projector: Projector, qtbot) -> None:
    projector.page.set_place(0.5)
    wanted = projector.page.top_offset()
    with qtbot.waitSignal(projector.left) as told:
        qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert told.args == [wanted]


def test_the_pointer_is_drawn_beside_its_paragraph(projector: Projector) -> None:
    page = projector.page
    page.step_paragraph(1)
    page.step_paragraph(1)
    image = page.viewport().grab().toImage()
    accent = page.settings.theme.page.accent.name()
    left = round(page.document().rootFrame().frameFormat().leftMargin())
    colors = {image.pixelColor(x, y).name() for x in range(0, left, 2) for y in range(0, image.height(), 4)}
    assert accent in colors


def test_with_one_screen_it_is_that_one(projector: Projector) -> None:
    assert other_screen(projector) is QGuiApplication.primaryScreen()
