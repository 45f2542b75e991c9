"""Where a file is to be saved."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from zbreader.services.events import Events
from zbreader.services.settings import Settings
from zbreader.ui.exporting.place import ask_place
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
def test_a_file_ends_in_its_suffix(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, path: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / given), ""))
    settings = Settings(tmp_path / "settings.json", Events())
    assert ask_place(QWidget(), settings, "存成文件", "2031.5.zbnotes", "笔记 (*.zbnotes)") == tmp_path / path


@pytest.mark.parametrize(
    ("role", "path"), [(QMessageBox.ButtonRole.AcceptRole, "甲.docx"), (QMessageBox.ButtonRole.RejectRole, None)]
)
def test_what_was_not_typed_is_not_replaced_unasked(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    role: QMessageBox.ButtonRole,
    path: str | None,
) -> None:
    """The dialog looks for the name that was typed, which is not that of the file."""
    (tmp_path / "甲.docx").touch()
    asked: list[str] = []

    def click(box: QMessageBox) -> int:
        asked.append(box.text())
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    parent, settings = QWidget(), Settings(tmp_path / "settings.json", Events())
    for typed in ("甲", "甲.docx"):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, typed=typed: (str(tmp_path / typed), ""))
        chosen = ask_place(parent, settings, "导出到", "乙.docx", "Word (*.docx)")
        assert chosen == (None if path is None and typed == "甲" else tmp_path / "甲.docx")
    assert asked == ["甲.docx 已经有了，要换成新的吗？"]


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
