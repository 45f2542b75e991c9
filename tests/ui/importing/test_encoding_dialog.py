"""Asking for an encoding: what each would read is shown, the choice is believed, and nobody is asked for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.model.source import ENCODING_NAMES
from zbreader.services.encodings import Doubtful, doubtful_in
from zbreader.ui.importing.controller import ImportController
from zbreader.ui.importing.encoding_dialog import EncodingDialog
from zbreader.ui.importing.preview import PreviewDialog
from zbreader.ui.notice import NoticeBar
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import load_theme

TEXT = "渡口的茶\n\n老人說，茶要慢慢喝。\n"


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    """Three texts too short to be sure of."""
    found = [tmp_path / f"{number}.txt" for number in range(3)]
    for number, path in enumerate(found):
        path.write_bytes(f"{number}{TEXT}".encode("big5"))
    return found


def asked_about(papers: list[Path]) -> list[Doubtful]:
    found = [doubtful_in(path) for path in papers]
    assert None not in found
    return [one for one in found if one is not None]


def opened(qtbot: QtBot, papers: list[Path]) -> tuple[EncodingDialog, list[tuple[dict[Path, str], set[Path]]]]:
    dialog, answers = EncodingDialog(asked_about(papers)), []
    qtbot.addWidget(dialog)
    dialog.chosen.connect(lambda encodings, skipped: answers.append((encodings, skipped)))
    dialog.show()
    return dialog, answers


def choose(dialog: EncodingDialog, encoding: str) -> None:
    (item,) = dialog.encodings.findItems(ENCODING_NAMES[encoding], Qt.MatchFlag.MatchExactly)
    dialog.encodings.setCurrentItem(item)


def test_what_each_encoding_reads_is_shown(qtbot: QtBot, papers: list[Path]) -> None:
    dialog, _ = opened(qtbot, papers[:1])
    choose(dialog, "big5hkscs")
    assert dialog.sample.toPlainText() == "0渡口的茶\n老人說，茶要慢慢喝。"
    choose(dialog, "gb18030")
    assert "渡口" not in dialog.sample.toPlainText()
    assert dialog.skip.isHidden() and dialog.rest.isHidden()


def test_one_file_after_another_by_key(qtbot: QtBot, papers: list[Path]) -> None:
    dialog, answers = opened(qtbot, papers)
    choose(dialog, "big5hkscs")
    qtbot.keyClick(dialog.encodings, Qt.Key.Key_Return)
    assert answers == [] and not dialog.skip.isHidden()
    dialog.skip.click()
    choose(dialog, "utf-16-le")
    dialog.take.click()
    assert answers == [({papers[0]: "big5hkscs", papers[2]: "utf-16-le"}, {papers[1]})]


def test_the_rest_alike(qtbot: QtBot, papers: list[Path]) -> None:
    dialog, answers = opened(qtbot, papers)
    choose(dialog, "big5hkscs")
    dialog.rest.setChecked(True)
    dialog.take.click()
    assert answers == [(dict.fromkeys(papers, "big5hkscs"), set())]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def controller(driven: Driven, window: QWidget) -> ImportController:
    return ImportController(driven.services, driven.operations, NoticeBar(window), window)


def question(qtbot: QtBot, window: QWidget) -> EncodingDialog:
    qtbot.waitUntil(lambda: window.findChild(EncodingDialog) is not None, timeout=LONG)
    dialog = window.findChild(EncodingDialog)
    assert dialog is not None
    return dialog


def test_an_import_asks_and_remembers(qtbot: QtBot, driven: Driven, window: QWidget, papers: list[Path]) -> None:
    importing = controller(driven, window)
    importing.bring(papers[:1])
    dialog = question(qtbot, window)
    assert driven.services.reading.issues() == []
    choose(dialog, "big5hkscs")
    with qtbot.waitSignal(importing.imported, timeout=LONG):
        dialog.take.click()
    (summary,) = driven.services.reading.issues()
    (article,) = driven.services.reading.issue(summary.id).articles
    assert article.paragraphs[0].text == "老人說，茶要慢慢喝。"
    assert driven.services.importing.doubtful_encodings(papers[:1]) == []


def test_what_is_skipped_does_not_come(qtbot: QtBot, driven: Driven, window: QWidget, papers: list[Path]) -> None:
    importing = controller(driven, window)
    importing.bring(papers[:2])
    dialog = question(qtbot, window)
    dialog.skip.click()
    choose(dialog, "big5hkscs")
    with qtbot.waitSignal(importing.imported, timeout=LONG):
        dialog.take.click()
    assert len(driven.services.reading.issues()) == 1


def test_the_preview_reads_in_what_was_chosen(
    qtbot: QtBot, driven: Driven, window: QWidget, papers: list[Path]
) -> None:
    importing = controller(driven, window)
    driven.services.settings.set(keys.PREVIEW_FIRST, True)
    importing.bring(papers[:1])
    dialog = question(qtbot, window)
    choose(dialog, "big5hkscs")
    with qtbot.waitSignal(importing.preview_wanted, timeout=LONG) as wanted:
        dialog.take.click()
    assert wanted.args == [papers[:1], {papers[0]: "big5hkscs"}]


def test_the_preview_can_be_read_otherwise(qtbot: QtBot, driven: Driven, papers: list[Path]) -> None:
    dialog = PreviewDialog(driven.services, driven.operations, load_theme("paper"), papers[:1])
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.previews), timeout=LONG)
    dialog.encoding.click()
    choice = dialog.findChild(EncodingDialog)
    assert choice is not None
    choose(choice, "gb18030")
    choice.take.click()
    qtbot.waitUntil(lambda: bool(dialog.previews), timeout=LONG)
    issue = dialog.previews[0].issue
    assert issue is not None and "渡口" not in str(issue.articles)
    assert dialog.encodings == {papers[0]: "gb18030"}
