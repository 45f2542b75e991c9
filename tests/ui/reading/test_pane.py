"""What mouse and keys ask for: marks, notes, looking up, copying; the caret; the menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip

from zbreader.model.issue import Article
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.ui.reading.geometry import LineBoxes
from zbreader.ui.reading.pane import ReadingPane, plain_tip
from zbreader.ui.reading.place import hold
from zbreader.ui.theme.theme import load_theme


def left_of(pane: ReadingPane, offset: int) -> QPoint:
    """Just inside a character's left edge: a drag begins and ends before it."""
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.to_document(offset))
    return pane.cursorRect(cursor).center() + QPoint(1, 0)


def point_of(pane: ReadingPane, offset: int) -> QPoint:
    position = pane.offsets.to_document(offset)
    block = pane.document().findBlock(position)
    origin = pane.document().documentLayout().blockBoundingRect(block).topLeft()
    box = LineBoxes(block).boxes(position, position + 1)[0].translated(origin)
    return box.translated(0, -pane.verticalScrollBar().value()).center().toPoint()


def labels(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if action.text()]


@pytest.mark.parametrize(("key", "color"), list(zip("12345", HighlightColor, strict=True)))
def test_digits_highlight_the_selection(pane: ReadingPane, qtbot, key: str, color: HighlightColor) -> None:
    pane.select_range(10, 20)
    with qtbot.waitSignal(pane.highlight_requested) as asked:
        qtbot.keyClicks(pane, key)
    assert asked.args == [10, 20, color, MarkStyle.HIGHLIGHT]
    assert pane.selection_range() is None, "the fresh mark is to be seen, not the selection over it"


def test_underline_and_wave_take_the_colour_used_last(pane: ReadingPane, qtbot) -> None:
    asked = []
    pane.highlight_requested.connect(lambda *args: asked.append(args))
    for key in "4uw":
        pane.select_range(0, 5)
        qtbot.keyClicks(pane, key)
    assert asked == [
        (0, 5, HighlightColor.PINK, MarkStyle.HIGHLIGHT),
        (0, 5, HighlightColor.PINK, MarkStyle.UNDERLINE),
        (0, 5, HighlightColor.PINK, MarkStyle.WAVY),
    ]


def test_keys_without_a_selection_ask_for_nothing(pane: ReadingPane, qtbot) -> None:
    with qtbot.assertNotEmitted(pane.highlight_requested), qtbot.assertNotEmitted(pane.note_requested):
        qtbot.keyClicks(pane, "1uwns")


def test_n_asks_for_a_note_and_s_looks_up(pane: ReadingPane, qtbot, article: Article) -> None:
    pane.select_range(3, 6)
    with qtbot.waitSignal(pane.note_requested) as asked:
        qtbot.keyClicks(pane, "n")
    assert asked.args == [3, 6]
    pane.select_range(3, 6)
    with qtbot.waitSignal(pane.look_up_requested) as sought:
        qtbot.keyClicks(pane, "s")
    assert sought.args == [article.text[3:6]]


def test_marking_by_keys_alone(pane: ReadingPane, qtbot) -> None:
    """F2 brings the caret, arrows move it, Shift extends, a digit marks."""
    assert not pane.is_caret_shown
    pane.toggle_caret()
    assert pane.is_caret_shown
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    start = pane.offsets.to_article(pane.textCursor().position())
    for _ in range(3):
        qtbot.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection_range() == (start, start + 3)
    with qtbot.waitSignal(pane.highlight_requested):
        qtbot.keyClick(pane, Qt.Key.Key_2)
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.is_caret_shown


def test_the_caret_comes_to_where_the_reader_is(pane: ReadingPane, qtbot) -> None:
    pane.set_place(0.5)
    value = pane.verticalScrollBar().value()
    qtbot.keyClick(pane, Qt.Key.Key_Right)
    assert 0 <= pane.cursorRect().top() < pane.viewport().height() / 3
    assert abs(pane.verticalScrollBar().value() - value) < 3 * pane.settings.em


def test_without_caret_up_and_down_scroll_a_line(pane: ReadingPane, qtbot) -> None:
    qtbot.keyClick(pane, Qt.Key.Key_Down)
    value = pane.verticalScrollBar().value()
    assert 0 < value < 3 * pane.settings.em
    qtbot.keyClick(pane, Qt.Key.Key_Up)
    assert pane.verticalScrollBar().value() == 0


