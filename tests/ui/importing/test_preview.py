"""The preview of an import: what it would give is shown, nothing is changed, and looking can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.model.errors import Cancelled
from zbreader.resources import resource
from zbreader.services.jobs import Job
from zbreader.ui.correcting.findings_model import ROLE_PLACE
from zbreader.ui.correcting.outline import Part
from zbreader.ui.importing.preview import PreviewDialog
from zbreader.ui.importing.preview_data import doubts_of, look_into, preview_outline
from zbreader.ui.settings import keys
from zbreader.ui.theme.theme import load_theme

SAMPLE = resource("sample", "sample-issue.txt")


def shown(qtbot: QtBot, driven: Driven, *paths: Path) -> PreviewDialog:
    dialog = PreviewDialog(driven.services, driven.operations, load_theme("paper"), paths)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog.previews), timeout=LONG)
    return dialog


def test_what_would_come_is_shown_and_nothing_comes(qtbot: QtBot, driven: Driven) -> None:
    dialog = shown(qtbot, driven, SAMPLE)
    issue = dialog.previews[0].issue
    assert issue is not None and dialog.previews[0].document is not None
    top = dialog.outline_model.index(0, 0, QModelIndex())
    assert top.data() == dialog.previews[0].title
    titles = [node.title for node in dialog.outline_model.root.walk() if node.part is Part.ARTICLE]
    assert sorted(titles) == sorted(article.title for article in issue.articles)
    assert dialog.findings_model.rowCount() == len(issue.findings)
    assert dialog.bring.isEnabled()
    assert driven.services.reading.issues() == []


def test_a_doubtful_place_shows_its_lines(qtbot: QtBot, driven: Driven) -> None:
    dialog = shown(qtbot, driven, SAMPLE)
    dialog.findings.step(1)
    finding = dialog.findings_model.findings[0]
    assert finding.confidence == min(one.confidence for one in dialog.findings_model.findings)
    assert dialog.source.chosen() == finding.lines
    node = dialog.outline.current_node()
    assert node is not None and set(finding.lines) <= set(node.lines)


def test_import_and_cancel(qtbot: QtBot, driven: Driven) -> None:
    dialog = shown(qtbot, driven, SAMPLE)
    asked: list[list[Path]] = []
    dialog.import_requested.connect(asked.append)
    dialog.bring.click()
    assert asked == [[SAMPLE]] and not dialog.isVisible()
    again = shown(qtbot, driven, SAMPLE)
    again.import_requested.connect(asked.append)
    again.reject()
    assert len(asked) == 1


def test_closing_stops_the_looking(qtbot: QtBot, driven: Driven, tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_bytes(SAMPLE.read_bytes())
    dialog = PreviewDialog(driven.services, driven.operations, load_theme("paper"), [tmp_path])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.bring.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not driven.operations.tasks, timeout=LONG)
    assert not dialog.previews


def test_looking_ends_when_it_is_cancelled(driven: Driven) -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        look_into(driven.services, [SAMPLE], job)


def test_what_cannot_be_read_is_said_first(driven: Driven, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    driven.services.importing.import_files([SAMPLE])
    previews = look_into(driven.services, [SAMPLE, empty], Job())
    assert [preview.known for preview in previews] == [True, False]
    assert [preview.issue is None for preview in previews] == [False, True]
    first, finding = doubts_of(previews)[0]
    assert first.path == empty and "空.txt" in str(finding.message)
    tops = preview_outline(previews)
    assert [(top.part, top.doubtful) for top in tops] == [(Part.ISSUE, False), (Part.ISSUE, True)]


def test_nothing_to_import(qtbot: QtBot, driven: Driven, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    dialog = shown(qtbot, driven, empty)
    assert not dialog.bring.isEnabled()
    qtbot.waitUntil(dialog.cancel.hasFocus)
    assert dialog.findings_model.rowCount() == 1


def test_each_file_shows_its_own_lines(qtbot: QtBot, driven: Driven, tmp_path: Path) -> None:
    other = tmp_path / "另一份.txt"
    other.write_text("渡口的茶\n\n老人说，茶要慢慢喝。\n", encoding="utf-8")
    dialog = shown(qtbot, driven, SAMPLE, other)
    count = dialog.source_model.rowCount()
    dialog.outline.setCurrentIndex(dialog.outline_model.index(1, 0, QModelIndex()))
    assert 0 < dialog.source_model.rowCount() < count


def test_among_several_files_a_doubt_leads_to_its_own(qtbot: QtBot, driven: Driven, tmp_path: Path) -> None:
    first, empty = tmp_path / "甲.txt", tmp_path / "空.txt"
    first.write_bytes(SAMPLE.read_bytes().replace("第11期".encode(), "第12期".encode()))
    empty.write_bytes(b"")
    dialog = shown(qtbot, driven, first, empty, SAMPLE)
    assert dialog.findings_model.index(0).data(ROLE_PLACE) == ""  # its sentence names the file
    told = [dialog.findings_model.index(row).data(ROLE_PLACE) for row in range(1, dialog.findings_model.rowCount())]
    assert {place.split(" · ")[0] for place in told} == {"甲.txt", SAMPLE.name}
    for row, place in enumerate(told, 1):
        dialog.findings.setCurrentIndex(dialog.findings_model.index(row))
        top = dialog.outline.currentIndex()
        while top.parent().isValid():
            top = top.parent()
        assert dialog.outline_model.node(top).key.endswith(place.split(" · ")[0])
    dialog.outline.setCurrentIndex(dialog.outline_model.index(1, 0, QModelIndex()))
    assert dialog.source_model.rowCount() == 0 and not dialog.encoding.isEnabled()


def test_it_can_be_had_always(qtbot: QtBot, driven: Driven) -> None:
    dialog = shown(qtbot, driven, SAMPLE)
    assert not dialog.always.isChecked()
    dialog.always.setChecked(True)
    qtbot.waitUntil(lambda: driven.services.settings.get(keys.PREVIEW_FIRST, False) is True, timeout=LONG)
