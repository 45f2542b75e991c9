"""Marks on the page: where they are drawn, what a click finds, what is redrawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QTextCursor

from zbreader.model.issue import Article
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading.geometry import LineBoxes
from zbreader.ui.reading.pane import ReadingPane


def box_of(pane: ReadingPane, offset: int) -> QRectF:
    """The ideographic box of a character, in the viewport."""
    position = pane.offsets.to_document(offset)
    block = pane.document().findBlock(position)
    origin = pane.document().documentLayout().blockBoundingRect(block).topLeft()
    boxes = LineBoxes(block).boxes(position, position + 1)
    return boxes[0].translated(origin).translated(0, -pane.verticalScrollBar().value())


def middle(pane: ReadingPane, offset: int) -> QPointF:
    return box_of(pane, offset).center()


def differs(pane: ReadingPane, offset: int, below: float = 0.0) -> bool:
    """Whether anything but the page's ground is to be seen in a column of pixels at a character's left edge."""
    image = pane.viewport().grab().toImage()
    box = box_of(pane, offset)
    x = round(box.left()) + 1
    ground = pane.settings.theme.page.background
    rows = range(round(box.bottom() + 1), round(box.bottom() + below * box.height())) if below else (round(box.top()),)
    return any(QColor(image.pixelColor(x, y)) != ground for y in rows)


def test_boxes_are_where_qt_puts_the_characters(pane: ReadingPane) -> None:
    for offset in (0, 3, 30, 60, 90):
        cursor = QTextCursor(pane.document())
        cursor.setPosition(pane.offsets.to_document(offset))
        caret = pane.cursorRect(cursor)
        box = box_of(pane, offset)
        assert abs(caret.left() - box.left()) <= 1.5
        assert caret.top() - 4 <= box.top()
        assert box.bottom() <= caret.bottom() + 4


def test_a_range_over_several_lines_has_a_box_on_each(pane: ReadingPane, article: Article) -> None:
    block = pane.document().findBlock(pane.offsets.body_start)
    boxes = LineBoxes(block)
    found = boxes.boxes(block.position(), block.position() + block.length() - 1)
    assert len(found) == block.layout().lineCount()
    tops = [box.top() for box in found]
    assert tops == sorted(tops)
    assert boxes.boxes(block.position() + 5, block.position() + 5) == []


def test_a_highlight_is_drawn_under_its_words_and_not_beside_them(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14)])
    assert not differs(pane, 8)
    assert differs(pane, 11)
    assert not differs(pane, 15)


@pytest.mark.parametrize("style", [MarkStyle.UNDERLINE, MarkStyle.WAVY])
def test_lines_are_drawn_below_the_words(pane: ReadingPane, place_mark, style: MarkStyle) -> None:
    pane.set_marks([place_mark("a", 10, 14, style=style)])
    assert differs(pane, 12, below=0.4)
    assert not differs(pane, 16, below=0.4)
    assert not differs(pane, 12)


def test_overlapping_highlights_both_show(pane: ReadingPane, place_mark) -> None:
    first = place_mark("a", 10, 20)
    second = place_mark("b", 14, 30, HighlightColor.BLUE)
    pane.set_marks([first, second])
    image = pane.viewport().grab().toImage()
    colors = [
        image.pixelColor(round(box_of(pane, at).left()) + 1, round(box_of(pane, at).top())) for at in (11, 16, 25)
    ]
    assert len({color.name() for color in colors}) == 3


def test_a_click_finds_the_smallest_mark_first(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("large", 5, 60), place_mark("small", 10, 14), place_mark("other", 70, 80)])
    assert [span.id for span in pane.spans_at(middle(pane, 11))] == ["small", "large"]
    assert [span.id for span in pane.spans_at(middle(pane, 40))] == ["large"]
    assert pane.spans_at(middle(pane, 65)) == []
    assert pane.spans_at(QPointF(2, 2)) == []


def test_both_halves_of_a_character_are_the_character(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", 11, 12)])
    box = box_of(pane, 11)
    for x in (box.left() + 1, box.right() - 1):
        assert [span.id for span in pane.spans_at(QPointF(x, box.center().y()))] == ["a"]
    assert pane.offset_at(box.center()) == 11
    assert pane.offset_at(QPointF(box.center().x(), 3)) is None


def test_marks_after_a_rare_character_stand_on_the_right_words(pane: ReadingPane, article: Article, place_mark) -> None:
    start = article.text.index("慢行", 200)
    pane.set_marks([place_mark("a", start, start + 2)])
    pane.reveal("a")
    assert article.text[:start].count("𠮷") >= 2
    span = pane.marks.marks.get("a")
    assert span is not None
    cursor = QTextCursor(pane.document())
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "慢行"


def test_adding_changing_and_removing_one_mark(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14)])
    pane.grab()
    pane.add_mark(place_mark("b", 20, 24))
    assert differs(pane, 21)
    pane.update_mark(place_mark("b", 30, 34))
    assert not differs(pane, 21)
    assert differs(pane, 31)
    pane.remove_mark("b")
    pane.remove_mark("never there")
    assert not differs(pane, 31)
    assert differs(pane, 11)


def test_an_orphan_is_kept_and_not_drawn(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", None, None)])
    assert not pane.reveal("a")
    assert pane.placed.keys() == {"a"}
    pane.grab()


def test_revealing_scrolls_and_frames(pane: ReadingPane, article: Article, place_mark) -> None:
    pane.set_marks([place_mark("far", len(article.text) - 30, len(article.text) - 20), place_mark("near", 3, 6)])
    assert pane.reveal("far")
    assert 0 < box_of(pane, len(article.text) - 30).top() < pane.viewport().height()
    assert pane.marks.active == "far"
    assert pane.reveal("near")
    assert box_of(pane, 3).top() > 0


def test_revealing_what_is_in_view_does_not_scroll(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark("a", 3, 6)])
    value = pane.verticalScrollBar().value()
    pane.reveal("a")
    assert pane.verticalScrollBar().value() == value


def test_stepping_through_marks(pane: ReadingPane, place_mark) -> None:
    assert pane.step_mark(1) is None
    pane.set_marks([place_mark("b", 500, 510), place_mark("a", 20, 30), place_mark("c", 900, 910)])
    assert [pane.step_mark(step) for step in (1, 1, 1, 1, -1)] == ["a", "b", "c", "c", "b"]


def test_a_note_has_a_sign_beside_its_line(pane: ReadingPane, place_mark) -> None:
    pane.set_marks(
        [place_mark("plain", 3, 6), place_mark("noted", 10, 14, note="想一想"), place_mark("too", 12, 13, note="又")]
    )
    pane.grab()
    point = QPointF(pane.column_right() + pane.settings.em, middle(pane, 10).y())
    assert pane.sign_at(point) == "noted"
    assert [span.id for span in pane.spans_at(point)] == ["noted"]
    assert pane.sign_at(QPointF(point.x(), middle(pane, 90).y())) is None


def test_hits_are_shown_and_the_current_one_differs(pane: ReadingPane) -> None:
    pane.set_hits([(10, 12), (20, 22)])
    assert differs(pane, 11)
    before = pane.viewport().grab().toImage()
    pane.show_hit(1)
    assert pane.viewport().grab().toImage() != before
    pane.show_hit(99)
    pane.set_hits([])
    assert not differs(pane, 11)


def test_hits_in_the_headline_are_marked_there(pane: ReadingPane) -> None:
    assert pane.article is not None
    length = len(pane.article.title)
    pane.set_hits([(10, 12)], [(length - 2, length)])
    span = pane.marks.hits.in_order()[0]
    block = pane.document().findBlock(span.start)
    assert block.text()[span.start - block.position() : span.end - block.position()] == pane.article.title[-2:]
    assert pane.marks.hits.in_block(block.blockNumber())
    pane.show_hit(0)
    assert pane.marks.current_hit == "0" and pane.marks.hits.get("0") != span
    pane.show_hit(1)
    assert pane.marks.current_hit == "0", "those of the headline are not counted"


def test_revealing_a_range_keeps_the_hits_it_is_one_of(pane: ReadingPane) -> None:
    pane.set_hits([(10, 12), (2000, 2002)])
    pane.reveal_range(2000, 2002)
    assert len(pane.marks.hits) == 2
    assert pane.marks.current_hit == "1"
    assert 0 < box_of(pane, 2000).top() < pane.viewport().height()
    pane.reveal_range(40, 44)
    assert len(pane.marks.hits) == 1


def test_a_thousand_marks_on_one_word_can_be_drawn(pane: ReadingPane, place_mark) -> None:
    pane.set_marks([place_mark(f"{number:04}", 10, 14 + number % 7) for number in range(1000)])
    pane.grab()
    assert len(pane.spans_at(middle(pane, 11))) == 1000


def test_another_article_has_no_marks_of_the_one_before(pane: ReadingPane, article: Article, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14)])
    pane.set_hits([(10, 12)])
    pane.show_article(article, "")
    assert pane.placed == {}
    assert len(pane.marks.marks) == len(pane.marks.hits) == 0
    assert not differs(pane, 11)