def test_a_page_keeps_a_line_in_sight_and_cuts_none(pane: ReadingPane, qtbot) -> None:
    bar, height, line = pane.verticalScrollBar(), pane.viewport().height(), pane.settings.line_height
    for key, sign in ((Qt.Key.Key_Space, 1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
        before = bar.value()
        qtbot.keyClick(pane, key)
        assert height - 4 * line < sign * (bar.value() - before) < height - line / 2
        assert abs(hold(pane).below_top) <= 1
    qtbot.keyClick(pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def test_selections_are_told(pane: ReadingPane, qtbot) -> None:
    with qtbot.waitSignal(pane.selection_changed) as told:
        pane.select_range(1, 4)
    assert told.args == [True]
    with qtbot.waitSignal(pane.selection_changed) as told:
        pane.clear_selection()
    assert told.args == [False]


def test_a_selection_in_the_headline_is_not_one_of_the_article(pane: ReadingPane) -> None:
    cursor = QTextCursor(pane.document())
    cursor.setPosition(0)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    assert pane.selection_range() is None
    cursor.setPosition(0)
    cursor.setPosition(pane.offsets.body_start + 4, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    assert pane.selection_range() == (0, 3), "one of the four units belongs to a character beyond the BMP"


def test_everything_selected_is_the_whole_article(pane: ReadingPane, article: Article) -> None:
    pane.selectAll()
    assert pane.selection_range() == (0, len(article.text))
    assert pane.selected_text() == article.text


def test_copying_takes_the_article_s_own_text(pane: ReadingPane, article: Article) -> None:
    end = len(article.paragraphs[0].text) + 5
    pane.select_range(0, end)
    pane.copy()
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == article.text[:end]
    assert not clipboard.mimeData().hasHtml()
    pane.selectAll()
    pane.copy()
    assert clipboard.text().startswith("乡间 · 水边\n三代人\n渡口\n")
    assert clipboard.text().endswith(article.text)


def test_copying_with_the_source(pane: ReadingPane, qtbot, article: Article) -> None:
    pane.select_range(3, 6)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(pane, Qt.Key.Key_C, modifiers)
    copied = QGuiApplication.clipboard().text()
    assert copied == f"{article.text[3:6]}\n——《乡间》2023年第4期·乡间·渡口·江平"


def test_clicking_a_mark_activates_it_and_the_next_click_the_one_below(pane: ReadingPane, qtbot, place_mark) -> None:
    pane.set_marks([place_mark("large", 5, 60), place_mark("small", 10, 14)])
    activated = []
    pane.annotation_activated.connect(activated.append)
    for _ in range(3):
        qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, 11))
        qtbot.wait(QApplication.doubleClickInterval() + 20)
    assert activated == ["small", "large", "small"]
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, 70))
    assert pane.marks.active is None


def test_a_drag_selects_and_shows_the_bar(pane: ReadingPane, qtbot) -> None:
    viewport = pane.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=left_of(pane, 40))
    qtbot.mouseMove(viewport, left_of(pane, 44))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=left_of(pane, 44))
    assert pane.selection_range() == (40, 44)
    bar = pane._bar
    assert bar.isVisible()
    assert pane.rect().contains(bar.geometry())
    buttons = bar.findChildren(QToolButton)
    assert len(buttons) == 10
    assert all(button.accessibleName() and not button.icon().isNull() for button in buttons)
    with qtbot.waitSignal(pane.highlight_requested) as asked:
        buttons[2].click()
    assert asked.args == [40, 44, HighlightColor.BLUE, MarkStyle.HIGHLIGHT]
    assert not bar.isVisible()


@pytest.mark.parametrize(("anchor", "position"), [(10, 90), (90, 10)])
def test_the_bar_does_not_cover_what_is_selected(pane: ReadingPane, anchor: int, position: int) -> None:
    pane.select_range(anchor, position)
    pane._show_bar()
    assert pane._bar is not None
    bar = pane._bar.geometry()
    assert pane.viewport().geometry().contains(bar)
    assert bar.bottom() < point_of(pane, 10).y() or bar.top() > point_of(pane, 89).y()


def test_a_double_click_takes_the_word_that_the_hook_knows(pane: ReadingPane, qtbot) -> None:
    asked = []

    def bounds(text: str, offset: int) -> tuple[int, int]:
        asked.append((text, offset))
        return offset - 1, offset + 2

    pane.word_bounds = bounds
    qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point_of(pane, 20))
    assert asked[-1] == (pane.article.text, 20)
    assert pane.selection_range() == (19, 22)


