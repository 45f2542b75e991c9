"""相关文章 under the article: only near its end, only for the article that is open."""

from __future__ import annotations

import re

from pytestqt.qtbot import QtBot

from zbreader.ui.main_window import MainWindow


def to_the_end(window: MainWindow) -> None:
    bar = window.pane.verticalScrollBar()
    bar.setValue(bar.maximum())


def test_it_comes_when_the_reader_comes_to_the_end(window: MainWindow, qtbot: QtBot) -> None:
    first = window.open.id
    window.resize(900, 420)
    to_the_end(window)
    qtbot.waitUntil(lambda: not window.related_foot.label.isHidden(), timeout=20_000)
    label = window.related_foot.label
    assert "相关文章" in label.text()
    nearest = window.services.wording.related(first, 4)
    assert all(one.article.title in label.text() for one in nearest)
    end = window.pane.document().size().height() - window.pane.verticalScrollBar().value()
    assert window.foot.height() > 0 and window.foot.geometry().bottom() <= end
    window.pane.verticalScrollBar().setValue(0)
    assert window.foot.y() > window.pane.viewport().height()
    label.linkActivated.emit(re.findall(r'href="([^"]+)"', label.text())[0])
    qtbot.waitUntil(lambda: window.open.id == nearest[0].article.id)
    assert label.isHidden()


def test_it_takes_no_room_and_loads_nothing_before(window: MainWindow, qtbot: QtBot) -> None:
    before = window.pane.document().rootFrame().frameFormat().bottomMargin()
    qtbot.wait(50)
    assert window.related_foot.label.isHidden() and not window.services._words.is_loaded
    to_the_end(window)
    qtbot.waitUntil(lambda: not window.related_foot.label.isHidden(), timeout=20_000)
    assert window.pane.document().rootFrame().frameFormat().bottomMargin() > before
    window.open._close()
    assert window.foot.isHidden()
