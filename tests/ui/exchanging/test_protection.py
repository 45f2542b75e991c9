"""Signatures and passwords as a person meets them: in 交笔记, 收笔记, 导出期刊包 and before an import."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.exchange import notes
from zbreader.exchange.sealing import is_sealed
from zbreader.model.person import Person
from zbreader.resources import resource
from zbreader.services.merge_report import MergeReport, PersonMerge
from zbreader.services.trusting import Origin, Standing
from zbreader.ui.exchanging.give import GiveDialog
from zbreader.ui.exchanging.pack import PackDialog
from zbreader.ui.exchanging.protection import ask_password
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.importing.packs import ask_about, words_about

KEY, OTHER = "A" * 43, "B" * 43
PERSON = Person("p1", "林溪", "一组")


@pytest.fixture
def issue(driven: Driven) -> str:
    driven.services.importing.import_files([resource("sample", "sample-issue.txt")])
    issue = driven.services.reading.issues()[0].id
    article = driven.services.reading.articles(issue)[0].id
    driven.services.annotating.add_bookmark(article)
    return issue


def give(driven: Driven, qtbot: QtBot) -> GiveDialog:
    dialog = GiveDialog(driven.services, driven.operations, None, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=LONG)
    return dialog


def test_notes_are_signed_on_wish_and_the_wish_is_remembered(
    driven: Driven, issue: str, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = give(driven, qtbot)
    assert not dialog.signing.wanted() and not dialog.signing.fingerprint.isVisible()
    dialog.signing.sign.click()
    qtbot.waitUntil(lambda: "会做一个" in dialog.signing.fingerprint.text(), timeout=LONG)
    path = tmp_path / "甲.zbnotes"
    with qtbot.waitSignal(dialog.written, timeout=LONG):
        dialog.save_to(path)
    assert notes.load(path.read_bytes(), path.name).signer is not None
    again = give_again(driven, qtbot)
    assert again.signing.wanted()
    shown = driven.services.trusting.own_fingerprint()
    qtbot.waitUntil(lambda: shown is not None and shown in again.signing.fingerprint.text(), timeout=LONG)


def give_again(driven: Driven, qtbot: QtBot) -> GiveDialog:
    dialog = GiveDialog(driven.services, driven.operations, None, None)
    qtbot.addWidget(dialog)
    return dialog


def test_a_password_is_written_twice_and_not_shown(driven: Driven, issue: str, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = give(driven, qtbot)
    first, second = dialog.secret.first, dialog.secret.second
    assert first.echoMode() is second.echoMode() is QLineEdit.EchoMode.Password
    assert not second.isVisible()
    first.setText("桥下的水 7")
    assert second.isVisible() and not dialog.save.isEnabled()
    second.setText("桥下的水 8")
    assert not dialog.save.isEnabled()
    second.setText("桥下的水 7")
    assert dialog.save.isEnabled()
    path = tmp_path / "甲.zbnotes"
    with qtbot.waitSignal(dialog.written, timeout=LONG):
        dialog.save_to(path)
    assert is_sealed(path.read_bytes())
    first.setText("短")
    second.setText("短")
    assert not dialog.save.isEnabled()


def test_a_password_is_asked_without_an_echo(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[str | None] = []
    dialog = ask_password(parent, "收笔记", "甲.zbnotes 加了密码", answers.append)
    assert dialog.textEchoMode() is QLineEdit.EchoMode.Password
    dialog.setTextValue("桥下的水 7")
    dialog.accept()
    ask_password(parent, "收笔记", "甲.zbnotes 加了密码", answers.append).reject()
    assert answers == ["桥下的水 7", None]
    assert parent.findChild(QInputDialog) is not None


def test_what_a_signature_says_stands_in_the_report(qtbot: QtBot) -> None:
    people = (PersonMerge(PERSON, added=1),)
    quiet = Origin("甲.zbnotes", PERSON, None, Standing.UNSIGNED)
    dialog = ReportDialog(MergeReport(added=1, people=people, origins=(quiet,)), files=1)
    qtbot.addWidget(dialog)
    item = dialog.people.topLevelItem(0)
    assert item is not None and item.text(9) == "没有"
    assert dialog.origins.text() == "" and dialog.take.isDefault()
    changed = Origin("甲.zbnotes", PERSON, KEY, Standing.CHANGED, OTHER)
    dialog = ReportDialog(MergeReport(added=1, people=people, origins=(quiet, changed)), files=2)
    qtbot.addWidget(dialog)
    item = dialog.people.topLevelItem(0)
    assert item is not None and item.text(9) == "变了"
    assert changed.fingerprint in dialog.origins.text()
    assert dialog.take.text() == "已核对，收进来" and not dialog.take.isDefault()


def test_many_new_signatures_are_told_shortly(qtbot: QtBot) -> None:
    origins = tuple(Origin(f"{n}.zbnotes", Person(f"p{n}", f"第{n}人"), KEY, Standing.NEW) for n in range(9))
    dialog = ReportDialog(MergeReport(added=1, origins=origins), files=9)
    qtbot.addWidget(dialog)
    assert dialog.origins.text().count("\n") == 4 and "另有 5 份" in dialog.origins.text()


def test_issues_are_packed_from_the_window(driven: Driven, issue: str, qtbot: QtBot, tmp_path: Path) -> None:
    issues = driven.services.reading.issues()
    dialog = PackDialog(driven.services, driven.operations, issues, None)
    qtbot.addWidget(dialog)
    assert not dialog.save.isEnabled()
    dialog.issues.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.save.isEnabled() and [id_ for id_, _ in dialog.chosen()] == [issue]
    dialog.signing.sign.click()
    with qtbot.waitSignal(dialog.written, timeout=LONG) as told:
        dialog.save_to(tmp_path / "一.zbissue")
    assert told.args == [str(tmp_path / "一.zbissue"), 1]
    [origin] = driven.services.trusting.origins_of_packs([tmp_path])
    assert origin.standing is Standing.OWN
    preset = PackDialog(driven.services, driven.operations, issues, issue)
    qtbot.addWidget(preset)
    assert [id_ for id_, _ in preset.chosen()] == [issue]


def test_a_pack_of_somebody_new_is_asked_about_before_its_import(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []
    ask_about([Origin("旧.zbissue", None, None, Standing.UNSIGNED)], parent, lambda: done.append("quiet"))
    assert done == ["quiet"]
    changed = Origin("甲.zbissue", PERSON, KEY, Standing.CHANGED, OTHER)
    ask_about([changed], parent, lambda: done.append("changed"))
    [box] = parent.findChildren(QMessageBox)
    assert changed.fingerprint in box.informativeText() and done == ["quiet"]
    [go] = [button for button in box.findChildren(QPushButton) if "导入" in button.text()]
    go.click()
    assert done == ["quiet", "changed"]


def test_who_made_a_pack_is_told_with_what_came_of_it() -> None:
    known = Origin("甲.zbissue", PERSON, KEY, Standing.KNOWN)
    assert words_about([known]) == "甲.zbissue：林溪制作并签名，签名与以前的相同，签名之后没有改动。"
    assert words_about([Origin("旧.zbissue", None, None, Standing.UNSIGNED)]) == ""
