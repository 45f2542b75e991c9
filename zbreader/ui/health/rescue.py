"""A library that cannot be opened because its file is damaged: recover what it holds, or take a backup instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog

from zbreader.services.recovering import Recovered, newest_sound, told
from zbreader.ui.operations import Operations
from zbreader.ui.translation import translated
from zbreader.ui.worker import Worker


class Way(Enum):
    """What a person can want."""

    RECOVER = 1
    RESTORE = 2
    LEAVE = 3


Ask = Callable[[str, str, bool], Way]  # what is wrong, what is offered, whether there is a backup
Recover = Callable[..., Recovered]  # takes a job
Restore = Callable[[Path], object]


def rescue(sentence: str, backups: Path, recover: Recover, restore: Restore, ask: Ask | None = None) -> bool:
    """Say SENTENCE, offer to recover and (where there is one) the newest backup; whether there is a library now."""
    if ask is None and QApplication.platformName() in ("offscreen", "minimal"):
        return False
    newest = newest_sound(backups)
    offer = _said(
        "可以把还读得出的内容修复到新的资料库里（先救笔记，缺的从备份补）。损坏的文件会留在备份文件夹里，不会丢。"
    )
    if newest is not None:
        made = datetime.fromtimestamp(newest.stat().st_mtime).astimezone()
        offer += "\n" + _said("也可以整个换回最近一份备份（{day}），那以后写的就没有了。").format(
            day=made.strftime("%Y-%m-%d %H:%M")
        )
    way = (ask or _ask)(sentence, offer, newest is not None)
    if way is Way.RECOVER:
        return _recovered(recover, quiet=ask is not None)
    if way is Way.RESTORE and newest is not None:
        restore(newest)
        return True
    return False


def _recovered(recover: Recover, *, quiet: bool) -> bool:
    """Recover on a thread of its own behind a bar; whether it succeeded. Raises what it raised."""
    worker = Worker()
    operations = Operations(worker)
    loop = QEventLoop()
    results: list[Recovered] = []
    faults: list[BaseException] = []
    task = operations.start(recover, "", on_done=results.append, on_error=faults.append)
    bar = QProgressDialog(_said("正在修复资料库…"), _said("停止"), 0, 0)
    bar.setWindowTitle(_said("支部阅读"))
    bar.setWindowModality(Qt.WindowModality.ApplicationModal)
    bar.setAutoClose(False)
    bar.canceled.connect(task.cancel)
    task.progressed.connect(lambda _done, total, _doing: bar.setMaximum(total))
    task.progressed.connect(lambda done, _total, _doing: bar.setValue(done))
    task.destroyed.connect(loop.quit)  # after its outcome was delivered
    if not quiet:
        bar.show()
    loop.exec()
    worker.stop()
    bar.deleteLater()
    if faults:
        raise faults[0]
    if not quiet:
        QMessageBox.information(None, _said("支部阅读"), "\n".join(translated(line) for line in told(results[0])))
    return True


def _ask(sentence: str, offer: str, has_backup: bool) -> Way:
    box = QMessageBox(QMessageBox.Icon.Warning, _said("支部阅读"), sentence)
    box.setInformativeText(offer)
    ways = {box.addButton(_said("修复"), QMessageBox.ButtonRole.AcceptRole): Way.RECOVER}
    if has_backup:
        ways[box.addButton(_said("换回备份"), QMessageBox.ButtonRole.ActionRole)] = Way.RESTORE
    box.addButton(_said("退出"), QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return next((way for button, way in ways.items() if box.clickedButton() is button), Way.LEAVE)


def _said(text: str) -> str:
    return QCoreApplication.translate("rescue", text)
