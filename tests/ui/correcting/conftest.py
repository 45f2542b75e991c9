"""A desk over a library of its own with the sample issue in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.driving import LONG, Driven
from zbreader.resources import resource
from zbreader.ui.correcting.desk import CorrectionDesk
from zbreader.ui.correcting.desk_deeds import DeskDeeds
from zbreader.ui.theme.theme import load_theme


@pytest.fixture
def desk(qtbot: QtBot, driven: Driven) -> Iterator[tuple[CorrectionDesk, DeskDeeds]]:
    sample = resource("sample", "sample-issue.txt")
    issue_id = driven.services.importing.import_files([sample])[0].issue_id
    assert issue_id is not None
    desk = CorrectionDesk(driven.services.settings, load_theme("paper"))
    qtbot.addWidget(desk)
    deeds = DeskDeeds(driven.services, driven.operations, driven.bridge, desk, issue_id)
    desk.show()
    deeds.open()
    qtbot.waitUntil(lambda: desk.state is not None, timeout=LONG)
    yield desk, deeds
    desk.close()
