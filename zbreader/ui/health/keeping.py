"""Backups, restoring them, and looking whether the library is sound."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from zbreader.services.library import BACKUPS, LOGS, Services
from zbreader.ui.notice import NoticeBar
from zbreader.ui.operations import Operations


class Keeping(QObject):
    """Asks, and tells what came of it."""

    def __init__(self, services: Services, operations: Operations, notice: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._operations = services, operations
        self._notice, self._window = notice, window

    def backup(self) -> None:
        """Let the person choose a place for a backup and write it."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("备份到"), self.tr("支部阅读备份.db"), self.tr("备份 (*.db);;所有文件 (*)")
        )
        if name:
            self._operations.start(
                lambda _job: self._services.backing_up.backup(Path(name)),
                self.tr("正在备份…"),
                on_done=lambda path: self._notice.tell(
                    self.tr("已备份到 {file}。").format(file=path),
                    action=self.tr("打开文件夹"),
                    act=lambda: open_folder(Path(path).parent),
                ),
            )

    def restore(self) -> None:
        """Let the person choose a backup, make sure that they mean it, and put it in the library's place."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("从备份恢复"),
            str(self._services.directory / BACKUPS),
            self.tr("备份 (*.db);;所有文件 (*)"),
        )
        if not name:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("从备份恢复"),
            self.tr("用这份备份换下现在的资料库吗？"),
            parent=self._window,
        )
        box.setInformativeText(self.tr("现在的内容会先自动备份一份，可以再换回来。"))
        go = box.addButton(self.tr("恢复"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(lambda: self._restore(Path(name)))
        box.open()

    def check(self) -> None:
        """Look through everything the library holds and tell what is not as it should be."""
        self._operations.start(
            lambda _job: self._services.backing_up.check(), self.tr("正在检查资料库…"), on_done=self._on_checked
        )

    def show_logs(self) -> None:
        """Open the folder with the log."""
        open_folder(self._services.directory / LOGS)

    def _restore(self, path: Path) -> None:
        def done(_value: object) -> None:
            self._notice.tell(self.tr("已从 {file} 恢复。").format(file=path.name))

        self._operations.start(lambda _job: self._services.backing_up.restore(path), self.tr("正在恢复…"), on_done=done)

    def _on_checked(self, problems: list[str]) -> None:
        if not problems:
            self._notice.tell(self.tr("检查完毕，资料库一切正常。"))
            return
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("检查资料库"),
            self.tr("发现 {count} 个问题。").format(count=len(problems)),
            parent=self._window,
        )
        box.setInformativeText(self.tr("可以用“文件 → 从备份恢复”换回一份完好的备份。"))
        box.setDetailedText("\n".join(str(problem) for problem in problems))
        box.open()


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
