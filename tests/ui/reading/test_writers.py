"""Who wrote a note is said where it is somebody else."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from zbreader.model.annotation import Annotation, Target
from zbreader.ui.reading.writers import Writers


def note(creator_id: str, name: str) -> Annotation:
    return Annotation("n", Target("i", "a"), name, creator_id=creator_id)


def test_others_are_named_and_no_two_alike(qtbot: QtBot) -> None:
    writers = Writers(lambda key: key in ("", "me"))
    assert [writers.of(note(*one)) for one in (("me", "江一苇"), ("", ""), ("x", "李明"), ("y", ""))] == [
        *("", "", "李明", "未署名")
    ]
    with qtbot.waitSignal(writers.changed):
        writers.know({"x": "李明（一组）", "z": "李明（二组）", "me": "江一苇"})
    assert [writers.of(note(id_, "李明")) for id_ in "xz"] == ["李明（一组）", "李明（二组）"]
    with qtbot.assertNotEmitted(writers.changed):
        writers.know(dict(writers.names))
