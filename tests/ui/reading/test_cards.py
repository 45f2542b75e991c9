"""Cards in the margin: beside their lines, never over each other; what clicks on them do; where there is no room."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from zbreader.ui.reading.cards import line_count, stacked
from zbreader.ui.reading.pane import ReadingPane
from zbreader.ui.reading.place import line_top, line_tops
from zbreader.ui.reading.writers import Writers
from zbreader.ui.theme.theme import load_theme

LONG = "想一想这一句说的是什么，再想一想我们自己。" * 4


@given(st.lists(st.tuples(st.floats(0, 5000), st.floats(10, 300)), max_size=40), st.floats(0, 20))
def test_cards_keep_their_order_and_never_overlap(wanted: list[tuple[float, float]], gap: float) -> None:
    rows = [(str(number), top, 1, height) for number, (top, height) in enumerate(sorted(wanted))]
    cards = stacked(rows, gap)
    assert [card.id for card in cards] == [row[0] for row in rows]
    for card in cards:
        assert card.top >= card.line_top
    for above, below in pairwise(cards):
        assert below.top >= above.bottom + gap


def test_lines_are_counted_by_the_width_of_characters() -> None:
    assert [line_count(text, 4, 9) for text in ("", "一二三四", "一二三四五", "abcdefgh", "一\n二")] == [1, 1, 2, 1, 2]
    assert line_count("长" * 100_000, 4, 8) == 8


def with_notes(pane: ReadingPane, place_mark) -> None:
    pane.resize(1100, 700)
    starts = (2, 9, 16, 200, 330)
    pane.set_marks([place_mark(f"m{start}", start, start + 4, note=LONG) for start in starts])
    pane.add_mark(place_mark("plain", 40, 44))
    pane.set_margin_notes(True)


def test_notes_stand_beside_their_lines(pane: ReadingPane, place_mark, qtbot: QtBot) -> None:
    pane.resize(1100, 700)
    before = pane.column_right()
    with_notes(pane, place_mark)
    assert [card.id for card in pane.cards()] == ["m2", "m9", "m16", "m200", "m330"]
    assert pane.column_right() < before, "the column makes room"
    first = pane.cards()[0]
    assert first.top == first.line_top
    pane.grab()
    box = pane._box(first)
    assert box.left() > pane.column_right()
    assert box.right() < pane.viewport().width()
    with qtbot.waitSignal(pane.annotation_activated) as told:
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane._box(pane.cards()[1]).center().toPoint())
    assert told.args == ["m9"]
    with qtbot.waitSignal(pane.card_edit_requested) as told:
        qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert told.args == ["m2"]
    pane.set_margin_notes(False)
    assert pane.cards() == []
    assert pane.column_right() == before


def test_cards_follow_what_changes(pane: ReadingPane, place_mark) -> None:
    with_notes(pane, place_mark)
    pane.remove_mark("m9")
    assert [card.id for card in pane.cards()] == ["m2", "m16", "m200", "m330"]
    pane.add_mark(place_mark("m16", 16, 20, note="短"))
    assert next(card for card in pane.cards() if card.id == "m16").lines == 1
    height = pane.cards()[1].height
    pane.resize(1800, 700)
    pane.set_zoom(1.4)
    assert pane.cards()[1].height > height
    pane.set_theme(load_theme("dark"))
    pane.grab()
    pane.set_zoom(1.0)
    pane.resize(620, 700)
    assert pane.cards() == [], "no room, no cards"
    assert pane.card_at(QPointF(600, 200)) is None


def test_in_page_mode_a_page_has_the_cards_of_its_own_lines(pane: ReadingPane, place_mark) -> None:
    with_notes(pane, place_mark)
    pane.set_choices(pane.settings.choices.but(paged=True))
    pane.grab()
    seen = {card.id for card in pane._in_view()}
    assert "m2" in seen
    pane.show_leaf(3)
    pane.grab()
    assert "m2" not in {card.id for card in pane._in_view()}


def test_thousands_of_notes_are_laid_out_at_once_and_drawn_in_part(pane: ReadingPane, place_mark) -> None:
    length = len(pane.article.text)
    pane.resize(1100, 700)
    many = [place_mark(f"n{at:05}", at * 7 % (length - 5), at * 7 % (length - 5) + 3, note="短") for at in range(3000)]
    pane.set_marks(many)
    pane.set_margin_notes(True)
    assert len(pane.cards()) == 3000
    assert 0 < len(pane._in_view()) < 60


def test_many_lines_are_found_as_one_is(pane: ReadingPane) -> None:
    positions = [0, *range(5, pane.document().characterCount(), 37), pane.document().characterCount() + 9]
    assert list(line_tops(pane, positions)) == [line_top(pane, position) for position in positions]


@given(st.text(max_size=60), st.integers(1, 30), st.integers(1, 9))
def test_wide_characters_take_two_halves(text: str, per_line: int, most: int) -> None:
    halves = [sum(2 if one >= "\u2e80" else 1 for one in line) for line in text.split("\n")]
    count = sum(max(1, -(-one // (2 * per_line))) for one in halves)
    if len(text) <= per_line * most * 2:
        assert line_count(text, per_line, most) == min(count, most)


def test_the_note_of_another_says_whose_it_is(pane: ReadingPane, place_mark, qtbot: QtBot) -> None:
    with_notes(pane, place_mark)
    usual, point = [card.height for card in pane.cards()], _middle_of(pane, 3)
    assert pane.tip_at(point) == LONG
    writers = Writers(lambda key: key != "id-2")
    pane.set_writers(writers)
    mine, other = (place_mark(name, start, start + 4, note=LONG) for name, start in (("m9", 9), ("m2", 2)))
    pane.update_mark(replace(other, annotation=replace(other.annotation, creator="林小禾", creator_id="id-2")))
    pane.update_mark(mine)
    first, second, *_ = pane.cards()
    assert first.height > usual[0] and second.height == usual[1]
    assert pane.tip_at(point) == f"{LONG}\n—— 林小禾"
    pane.grab()
    writers.know({"id-2": "林小禾（二组）"})
    assert pane.tip_at(point).endswith("\n—— 林小禾（二组）")


def _middle_of(pane: ReadingPane, offset: int) -> QPointF:
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.to_document(offset))
    return QPointF(pane.cursorRect(cursor).center()) + QPointF(pane.settings.em / 2, 0)
