"""A library that cannot be opened because its file is damaged: offer the newest backup in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

Ask = Callable[[str, str], bool]  # what is wrong, what is offered; whether it is wanted


def rescue(sentence: str, backups: Path, restore: Callable[[Path], object], ask: Ask | None = None) -> bool:
    """Say SENTENCE, offer the newest file in BACKUPS, RESTORE it when that is wanted; whether it was restored."""
    newest = newest_backup(backups)
    if newest is None or (ask is None and QApplication.platformName() in ("offscreen", "minimal")):
        return False
    made = datetime.fromtimestamp(newest.stat().st_mtime).astimezone()
    offer = _said("最近一份备份是 {day} 的。换回这一份吗？损坏的文件会留在备份文件夹里，不会丢。").format(
        day=made.strftime("%Y-%m-%d %H:%M")
    )
    if not (ask or _ask)(sentence, offer):
        return False
    restore(newest)
    return True


def newest_backup(folder: Path) -> Path | None:
    """The youngest backup in FOLDER; None when there is none. What was put aside as damaged does not count."""
    files = [path for path in folder.glob("*.db") if "damaged" not in path.name] if folder.is_dir() else []
    return max(files, key=lambda path: path.stat().st_mtime, default=None)


def _ask(sentence: str, offer: str) -> bool:
    box = QMessageBox(QMessageBox.Icon.Warning, _said("支部阅读"), sentence)
    box.setInformativeText(offer)
    yes = box.addButton(_said("换回备份"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(_said("退出"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is yes


def _said(text: str) -> str:
    return QCoreApplication.translate("rescue", text)
