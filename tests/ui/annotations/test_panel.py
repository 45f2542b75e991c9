"""The panel: what it asks for, and that typing is never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from zbreader.model.annotation import PlacedAnnotation
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.selector import AnchorState
from zbreader.services.prompting import Prompt
from zbreader.ui.annotations.notes_model import ID_ROLE
from zbreader.ui.annotations.panel import NotesPanel
from zbreader.ui.theme.theme import load_theme, theme_names


@pytest.fixture
def panel(qtbot, make_note) -> NotesPanel:
    panel = NotesPanel(load_theme("paper"))
    qtbot.addWidget(panel)
    panel.resize(340, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.set_notes([make_note("a", 5, note="旧"), make_note("b", 30, tags=("方法",)), make_note("c", 60)])
    return panel


def changed(placed: PlacedAnnotation, **fields: object) -> PlacedAnnotation:
    return replace(placed, annotation=replace(placed.annotation, **fields))


def notes_of(panel: NotesPanel) -> dict[str, PlacedAnnotation]:
    return {placed.annotation.id: placed for placed in panel.model.notes()}


def button(panel: NotesPanel, name: str) -> QAbstractButton:
    return next(each for each in panel.editor.findChildren(QAbstractButton) if each.accessibleName() == name)


def test_clicking_a_row_activates_it(panel: NotesPanel, qtbot) -> None:
    box = panel.list.visualRect(panel.filter.index(1, 0))
    with qtbot.waitSignal(panel.annotation_activated) as told:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args == ["b"]
    assert panel.selected_id() == "b"
    assert panel.editor.tags.text() == "方法"


def test_choosing_from_outside_is_not_told_back(panel: NotesPanel, qtbot) -> None:
    with qtbot.assertNotEmitted(panel.annotation_activated):
        panel.select("c")
    assert panel.selected_id() == "c"
    panel.select("never there")
    assert panel.selected_id() == "c"


def test_arrows_in_the_list_show_the_passage(panel: NotesPanel, qtbot) -> None:
    panel.select("a")
    panel.list.setFocus()
    with qtbot.waitSignal(panel.annotation_activated) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert told.args == ["b"]


def test_what_is_typed_saves_itself(panel: NotesPanel, qtbot) -> None:
    panel.edit("a")
    with qtbot.waitSignal(panel.note_edited, timeout=3000) as told:
        qtbot.keyClicks(panel.editor.text, "x")
    assert told.args == ["a", "x旧"]


def test_leaving_a_note_saves_it_under_its_own_id(panel: NotesPanel, qtbot) -> None:
    told = []
    panel.note_edited.connect(lambda *args: told.append(args))
    panel.edit("a")
    qtbot.keyClicks(panel.editor.text, "x")
    panel.select("b")
    assert told == [("a", "x旧")]
    assert panel.editor.text.toPlainText() == ""
    panel.select("a")
    panel.commit()
    assert told == [("a", "x旧")], "nothing was typed since"


def test_committing_before_the_window_closes(panel: NotesPanel, qtbot) -> None:
    panel.edit("a")
    qtbot.keyClicks(panel.editor.text, "x")
    with qtbot.waitSignal(panel.note_edited):
        panel.commit()


def test_an_echo_of_an_earlier_save_does_not_undo_typing(panel: NotesPanel, qtbot) -> None:
    notes = notes_of(panel)
    panel.edit("a")
    qtbot.keyClicks(panel.editor.text, "1")
    panel.commit()
    qtbot.keyClicks(panel.editor.text, "2")
    panel.commit()
    panel.set_notes([changed(notes["a"], note="1旧"), notes["b"]])
    assert panel.editor.text.toPlainText() == "12旧"
    qtbot.keyClicks(panel.editor.text, "3")
    panel.set_notes([changed(notes["a"], note="12旧"), notes["b"]])
    assert panel.editor.text.toPlainText() == "123旧"


def test_an_undo_from_elsewhere_is_shown(panel: NotesPanel, qtbot) -> None:
    notes = notes_of(panel)
    panel.edit("a")
    qtbot.keyClicks(panel.editor.text, "1")
    panel.commit()
    panel.refresh(changed(notes["a"], note="1旧"))
    panel.refresh(notes["a"])
    assert panel.editor.text.toPlainText() == "旧"
    with qtbot.assertNotEmitted(panel.note_edited):
        panel.commit()


def test_new_notes_leave_choice_and_typing_alone(panel: NotesPanel, qtbot, make_note) -> None:
    panel.edit("b")
    qtbot.keyClicks(panel.editor.text, "y")
    panel.set_notes([*notes_of(panel).values(), make_note("new", 1)])
    assert panel.selected_id() == "b"
    assert panel.list.currentIndex().data(ID_ROLE) == "b"
    assert panel.editor.text.toPlainText() == "y"
    assert panel.editor.text.hasFocus()


def test_a_note_that_is_gone_leaves_the_editor(panel: NotesPanel) -> None:
    panel.select("c")
    panel.set_notes([placed for key, placed in notes_of(panel).items() if key != "c"])
    assert panel.selected_id() != "c"
    panel.set_notes([])
    assert panel.selected_id() == ""
    assert not panel.editor.isEnabled()


def test_tags_are_told_as_a_list(panel: NotesPanel, qtbot) -> None:
    panel.select("b")
    panel.editor.tags.setText("方法、 领学，#方法;存疑")
    with qtbot.waitSignal(panel.tags_edited) as told:
        qtbot.keyClick(panel.editor.tags, Qt.Key.Key_Return)
    assert told.args == ["b", ["方法", "领学", "存疑"]]
    with qtbot.assertNotEmitted(panel.tags_edited):
        panel.commit()


def test_tags_of_the_library_and_of_the_article_are_offered(panel: NotesPanel, make_note) -> None:
    panel.set_known_tags(["领学"])
    panel.set_notes([make_note("a", 5, tags=("存疑", "领学"))])
    assert panel.editor.tags._known.stringList() == ["领学", "存疑"]


def test_colours_and_styles_are_asked_for(panel: NotesPanel, qtbot) -> None:
    panel.select("a")
    with qtbot.waitSignal(panel.color_changed) as told:
        button(panel, "紫色").click()
    assert told.args == ["a", HighlightColor.PURPLE, MarkStyle.HIGHLIGHT]
    panel.refresh(changed(notes_of(panel)["a"], color=HighlightColor.PURPLE))
    with qtbot.waitSignal(panel.color_changed) as told:
        button(panel, "波浪线").click()
    assert told.args == ["a", HighlightColor.PURPLE, MarkStyle.WAVY]
    with qtbot.assertNotEmitted(panel.color_changed):
        panel.select("b")
        button(panel, "黄色").click()
    assert button(panel, "黄色").isChecked()


def test_deleting_is_asked_for_by_button_and_by_key(panel: NotesPanel, qtbot) -> None:
    panel.select("a")
    with qtbot.waitSignal(panel.delete_requested) as told:
        button(panel, "删除这条标记和笔记").click()
    assert told.args == ["a"]
    with qtbot.waitSignal(panel.delete_requested):
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)


def test_filtering_by_words_and_colour_and_why_nothing_is_seen(panel: NotesPanel, make_note) -> None:
    panel.filter_field.setText("#方法")
    assert panel.filter.rowCount() == 1
    panel.filter_field.setText("没有这个词")
    assert panel._stack.currentWidget() is panel._empty
    assert panel._empty.text() == "没有符合条件的笔记"
    panel.select("c")
    assert panel.selected_id() == "c"
    assert panel.filter_field.text() == "", "a filter that hides what is to be seen is taken away"
    panel._set_color(HighlightColor.GREEN)
    assert panel.filter.rowCount() == 0
    panel.clear_filter()
    assert panel.filter.rowCount() == 3
    panel.set_notes([])
    assert panel._empty.text().startswith("还没有笔记")


def test_a_huge_note_and_strange_characters_can_be_shown_and_edited(panel: NotesPanel, qtbot, make_note) -> None:
    strange = "一\x00二\u2029三\xa0\ufffc四𠮷😀\ud800"
    panel.set_notes(
        [
            make_note("huge", 1, quote="长" * 5000, note="很长的笔记，" * 16_700, tags=("签" * 300,)),
            make_note("strange", 2, quote=strange, note=strange.replace("\ud800", ""), tags=(strange[:3],)),
            make_note("lost", None, note="", state=AnchorState.UNPLACED),
        ]
    )
    panel.grab()
    told = []
    panel.note_edited.connect(lambda *args: told.append(args))
    for identity in ("huge", "strange", "lost"):
        panel.edit(identity)
        panel.grab()
    panel.commit()
    assert told == [], "looking at a note is not editing it"
    panel.edit("huge")
    qtbot.keyClicks(panel.editor.text, "x")
    panel.commit()
    assert told[0][1] == "x" + "很长的笔记，" * 16_700


def test_rows_are_as_high_as_their_words_need(panel: NotesPanel) -> None:
    heights = [panel.list.visualRect(panel.filter.index(row, 0)).height() for row in range(3)]
    assert heights[0] > heights[2]
    assert heights[1] > heights[2]


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_can_be_put_on(panel: NotesPanel, name: str) -> None:
    panel.set_theme(load_theme(name))
    panel.select("a")
    panel.grab()


def test_everything_has_a_name_for_screen_readers(panel: NotesPanel) -> None:
    widgets = [panel, panel.list, panel.filter_field, panel.editor.text, panel.editor.tags]
    widgets += panel.editor.findChildren(QAbstractButton)
    assert all(widget.accessibleName() for widget in widgets)


def test_prompts_are_offered_inserted_and_can_be_changed(panel: NotesPanel, qtbot) -> None:
    panel.edit("b")
    menu = panel.editor.prompt_button.menu()
    menu.fill()
    assert [action.text()[3:] for action in menu.actions()[:2]] == ["三问", "三个摆进去"]
    with qtbot.waitSignal(panel.note_edited, timeout=3000) as told:
        menu.actions()[0].trigger()
    assert told.args == ["b", "是什么：\n为什么：\n怎么做："]
    panel.editor.prompts = lambda: [Prompt("自问", ("做了没有：",))]
    menu.fill()
    assert menu.actions()[0].text() == "&1 自问"
    with qtbot.waitSignal(panel.editor.prompts_change_requested):
        menu.actions()[-1].trigger()


def test_escape_in_the_editor_saves_and_goes_back(panel: NotesPanel, qtbot) -> None:
    panel.edit("a")
    qtbot.keyClicks(panel.editor.text, "x")
    with qtbot.waitSignals([panel.note_edited, panel.left]):
        qtbot.keyClick(panel.editor.text, Qt.Key.Key_Escape)


def test_filtering_by_state_and_author(panel: NotesPanel, make_note) -> None:
    lost = make_note("lost", None, state=AnchorState.UNPLACED)
    panel.set_notes([make_note("a", 1), changed(make_note("b", 2), creator="乙"), lost])
    menu = panel._color_button.menu()
    panel._fill_filter_menu(menu)
    by_name = {action.text(): action for action in menu.actions()}
    assert {"未署名", "乙", "没有找到位置", "黄色"} <= by_name.keys()
    by_name["没有找到位置"].trigger()
    assert [panel.filter.index(row, 0).data(ID_ROLE) for row in range(panel.filter.rowCount())] == ["lost"]
    by_name["乙"].trigger()
    assert panel.filter.rowCount() == 0
    assert panel.filter.is_narrow()
    by_name["全部笔记"].trigger()
    assert panel.filter.rowCount() == 3
    assert not panel.filter.is_narrow()
    by_name["乙"].trigger()
    assert [panel.filter.index(row, 0).data(ID_ROLE) for row in range(panel.filter.rowCount())] == ["b"]


@pytest.mark.parametrize(("width", "rows"), [(330, 1), (165, 2)])
def test_the_buttons_of_a_note_stand_whole_in_a_narrow_panel(panel: NotesPanel, qtbot, width: int, rows: int) -> None:
    panel.resize(width, 700)
    names = ["黄色", "绿色", "蓝色", "粉色", "紫色", "高亮", "下划线", "波浪线", "删除这条标记和笔记"]
    buttons = [button(panel, name) for name in names]
    qtbot.waitUntil(lambda: len({each.y() for each in buttons}) == rows)
    for each in buttons:
        assert each.width() >= each.iconSize().width() + 6
        assert each.geometry().right() <= panel.editor.width()
