"""What is good to know goes by itself; what wants an answer stays."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from zbreader.ui import notice
from zbreader.ui.notice import NoticeBar


def test_what_wants_to_be_looked_at_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice, "STAYS", 10)
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.tell("导入了 1 期。")
    bar.tell("4 条笔记的文字有变动。", action="查看…", act=lambda: None, stays=True)
    qtbot.wait(60)
    assert bar.text == "4 条笔记的文字有变动。"
    bar.tell("导入了 1 期。")
    qtbot.waitUntil(lambda: not bar.text)
