"""Whose signatures are remembered, as the settings show it; forgetting one; files with a wrong one in the folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from tools.save_schema import MOMENT, marks
from zbreader.exchange import notes, signing
from zbreader.exchange.notes import NotesFile
from zbreader.model.errors import KnownError
from zbreader.model.person import Person
from zbreader.services.settings import SIGNERS
from zbreader.services.sharing import Doubt, SharedFolder
from zbreader.services.trusting import Origin, Standing
from zbreader.ui.exchanging.share import ShareDialog, shared_words
from zbreader.ui.main_window import MainWindow

KEY, OTHER = "A" * 43, "B" * 43
KNOWN = {
    "p1": {"key": KEY, "name": "林溪", "since": "2031-04-01T08:00:00Z"},
    "p2": {"key": OTHER, "also": [KEY], "name": "", "since": ""},
}


def test_a_signer_is_forgotten_when_the_settings_are_accepted(window: MainWindow, qtbot: QtBot) -> None:
    services = window.services
    dialog = window.deeds.preferences()
    qtbot.waitUntil(lambda: dialog.signer_page.list.count() == 1)
    assert "还没有收到过" in dialog.signer_page.list.item(0).text() and "我还没有签名" in dialog.signer_page.own.text()
    dialog.reject()
    services.settings.set(SIGNERS, KNOWN)
    services.trusting.own_seed()
    for accepted in (False, True):
        dialog = window.deeds.preferences()
        page = dialog.signer_page
        qtbot.waitUntil(lambda page=page: page.list.count() == 2)
        assert page.list.item(0).text().startswith("未署名的人") and page.list.item(0).text().count("\n") == 2
        assert page.list.item(1).text() == f"林溪　2031-04-01 起\n{signing.fingerprint(KEY)}"
        assert services.trusting.own_fingerprint() in page.own.text()
        assert not page.forget.isEnabled()
        page.list.setCurrentRow(1)
        page.forget.click()
        assert page.list.count() == 1
        dialog.accept() if accepted else dialog.reject()
    qtbot.waitUntil(lambda: [one.id for one in services.trusting.signers()] == ["p2"])
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: len(services.trusting.signers()) == 2)


def test_refused_files_are_told_in_sentences_and_can_be_taken(qtbot: QtBot) -> None:
    changed = Doubt(Origin("甲.zbnotes", Person("p1", "林溪"), OTHER, Standing.CHANGED, KEY), "1" * 64)
    missing = Doubt(Origin("乙.zbnotes", Person("p2", "何清"), None, Standing.MISSING, KEY), "2" * 64)
    broken = KnownError("文件 {file} 签名之后被改动过，不可信，没有读取。请向制作的人重新要一份。", file="丙.zbnotes")
    shared = SharedFolder(Path("夹"), broken=(broken,), doubtful=(changed, missing))
    words = shared_words(shared)
    assert "丙.zbnotes 签名之后被改动过" in words and "签名却与以前记住的不是同一个" in words
    assert words.splitlines()[-1] == "没有收下。乙.zbnotes：何清制作，没有签名（以前的有签名）。"
    many = shared_words(SharedFolder(Path("夹"), doubtful=(changed,) * 9))
    assert many.count("没有收下。请注意") == 4 and "另有 5 份文件的签名不对" in many
    dialog = ShareDialog(Path("夹"))
    qtbot.addWidget(dialog)
    dialog.show_state(SharedFolder(Path("夹"), broken=(broken,)))
    assert dialog.take.isHidden()
    dialog.show_state(shared)
    assert not dialog.take.isHidden()
    with qtbot.waitSignal(dialog.accepted_doubtful) as taken:
        dialog.take.click()
    assert taken.args == [frozenset({"1" * 64, "2" * 64})]


def test_a_changed_signature_in_the_folder_is_told_once_and_taken_from_the_dialog(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder, person = tmp_path / "共享", Person("p1", "林溪")
    folder.mkdir()

    def put(seed: bytes, note: str) -> None:
        mark = replace(marks()[0], creator="林溪", creator_id="p1", note=note, revision=len(note))
        file = NotesFile([mark], person, [person])
        (folder / "林溪.zbnotes").write_bytes(notes.dump(file, made=MOMENT, generator_version="1", seed=seed))

    def texts() -> list[str | None]:
        return [one.annotation.note for one in window.services.annotating.notes()]

    put(bytes(32), "一稿")
    window.services.sharing.share(folder)
    window.exchange.sync()
    qtbot.waitUntil(lambda: texts() == ["一稿"])
    put(bytes(range(32)), "第二稿")
    window.notice.hide()
    window.exchange.sync()
    qtbot.waitUntil(lambda: "签名却与以前记住的不是同一个" in window.notice.text)
    window.notice.hide()
    window.exchange.sync()
    qtbot.waitUntil(lambda: not window.operations.tasks)
    assert (window.notice.text, texts()) == ("", ["一稿"])
    window.exchange.look_at_folder()
    dialog = window.findChild(ShareDialog)
    qtbot.waitUntil(lambda: not dialog.take.isHidden())
    dialog.take.click()
    qtbot.waitUntil(lambda: texts() == ["第二稿"])
    qtbot.waitUntil(lambda: dialog.take.isHidden() and "已同步" in dialog.state.text())
    dialog.reject()
