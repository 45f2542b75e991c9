"""Where a file is to be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from zbreader.services.events import Events
from zbreader.services.settings import Settings
from zbreader.ui.exporting.place import ask_place, ending_in
from zbreader.ui.settings import keys


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ("笔记.zbnotes", "笔记.zbnotes"),
        ("笔记.ZBNOTES", "笔记.ZBNOTES"),
        ("2024.7 笔记", "2024.7 笔记.zbnotes"),
        ("笔记.txt", "笔记.txt.zbnotes"),
    ],
)
def test_a_file_ends_in_its_suffix(given: str, path: str) -> None:
    assert ending_in(Path("甲", given), ".zbnotes") == Path("甲", path)


def test_the_place_begins_where_one_was_last_exported_to(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, place: str, _kind: str) -> tuple[str, str]:
        asked.append(place)
        return (place if len(asked) < 2 else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    parent, settings = QWidget(), Settings(tmp_path / "settings.json", Events())
    settings.set(keys.EXPORT_FOLDER, str(tmp_path))
    assert ask_place(parent, settings, "存成文件", "甲.txt", "文本 (*.txt)") == tmp_path / "甲.txt"
    assert ask_place(parent, settings, "存成文件", "甲.txt", "文本 (*.txt)") is None
    settings.set(keys.EXPORT_FOLDER, None)
    ask_place(parent, settings, "存成文件", "甲.txt", "文本 (*.txt)")
    assert asked[2] == str(Path.home() / "甲.txt")
