"""Who I am, handing over, what taking in would bring, and the shared folder, as a person meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driving import Driven
from zbreader.model.errors import KnownError
from zbreader.model.person import Person
from zbreader.model.session import Session
from zbreader.services.merge_report import MergeReport, PersonMerge, UnreadFile
from zbreader.services.people import People
from zbreader.services.session_gathering import SessionMerge
from zbreader.services.sharing import SharedFolder
from zbreader.store import people as stored
from zbreader.ui.exchanging.give import GiveDialog
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.exchanging.share import ShareDialog, shared_words
from zbreader.ui.exchanging.who import WhoDialog, maybe_oneself


@pytest.fixture
def people(driven: Driven) -> People:
    return driven.services.people


def dialog_of(people: People, qtbot: QtBot) -> WhoDialog:
    dialog = WhoDialog(people, people.here(), people.current())
    qtbot.addWidget(dialog)
    return dialog


def test_a_first_name_a_second_person_and_back(people: People, qtbot: QtBot) -> None:
    first = dialog_of(people, qtbot)
    assert (first.who.currentText(), first.deed()) == ("我（还没有填姓名）", None)
    first.name.setText(" 林溪 ")
    first.group.setText("一组")
    deed = first.deed()
    assert deed is not None
    deed()
    assert (people.current().name, people.current().group) == ("林溪", "一组")

    second = dialog_of(people, qtbot)
    second.who.setCurrentIndex(second.who.count() - 1)
    assert (second.name.text(), second.group.text(), second.deed()) == ("", "一组", None)
    second.name.setText("周望川")
    deed = second.deed()
    assert deed is not None
    deed()
    assert people.current().name == "周望川"

    third = dialog_of(people, qtbot)
    assert third.person_to_remove() is None
    third.who.setCurrentIndex(third.who.findText("林溪"))
    removed = third.person_to_remove()
    assert removed is not None and removed.name == "林溪"
    third.name.setText("林小溪")
    deed = third.deed()
    assert deed is not None
    deed()
    assert people.current().name == "林小溪"


def test_oneself_at_another_machine_is_offered_and_becomes_the_profile(
    people: People, driven: Driven, qtbot: QtBot
) -> None:
    people.describe("林溪", "一组")
    other, stranger = Person("11111111-1111-4111-8111-111111111111", "林溪", "二组", 3), Person("p3", "周望川")
    with driven.services.database.write() as connection:
        stored.put(connection, [other, stranger])
    dialog = WhoDialog(people, people.here(), people.current(), elsewhere=people.known())
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [dialog.who.itemText(row) for row in range(dialog.who.count())]
    assert shown == ["林溪（一组）", "这也是我：林溪（二组）", "另一个人…"]
    assert not dialog.same.isVisible()
    dialog.who.setCurrentIndex(1)
    assert dialog.same.isVisible() and (dialog.group.text(), dialog.person_to_remove()) == ("二组", None)
    deed = dialog.deed()
    assert deed is not None
    deed()
    assert people.current() == other and other in people.here()


def test_as_long_as_nobody_has_a_name_everybody_may_be_oneself() -> None:
    known = [Person("p1", "甲"), Person("p2", ""), Person("p3", "乙")]
    assert maybe_oneself(known, [Person("me")]) == [known[0], known[2]]
    assert maybe_oneself(known, [Person("me", "乙"), Person("p1", "甲")]) == [known[2]]


def test_what_would_come_is_told_person_by_person(qtbot: QtBot) -> None:
    namesakes = (Person("p1", "李明", "一组"), Person("p2", "李明", "二组"))
    brought = tuple(PersonMerge(one, added=number, waiting=1, unplaced=1) for number, one in enumerate(namesakes, 1))
    unread = (UnreadFile(Path("坏.zbnotes"), KnownError("文件 {file} 不完整。", file="坏.zbnotes")),)
    dialog = ReportDialog(MergeReport(added=3, unplaced=2, waiting=2, people=brought, unread=unread), files=3)
    qtbot.addWidget(dialog)
    rows = [dialog.people.topLevelItem(row) for row in range(dialog.people.topLevelItemCount())]
    assert [[row.text(column) for column in (0, 2, 6, 7)] for row in rows] == [
        ["李明（一组）", "1", "1", ""],
        ["李明（二组）", "2", "1", ""],
    ]
    assert "坏.zbnotes" in dialog.unread.text()
    assert dialog.take.isEnabled()
    assert dialog.sessions.isHidden()
    plans = [SessionMerge(Session("s", f"2031-06-{day}", theme="灯"), day == 10, day - 10) for day in range(10, 16)]
    planned = ReportDialog(MergeReport(sessions=tuple(plans)), files=1)
    qtbot.addWidget(planned)
    assert planned.take.isEnabled() and planned.people.isHidden()
    first, second, *_, last = planned.sessions.text().split("\n")
    assert (first, last) == ("新的学习会：2031-06-10《灯》", "还有 2 次学习会。")
    assert second == "学习会的计划有改动：2031-06-11《灯》，其中 1 处您自己改过，照您的"
    nothing = ReportDialog(MergeReport(unread=unread), files=1)
    qtbot.addWidget(nothing)
    assert not nothing.take.isEnabled()


def test_handing_over_offers_a_session_and_says_how_many(driven: Driven, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = GiveDialog(driven.services, driven.operations, None, None)
    qtbot.addWidget(dialog)
    assert [dialog.scope.itemText(row) for row in range(dialog.scope.count())] == ["上次交出以后的", "全部笔记"]
    dialog.set_session("四月学习", ["a1", "a2"])
    assert dialog.portion().article_ids == ("a1", "a2")
    qtbot.waitUntil(lambda: "没有" in dialog.count.text())
    assert not dialog.save.isEnabled()


def test_the_shared_folder_is_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ShareDialog(None)
    qtbot.addWidget(dialog)
    assert not dialog.now.isEnabled()
    with qtbot.waitSignal(dialog.telling_read):
        dialog.tell_read.click()
    dialog.set_folder(tmp_path)
    assert str(tmp_path) in dialog.place.text()
    with qtbot.waitSignal(dialog.sync_requested):
        dialog.now.click()
    dialog.show_busy()
    assert not dialog.now.isEnabled()
    dialog.show_state(SharedFolder(tmp_path, read=1, known=2, unfinished=("半截.zbnotes",)))
    assert "3 份" in dialog.state.text() and "半截.zbnotes" in dialog.state.text()
    assert "打不开" in shared_words(SharedFolder(tmp_path, is_there=False))
    assert "还没有别人" in shared_words(SharedFolder(tmp_path))
    with qtbot.waitSignal(dialog.folder_chosen) as told:
        dialog.stop.click()
    assert told.args == [None]
