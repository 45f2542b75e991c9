"""Words in a line, completed and told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from zbreader.ui.widgets.tag_line import TagLine, split_words


@given(st.text("ab 、，,;；#＃\t", max_size=30))
def test_words_are_clean_and_come_once(text: str) -> None:
    words = split_words(text)
    assert len(words) == len(set(words))
    assert all(word and not set(word) - set("ab") for word in words)
    assert split_words("、".join(words)) == words


@pytest.fixture
def line(qtbot) -> TagLine:
    line = TagLine()
    qtbot.addWidget(line)
    line.show()
    qtbot.waitExposed(line)
    line.set_known(["fangfa", "Fangxiang", "领学"])
    return line


def test_the_word_being_typed_is_completed(line: TagLine, qtbot, monkeypatch) -> None:
    shown = []  # a popup needs a real screen
    monkeypatch.setattr(line._completer, "complete", lambda: shown.append(line._completer.completionPrefix()))
    line.set_words(["存疑"])
    line.setFocus()
    qtbot.keyClicks(line, " fang")
    assert shown[-1] == "fang"
    assert line._completer.completionModel().rowCount() == 2
    with qtbot.waitSignal(line.words_changed) as told:
        line._completer.activated.emit("Fangxiang")
    assert told.args == [["存疑", "Fangxiang"]]
    assert line.text() == "存疑 Fangxiang"


def test_words_that_come_back_do_not_disturb_typing(line: TagLine, qtbot) -> None:
    line.set_words(["一"])
    qtbot.keyClicks(line, " b")
    line.set_words(["一"])
    assert line.words() == ["一", "b"]
    with qtbot.waitSignal(line.words_changed):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    line.set_words(["一", "b"])
    with qtbot.assertNotEmitted(line.words_changed):
        line.commit()
