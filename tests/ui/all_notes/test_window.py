"""All notes over a real library: what is listed, what is done to many, collections by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from zbreader.model.annotation import AnnotationFilter
from zbreader.model.mark import HighlightColor
from zbreader.ui.all_notes.window import SIZE, AllNotesWindow
from zbreader.ui.exporting.dialog import ExportDialog
from zbreader.ui.main_window import MainWindow
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import load_theme, theme_names


def shown(notes: AllNotesWindow) -> list[str]:
    return notes.model.ids(0, notes.model.rowCount())


def collected(window: MainWindow) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, one.annotations) for one in window.services.collecting.collections()]


def new_collection(window: MainWindow, qtbot: QtBot, ids: list[str]) -> None:
    assert window.all_notes.deeds is not None
    notes = window.all_notes.notes
    assert notes is not None
    window.all_notes.deeds.create("学习会", ids)
    qtbot.waitUntil(lambda: bool(notes.collection_id()) and shown(notes) == ids)


def test_notes_are_listed_and_their_words_come(notes: AllNotesWindow, marks: list[str], qtbot: QtBot) -> None:
    assert shown(notes) == marks
    qtbot.waitUntil(lambda: notes.model.known(marks[1]) is not None)
    notes.grab()
    assert notes.told.text() == "5 条"


def test_namesakes_are_told_apart_in_the_rows(notes: AllNotesWindow, window: MainWindow, qtbot: QtBot) -> None:
    window.services.people.add("甲", "二组")
    added = window.services.annotating.add_highlight(window.open.id, 60, 64).annotation.id
    qtbot.waitUntil(lambda: added in shown(notes))
    notes.grab()
    qtbot.waitUntil(lambda: notes.model.known(added) is not None)
    words = [words for words, _, _ in notes._delegate._parts(notes.model.known(added), chosen=False)]
    assert " · 甲（二组） · " in words[-1]


@pytest.mark.parametrize("elder", [False, True])
def test_how_it_is_sorted_can_be_read_whole(notes: AllNotesWindow, window: MainWindow, elder: bool) -> None:
    height = notes.fontMetrics().height()
    notes.resize(SIZE[0] * height, SIZE[1] * height)
    window.look.set_elder(elder)
    for box in (notes.filters.order, notes.filters.grouping):
        for words in [box.itemText(place) for place in range(box.count())]:
            box.setItemText(box.currentIndex(), words)
            QApplication.processEvents()
            assert box.shown_text() == words


def test_filters_sorting_and_grouping(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    notes.filters.words.setText("第 20 处")
    qtbot.waitUntil(lambda: shown(notes) == [marks[2]])
    notes.filters.words.setText("没有这样的话")
    qtbot.waitUntil(lambda: notes.told.text() == "没有符合条件的笔记。")
    notes.filters.clear()
    notes.filters.author.setCurrentIndex(notes.filters.author.findText("乙"))
    qtbot.waitUntil(lambda: shown(notes) == [marks[4]])
    notes.filters.clear()
    notes.filters.tag.setCurrentIndex(notes.filters.tag.findText("领学"))
    qtbot.waitUntil(lambda: shown(notes) == [marks[4]])
    notes.filters.clear()
    notes.filters.color.setCurrentIndex(1)
    qtbot.waitUntil(lambda: shown(notes) == marks[:4])
    notes.filters.state.setCurrentIndex(notes.filters.state.findText("没有找到位置"))
    qtbot.waitUntil(lambda: shown(notes) == [])
    notes.filters.clear()
    notes.filters.set_sorting("newest", "author")
    qtbot.waitUntil(lambda: shown(notes) == [marks[4], *reversed(marks[:4])])
    assert notes.model.index(0).data() == "乙（1）"
    qtbot.waitUntil(lambda: window.services.settings.get(keys.NOTES_GROUPING) == "author")
    assert window.services.settings.get(keys.NOTES_ORDER) == "newest"


def test_a_note_is_opened_at_its_place(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: notes.model.known(marks[4]) is not None)
    notes.choose([marks[4]])
    notes.list.setFocus()
    notes.go.click()
    target = notes.model.known(marks[4]).annotation.target
    qtbot.waitUntil(lambda: window.open.id == target.article_id)
    qtbot.waitUntil(lambda: window.panel.selected_id() == marks[4])


def test_many_are_changed_in_one_step(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    annotating = window.services.annotating
    notes.list.selectAll()
    assert notes.chosen() == marks
    notes.color_requested.emit(notes.chosen(), HighlightColor.BLUE)
    qtbot.waitUntil(lambda: notes.told.text() == "改了 4 条。别人的 1 条没有动。")
    assert annotating.get(marks[0]).annotation.color is HighlightColor.BLUE
    window.all_notes.deeds.retag(marks[:2], "存疑 -方法")
    qtbot.waitUntil(lambda: annotating.get(marks[1]).annotation.tags == ("存疑",))
    qtbot.waitUntil(lambda: notes.filters.tag.findText("存疑") > 0)
    notes.choose(marks[2:4])
    qtbot.keyClick(notes.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown(notes) == [*marks[:2], marks[4]])
    qtbot.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: shown(notes) == marks)
    qtbot.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(shown(notes)) == 3)


def test_a_collection_is_put_in_order_by_key(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    new_collection(window, qtbot, marks[:4])
    a, b, c, d = marks[:4]
    notes.list.setFocus()
    notes.choose([c])
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(notes.list, Qt.Key.Key_Up, alt)
    qtbot.waitUntil(lambda: shown(notes) == [a, c, b, d])
    qtbot.waitUntil(lambda: notes.chosen() == [c])
    qtbot.keyClick(notes.list, Qt.Key.Key_Up, alt)
    qtbot.waitUntil(lambda: shown(notes) == [c, a, b, d])
    qtbot.keyClick(notes.list, Qt.Key.Key_Up, alt)
    notes.choose([a, b])
    qtbot.keyClick(notes.list, Qt.Key.Key_Down, alt)
    qtbot.waitUntil(lambda: shown(notes) == [c, d, a, b])
    window.services.undo.undo()
    qtbot.waitUntil(lambda: shown(notes) == [c, a, b, d])


def test_a_collection_is_put_in_order_by_dragging(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    new_collection(window, qtbot, marks[:3])
    a, b, c = marks[:3]
    data = notes.model.mimeData([notes.model.index(2)])
    notes.model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, notes.list.rootIndex())
    qtbot.waitUntil(lambda: shown(notes) == [c, a, b])
    notes.filters.set_sorting("reading", "none")
    qtbot.waitUntil(lambda: not notes.model.is_ordered_by_hand)
    notes.filters.set_sorting("given", "none")
    qtbot.waitUntil(lambda: notes.model.is_ordered_by_hand and shown(notes) == [c, a, b])


def test_notes_go_into_a_collection_and_out_of_it(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *args, **kwargs: ("摘一册", True))
    notes.choose([marks[0]])
    notes.collect_requested.emit(notes.chosen(), "")
    qtbot.waitUntil(lambda: collected(window) == [("摘一册", (marks[0],))])
    qtbot.waitUntil(lambda: bool(notes.collection_id()))
    collection = notes.collection_id()
    dropped = notes.model.mimeData([])
    assert not notes.collections.canDropMimeData(dropped, Qt.DropAction.CopyAction, -1, -1, notes.collections.index(0))
    notes.collections.notes_dropped.emit(collection, [marks[3], marks[0]])
    qtbot.waitUntil(lambda: collected(window) == [("摘一册", (marks[3], marks[0]))])
    qtbot.waitUntil(lambda: shown(notes) == [marks[3], marks[0]])
    notes.choose([marks[3]])
    assert notes.take_out.isVisible()
    notes.take_out.click()
    qtbot.waitUntil(lambda: collected(window) == [("摘一册", (marks[0],))])
    notes.collections.setData(notes.shelf.currentIndex(), "改了名")
    qtbot.waitUntil(lambda: collected(window)[0][0] == "改了名")
    qtbot.waitUntil(lambda: notes.shelf.currentIndex().data() == "改了名（1）")
    notes.drop.click()
    qtbot.waitUntil(lambda: collected(window) == [])
    qtbot.waitUntil(lambda: not notes.collection_id())
    assert len(window.services.annotating.notes()) == 5
    notes.collect_requested.emit([], "")
    qtbot.waitUntil(lambda: len(collected(window)) == 1)
    notes.collect_requested.emit([], "")
    qtbot.waitUntil(lambda: "已经有叫“摘一册”的摘编本" in notes.told.text())


def test_the_chosen_ones_are_exported_in_their_order(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    order = [marks[3], marks[0], marks[2]]
    new_collection(window, qtbot, order)
    notes.export.click()
    dialog = notes.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.wanted() == AnnotationFilter(ids=frozenset(order), order=tuple(order))
    document = window.services.exporting.document(dialog.wanted())
    assert [one.annotation.id for group in document.articles for one in group.notes] == order
    assert "选中的 3 条" in dialog.scope.currentText()
    dialog.close()


def test_bookmarks_are_toggled_shown_and_listed(window: MainWindow, marks: list[str], qtbot: QtBot) -> None:
    article = window.open.id
    act = window.actions_by_name["bookmark"].trigger
    act()
    qtbot.waitUntil(lambda: window.notice.text == "已加上书签。")
    qtbot.waitUntil(lambda: window.library.model.find(article).is_bookmarked)
    node = window.library.model.index_of(window.library.model.find(article))
    assert "有书签" in node.data(Qt.ItemDataRole.AccessibleTextRole)
    window.tree.grab()
    window.actions_by_name["bookmarks"].trigger()
    notes = window.all_notes.notes
    qtbot.waitUntil(lambda: notes.model.note_count() == 1)
    act()
    qtbot.waitUntil(lambda: window.notice.text == "已取下书签。")
    qtbot.waitUntil(lambda: notes.model.note_count() == 0)
    window.services.undo.undo()
    qtbot.waitUntil(lambda: notes.model.note_count() == 1)


def test_a_note_on_the_whole_article(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.actions_by_name["article_note"].trigger()
    qtbot.waitUntil(lambda: window.panel.selected_id() != "")
    window.panel.editor.text.setPlainText("读了三遍")
    window.panel.commit()
    annotating = window.services.annotating
    qtbot.waitUntil(lambda: [one.annotation.note for one in annotating.in_article(window.open.id)] == ["读了三遍"])
    window.actions_by_name["article_note"].trigger()
    window.operations.run(lambda: None, on_done=lambda _none: None)
    qtbot.waitUntil(lambda: len(window.open.notes) == 1 and window.open.notes[0].annotation.note == "读了三遍")
    assert window.open.notes[0].annotation.target.selectors is None
    window.actions_by_name["bookmark"].trigger()
    qtbot.waitUntil(lambda: window.notice.text == "已取下书签和写在上面的笔记。")


@pytest.mark.parametrize("name", theme_names())
def test_every_theme(notes: AllNotesWindow, qtbot: QtBot, name: str) -> None:
    notes.filters.set_sorting("reading", "color")
    qtbot.waitUntil(lambda: notes.model.rowCount() == 7)
    notes.set_theme(load_theme(name))
    notes.list.selectAll()
    notes.grab()


def test_everything_has_a_name_and_escape_leaves(notes: AllNotesWindow, qtbot: QtBot) -> None:
    filters = notes.filters
    named = [notes.list, notes.shelf, filters.words, filters.color, filters.tag, filters.author, filters.state]
    assert all(widget.accessibleName() for widget in [*named, filters.order, filters.grouping, notes.new, notes.drop])
    filters.words.setText("甲")
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert notes.isVisible()
    assert filters.words.text() == ""
    qtbot.keyClick(notes, Qt.Key.Key_Escape)
    assert not notes.isVisible()


def right_key(qtbot: QtBot, view: QWidget) -> None:
    """What the Menu key and Shift+F10 come to."""
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))


def words_of(menu: QMenu | None) -> list[str]:
    assert menu is not None and menu.isVisible()
    return [action.text() for action in menu.actions() if action.text()]


def test_rows_and_collections_have_menus_by_key(
    notes: AllNotesWindow, window: MainWindow, marks: list[str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: notes.model.known(marks[1]) is not None)
    notes.choose(marks[1:3])
    right_key(qtbot, notes.list)
    menu = notes.menus.list.menu
    assert words_of(menu) == ["到正文", "颜色", "加入摘编本", "标签…", "导出…", "删除"]
    assert menu is not None
    next(action for action in menu.actions() if action.text() == "删除").trigger()
    menu.close()
    qtbot.waitUntil(lambda: shown(notes) == [marks[0], *marks[3:]])
    assert notes.menus.of_note(notes.model.index(99)) is None
    right_key(qtbot, notes.shelf)
    assert words_of(notes.menus.shelf.menu) == ["＋ 新建摘编本"]
    new_collection(window, qtbot, [marks[3]])
    right_key(qtbot, notes.shelf)
    assert words_of(notes.menus.shelf.menu) == ["改名", "删除本册", "＋ 新建摘编本"]
    notes.choose([marks[3]])
    right_key(qtbot, notes.list)
    assert "移出本册" in words_of(notes.menus.list.menu)


def test_the_shelf_stands_row_below_row(notes: AllNotesWindow, qtbot: QtBot) -> None:
    first, second = (notes.shelf.model().index(row, 0) for row in (0, 1))
    qtbot.waitUntil(lambda: notes.shelf.visualRect(second).top() > notes.shelf.visualRect(first).bottom())


def test_headings_are_lower_than_notes_whatever_the_grouping(notes: AllNotesWindow, qtbot: QtBot) -> None:
    def heights() -> list[tuple[bool, int]]:
        headings = notes.model.headings()
        return [(row in headings, notes.list.rowHeight(row)) for row in range(notes.model.rowCount())]

    note = notes.list.rowHeight(0)
    for grouping, count in (("tag", 2), ("none", 0), ("author", 2)):
        notes.filters.set_sorting("reading", grouping)
        notes.filters.changed.emit()
        qtbot.waitUntil(lambda count=count: len(notes.model.headings()) == count)
        assert {height for is_heading, height in heights() if not is_heading} == {note}
        assert all(height < note * 0.8 for is_heading, height in heights() if is_heading)
