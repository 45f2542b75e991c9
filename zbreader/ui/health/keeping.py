"""Backups, restoring, everything in open formats, and the health page: asked for here, done by the services."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from zbreader.services.health import Remedy
from zbreader.services.library import LOGS
from zbreader.ui.health.background import Background
from zbreader.ui.translation import translated

if TYPE_CHECKING:
    from zbreader.services.recovering import Recovered
    from zbreader.services.whole_export import WholeExport
    from zbreader.ui.health.page import HealthPage
    from zbreader.ui.main_window import MainWindow


class HealthController(QObject):
    """Belongs to one window. Asks, and tells what came of it; dialogs are imported when they are first wanted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._services, self._operations, self._notice = window.services, window.operations, window.notice
        self.background = Background(window.services, window.operations, window.notice, self)
        window.actions_by_name.connect_all(
            {
                "backup": self.backup,
                "restore": self.restore,
                "export_everything": self.export_everything,
                "check": self.check,
                "logs": self.show_logs,
            }
        )

    def backup(self) -> None:
        """Let the person choose a place for a backup and write it."""
        from zbreader.ui.exporting.place import ask_place

        # With its day: the next one goes beside it, not over it.
        day = datetime.now().astimezone().date().isoformat()
        name, kind = self.tr("支部阅读备份_{day}.db").format(day=day), self.tr("备份 (*.db);;所有文件 (*)")
        place = ask_place(self._window, self._services.settings, self.tr("备份到"), name, kind)
        if place is not None:
            self._operations.start(
                lambda _job: self._services.backing_up.backup(place),
                self.tr("正在备份…"),
                on_done=lambda path: self._tell_file(self.tr("已备份到 {file}。").format(file=path), Path(path)),
            )

    def restore(self) -> None:
        """Show the backups there are, and what would be another with each."""
        from zbreader.ui.health.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._services, self._operations, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._restore)
        dialog.open()

    def export_everything(self) -> None:
        """Let the person choose a zip, and put everything into it."""
        from zbreader.services.whole_export import export_everything
        from zbreader.ui.exporting.place import ask_place

        day = datetime.now().astimezone().date().isoformat()
        name, kind = self.tr("支部阅读全部内容_{day}.zip").format(day=day), self.tr("压缩包 (*.zip)")
        path = ask_place(self._window, self._services.settings, self.tr("全部导出到"), name, kind)
        if path is None:
            return

        def done(exported: WholeExport) -> None:
            words = self.tr("已把 {issues} 期、{notes} 条笔记导出到 {file}。")
            self._tell_file(words.format(issues=exported.issues, notes=exported.notes, file=path), path)

        self._operations.start(
            lambda job: export_everything(self._services, path, job), self.tr("正在导出全部内容…"), on_done=done
        )

    def check(self) -> None:
        """The health page."""
        from zbreader.ui.health.page import HealthPage

        page = HealthPage(self._services, self._operations, self._window)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.remedy_requested.connect(lambda remedy: self._remedy(page, Remedy(remedy)))
        page.export_requested.connect(self.export_everything)
        page.show()
        page.examine()

    def show_logs(self) -> None:
        """Open the folder with the log."""
        open_folder(self._services.directory / LOGS)

    def close(self) -> None:
        """Nothing is done in the background any more."""
        self.background.stop()

    def _remedy(self, page: HealthPage, remedy: Remedy) -> None:
        services, start = self._services, self._operations.start
        if remedy is Remedy.BACK_UP:
            start(lambda _job: services.backing_up.backup(), self.tr("正在备份…"), on_done=page.look_again)
        elif remedy is Remedy.TRY:
            start(lambda _job: services.safekeeping.try_restore(), self.tr("正在试恢复…"), on_done=page.look_again)
        elif remedy is Remedy.INDEX:
            start(services.searching.rebuild, self.tr("正在重建搜索索引…"), on_done=page.look_again)
        elif remedy is Remedy.REBUILD:
            start(lambda job: services.importing.rebuild(job=job), self.tr("正在重新整理…"), on_done=page.look_again)
        elif remedy is Remedy.RECOVER:
            self._ask_recover(page)
        elif remedy is Remedy.SHOW_UNPLACED:
            self._window.actions_by_name["all_notes"].trigger()
        else:
            open_folder(services.directory)

    def _ask_recover(self, page: HealthPage) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("修复资料库"),
            self.tr("把还读得出的内容修复到一个新的资料库里吗？"),
            parent=page,
        )
        box.setInformativeText(
            self.tr("先救笔记，再用存档的原文重新整理期刊，缺的从最近的备份里补。损坏的文件会留在备份文件夹里。")
        )
        go = box.addButton(self.tr("修复"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)

        def done(found: Recovered) -> None:
            from zbreader.services.recovering import told

            self._notice.tell("".join(translated(line) for line in told(found)))
            page.examine()

        go.clicked.connect(lambda: self._operations.start(self._services.recover, self.tr("正在修复…"), on_done=done))
        box.open()

    def _restore(self, path: Path) -> None:
        def done(before: Path) -> None:
            self._window.look.read_again()
            self._notice.tell(
                self.tr("已从 {file} 恢复。").format(file=path.name),
                action=self.tr("换回来"),
                act=lambda: self._restore(before),
            )

        self._operations.start(lambda _job: self._services.backing_up.restore(path), self.tr("正在恢复…"), on_done=done)

    def _tell_file(self, words: str, path: Path) -> None:
        self._notice.tell(words, action=self.tr("打开文件夹"), act=lambda: open_folder(path.parent))


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