def press(pane: ReadingPane, kind: QEvent.Type, place: QPoint, time: int) -> None:
    for each, buttons in ((kind, Qt.MouseButton.LeftButton), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        where = QPointF(place)
        event = QMouseEvent(
            each, where, where, Qt.MouseButton.LeftButton, buttons, Qt.KeyboardModifier.NoModifier
        )  # fmt: skip
        event.setTimestamp(time)
        QApplication.sendEvent(pane.viewport(), event)


def test_three_clicks_take_the_sentence_and_four_the_paragraph(pane: ReadingPane, article: Article) -> None:
    """As the window system tells them: press, double click, press, double click."""
    place = point_of(pane, 40)
    press(pane, QEvent.Type.MouseButtonPress, place, 10_000)
    press(pane, QEvent.Type.MouseButtonDblClick, place, 10_100)
    press(pane, QEvent.Type.MouseButtonPress, place, 10_200)
    start, end = pane.selection_range()
    assert article.text[start:end] == article.text[article.text.index("摆渡") : article.text.index("；") + 1]
    press(pane, QEvent.Type.MouseButtonDblClick, place, 10_300)
    assert pane.selection_range() == (0, len(article.paragraphs[0].text))


def test_the_menu_speaks_of_the_selection_and_of_the_marks_below(pane: ReadingPane, qtbot, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14, note="想"), place_mark("b", 5, 60)])
    pane.select_range(10, 14)
    menu = pane.build_menu(QPointF(point_of(pane, 11)))
    words = labels(menu)
    assert words[:7] == ["黄色高亮", "绿色高亮", "蓝色高亮", "粉色高亮", "紫色高亮", "下划线", "波浪线"]
    assert "复制并附出处" in words
    under = [each for each in menu.findChildren(QMenu) if each is not menu]
    assert len(under) == 3  # the forms of a citation, and the two marks
    under = under[1:]
    deeds = {action.text(): action for action in under[0].actions()}
    with qtbot.waitSignal(pane.annotation_note_requested) as asked:
        deeds["编辑笔记"].trigger()
    assert asked.args == ["a"]
    with qtbot.waitSignal(pane.annotation_color_requested) as asked:
        deeds["改为绿色"].trigger()
    assert asked.args == ["a", HighlightColor.GREEN, MarkStyle.HIGHLIGHT]
    with qtbot.waitSignal(pane.annotation_color_requested) as asked:
        deeds["改为波浪线"].trigger()
    assert asked.args == ["a", HighlightColor.YELLOW, MarkStyle.WAVY]
    with qtbot.waitSignal(pane.annotation_delete_requested) as asked:
        deeds["删除这条标记"].trigger()
    assert asked.args == ["a"]


def test_the_menu_without_anything_is_short(pane: ReadingPane) -> None:
    assert labels(pane.build_menu(QPointF(2, 2))) == ["全选"]


def test_enter_activates_the_mark_at_the_caret(pane: ReadingPane, qtbot, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14)])
    pane.toggle_caret()
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.to_document(12))
    pane.setTextCursor(cursor)
    with qtbot.waitSignal(pane.annotation_activated) as told:
        qtbot.keyClick(pane, Qt.Key.Key_Return)
    assert told.args == ["a"]


