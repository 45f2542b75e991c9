"""收笔记: take in the notes of others. First it is told what would come; only then anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from zbreader.services.gathering import notes_files
from zbreader.ui.exchanging.report import ReportDialog
from zbreader.ui.exchanging.words import merge_words

if TYPE_CHECKING:
    from zbreader.services.gathering import MergeReport
    from zbreader.ui.main_window import MainWindow


class Collecting(QObject):
    """One taking in, from choosing the files to undoing it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def choose(self) -> None:
        """Let the person choose files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("收笔记"), "", self.tr("笔记 (*.zbnotes);;所有文件 (*)")
        )
        if names:
            self.look([Path(name) for name in names])

    def look(self, paths: Sequence[Path]) -> None:
        """See what would come, and ask."""
        exchanging = self._window.services.exchanging
        self._window.operations.start(
            lambda job: exchanging.merge_notes(paths, dry_run=True, skip_unreadable=True, job=job),
            self.tr("正在看看笔记…"),
            on_done=lambda report: self._ask(paths, report),
        )

    def take(self, paths: Sequence[Path]) -> None:
        """Write them into the library."""
        exchanging = self._window.services.exchanging
        self._window.operations.start(
            lambda job: exchanging.merge_notes(paths, skip_unreadable=True, job=job),
            self.tr("正在收笔记…"),
            on_done=self._tell,
        )

    def _ask(self, paths: Sequence[Path], report: MergeReport) -> None:
        if not report.brings_anything and not report.unread:
            self._window.notice.tell(self.tr("没有新的笔记：{report}").format(report=merge_words(report)))
            return
        dialog = ReportDialog(report, len(notes_files(paths)), self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.take(paths))
        dialog.open()

    def _tell(self, report: MergeReport) -> None:
        window = self._window
        window.notice.tell(
            merge_words(report),
            action=self.tr("撤销"),
            act=lambda: window.operations.run(window.services.undo.undo),
        )


def collect_notes(window: MainWindow, paths: Sequence[Path] | None = None) -> None:
    """Take in PATHS, or let the person choose."""
    collecting = Collecting(window)
    collecting.look(paths) if paths else collecting.choose()