def test_alt_and_arrows_go_from_mark_to_mark(pane: ReadingPane, qtbot, place_mark) -> None:
    pane.set_marks([place_mark("a", 10, 14), place_mark("b", 900, 914)])
    qtbot.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert pane.marks.active == "b"
    qtbot.keyClick(pane, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert pane.marks.active == "a"


@pytest.mark.parametrize(("key", "zoom"), [(Qt.Key.Key_Equal, 1.1), (Qt.Key.Key_Minus, 0.9), (Qt.Key.Key_0, 1.0)])
def test_keys_change_the_size(pane: ReadingPane, qtbot, key: Qt.Key, zoom: float) -> None:
    if key == Qt.Key.Key_0:
        pane.set_zoom(2.0)
    qtbot.keyClick(pane, key, Qt.KeyboardModifier.ControlModifier)
    assert pane.settings.zoom == zoom


def test_a_note_is_shown_over_its_mark_as_plain_words(pane: ReadingPane, place_mark, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    pane.set_marks([place_mark("a", 10, 14, note="<b>想</b>\n" + "很" * 100_000)])
    place = point_of(pane, 11)
    QApplication.sendEvent(pane.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, pane.viewport().mapToGlobal(place)))
    assert len(shown) == 1
    assert shown[0].startswith("<p>&lt;b&gt;想&lt;/b&gt;<br>很")
    assert len(shown[0]) < 500


def test_tips_do_not_read_mark_up() -> None:
    assert plain_tip("a<img src=x>&") == "<p>a&lt;img src=x&gt;&amp;</p>"


def test_the_pane_has_a_name_for_screen_readers(pane: ReadingPane) -> None:
    assert pane.accessibleName() == "正文：渡口"
    assert pane.accessibleDescription()


def test_nothing_can_be_typed_or_dropped_into_the_text(pane: ReadingPane, qtbot) -> None:
    before = pane.toPlainText()
    qtbot.keyClicks(pane, "abc")
    qtbot.keyClick(pane, Qt.Key.Key_Backspace)
    pane.paste()
    assert pane.toPlainText() == before
    assert not pane.acceptDrops()


def test_the_theme_reaches_the_bar_and_the_page(pane: ReadingPane) -> None:
    dark = load_theme("dark")
    pane.set_theme(dark)
    assert pane.palette().base().color() == dark.page.background
    image = pane.viewport().grab().toImage()
    assert image.pixelColor(2, 2) == dark.page.background


def test_words_sentences_and_paragraphs_by_key(pane: ReadingPane, qtbot) -> None:
    """Ctrl with arrows, comma and full stop; Shift extends; a digit marks; Escape puts the caret away."""
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    pane.set_words(lambda text, offset: (offset // 2 * 2, min(offset // 2 * 2 + 2, len(text))))
    pane.toggle_caret()
    qtbot.keyClick(pane, Qt.Key.Key_Right, ctrl)
    qtbot.keyClick(pane, Qt.Key.Key_Right, ctrl | shift)
    assert pane.selection_range() == (2, 4)
    qtbot.keyClick(pane, Qt.Key.Key_Left, ctrl)
    qtbot.keyClick(pane, Qt.Key.Key_Greater, shift)
    assert pane.selected_text().endswith("两个字。")
    with qtbot.waitSignal(pane.highlight_requested):
        qtbot.keyClick(pane, Qt.Key.Key_3)
    assert pane.is_caret_shown, "one goes on from where one was"
    qtbot.keyClick(pane, Qt.Key.Key_Down, ctrl | shift)
    assert pane.selected_text().endswith("\n")
    qtbot.keyClick(pane, Qt.Key.Key_Up, ctrl)
    assert pane.selection_range() is None
    qtbot.keyClick(pane, Qt.Key.Key_Period)
    qtbot.keyClick(pane, Qt.Key.Key_Comma)
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.is_caret_shown
    place = pane.textCursor().position()
    qtbot.keyClick(pane, Qt.Key.Key_Period)
    assert pane.textCursor().position() == place, "a full stop means nothing while one only reads"


def test_a_double_click_before_words_are_known_gets_its_word_when_they_come(pane: ReadingPane, qtbot) -> None:
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.to_document(12))
    place = pane.cursorRect(cursor).center() + QPoint(5, 0)
    with qtbot.waitSignal(pane.words_wanted):
        qtbot.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.selection_range() == (12, 13)
    pane.set_words(lambda text, offset: (offset - 1, offset + 3))
    assert pane.selection_range() == (11, 15)
    pane.set_words(lambda text, offset: (offset - 5, offset + 3))
    assert pane.selection_range() == (11, 15), "once"


def test_home_and_end_go_to_the_ends_of_the_article_and_the_caret_to_those_of_a_line(pane: ReadingPane, qtbot) -> None:
    bar = pane.verticalScrollBar()
    qtbot.keyClick(pane, Qt.Key.Key_End)
    assert pane.place() == 1.0 and bar.value() > 0 and not pane.is_caret_shown
    qtbot.keyClick(pane, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert pane.selection_range() is not None, "with Shift it selects"
    pane.unselect()
    pane.toggle_caret()
    qtbot.keyClick(pane, Qt.Key.Key_Home)
    start = pane.textCursor().position()
    qtbot.keyClick(pane, Qt.Key.Key_End)
    assert bar.value() == 0 and start < pane.textCursor().position() < start + 60
